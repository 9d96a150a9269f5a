"""Machine glosses on the screen: nothing is sent before the reader agrees, and each says what it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import small_pair
from screen_play import settled
from test_other_screens import ENGLISH, FINDINGS, FRENCH, LanguageDesk, play
from textual.pilot import Pilot

from aligner.gloss.fake import FakeTranslator
from aligner.gloss.model import Limit
from aligner.model import Comparison
from corpora.errors import FetchError
from corpora.model import Resolution
from tui.app import ResdiffApp
from tui.desk import Desk
from tui.glossing import Provider
from tui.layout.pieces import Side
from tui.layout.rows import GlossCell
from tui.screens.doing import Doing
from tui.screens.glosses import Consent
from tui.screens.languages import LanguagesScreen
from tui.state import State

PAIR = small_pair()


class GlossDesk(Desk):
    """A desk with one pair and a provider that needs no network."""

    def __init__(self, folder: Path, translator: FakeTranslator | None = None) -> None:
        super().__init__()
        self.translator, self.folder = translator or FakeTranslator(), folder

    def compare(self, old: Resolution, new: Resolution) -> Comparison:
        return PAIR

    def provider(self) -> Provider:
        return Provider(self.translator, self.folder)


@pytest.fixture(autouse=True)
def _may_send(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RESDIFF_OFFLINE", raising=False)


def glosses(app: ResdiffApp) -> dict[tuple[Side, str], GlossCell]:
    """What stands under paragraphs of the present screen."""
    assert isinstance(app.screen, Doing)
    return app.screen.glosses


def seen_by(pilot: Pilot[None]) -> str:
    """What a reader sees."""
    app = pilot.app
    lines = app.screen._compositor.render_strips(app.size)
    return "\n".join("".join(segment.text for segment in line) for line in lines)


def said(app: ResdiffApp) -> str:
    return " ".join(n.message for n in app._notifications)


def start(desk: Desk) -> ResdiffApp:
    return ResdiffApp(PAIR.old, PAIR.new, desk=desk)


def test_nothing_is_sent_before_the_reader_agrees_and_then_only_this_paragraph(tmp_path: Path) -> None:
    desk = GlossDesk(tmp_path / "cache")
    app = start(desk)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("colon", *"pp3", "enter", "g")
        asking = app.screen
        assert isinstance(asking, Consent)
        told = " ".join(asking.lines())
        assert "fake" in told
        assert str(desk.folder) in told
        assert desk.translator.asked == []
        await pilot.press("escape", "g")
        assert isinstance(app.screen, Consent)
        await pilot.press("y")
        await settled(pilot)
        text = PAIR.new["pp3"].text
        assert desk.translator.asked == [(text, "fr", "en")]
        made = glosses(app)["new", "pp3"]
        assert made.text == "[en] " + " ".join(reversed(text.split()))
        assert made.label.startswith("machine gloss, fake, 2")
        assert made.label.endswith("not a text of the United Nations")
        seen = seen_by(pilot)
        assert "machine gloss, fake" in seen
        assert seen.index("dialogue est utile") < seen.index("machine gloss")
        logged = (desk.folder / "glosses-sent.jsonl").read_text("utf-8").splitlines()
        assert [json.loads(line)["text"] for line in logged] == [text]
        await pilot.press("u", "2", "1", "0")  # it stays in every view that has its paragraph
        await pilot.press("g")  # and goes
        assert glosses(app) == {}
        await pilot.press("g")  # and comes back, neither asked for again nor sent again
        await settled(pilot)
        assert "machine gloss" in seen_by(pilot)
        assert len(desk.translator.asked) == 1

    play(steps, app)
    assert State().glosses_from("fake") is True


def test_a_no_is_remembered_and_can_be_taken_back(tmp_path: Path) -> None:
    desk = GlossDesk(tmp_path / "cache")
    app = start(desk)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("g")  # nothing is glossed that cannot be seen
        assert "these paragraphs are folded" in said(app)
        await pilot.press("n", "g", "enter")  # what the reader stands on first is no
        await settled(pilot)
        assert State().glosses_from("fake") is False
        await pilot.press("g")
        assert not isinstance(app.screen, Consent)
        assert "machine glosses are off" in said(app)
        await pilot.press("M", "y")
        await pilot.pause()
        assert State().glosses_from("fake") is True
        assert desk.translator.asked == []

    play(steps, app)


def test_without_the_network_one_line_and_what_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = GlossDesk(tmp_path / "cache")
    app = start(desk)

    async def steps(pilot: Pilot[None]) -> None:
        app.state.allow_glosses("fake", True)
        await pilot.press("colon", *"pp3", "enter", "g")
        await settled(pilot)
        assert len(glosses(app)) == 1
        monkeypatch.setenv("RESDIFF_OFFLINE", "1")
        await pilot.press("g", "g")
        await settled(pilot)
        assert len(glosses(app)) == 1
        await pilot.press("colon", *"op1", "enter", "g")
        await settled(pilot)
        assert len(glosses(app)) == 1
        assert "network is forbidden" in said(app)
        assert len(desk.translator.asked) == 1

    play(steps, app)


def test_a_refusal_is_one_quiet_line(tmp_path: Path) -> None:
    class Refusing(FakeTranslator):
        def translate(self, texts: object, source: str, target: str) -> list[str]:
            raise FetchError("too many requests", "fake")

    app = start(GlossDesk(tmp_path / "cache", Refusing(limit=Limit(900, 900))))

    async def steps(pilot: Pilot[None]) -> None:
        app.state.allow_glosses("fake", True)
        await pilot.press("n", "g")
        await settled(pilot)
        assert "no glosses from fake: too many requests" in said(app)
        await pilot.press("n")  # everything else works
        assert glosses(app) == {}

    play(steps, app)


def test_between_languages_the_foreign_side_is_glossed(tmp_path: Path) -> None:
    desk = GlossDesk(tmp_path / "cache")
    app = start(desk)
    pair = LanguageDesk().compare(ENGLISH, FRENCH)

    async def steps(pilot: Pilot[None]) -> None:
        app.state.allow_glosses("fake", True)
        await app.push_screen(LanguagesScreen(pair, FINDINGS))
        await settled(pilot)
        await pilot.press("g")
        await settled(pilot)
        assert [text for text, *_ in desk.translator.asked] == [FRENCH["pp1"].text]
        assert list(glosses(app)) == [("new", "pp1")]
        await pilot.press("colon", *"op2", "enter", "g")
        await settled(pilot)
        assert "in en already" in said(app)

    play(steps, app)
