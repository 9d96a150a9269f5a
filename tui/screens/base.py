"""What the main screens have in common: keys by topic, help and a key bar made of them, work in threads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from corpora.errors import ResdiffError
from tui.background import in_background
from tui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from tui.app import ResdiffApp

T = TypeVar("T")
NOTICED = (
    0.2  # seconds that work may take before the reader is told of it: what is quicker would only flicker
)
Topics = dict[str, list[Binding]]
Signs = tuple[tuple[str, str], ...]  # some signs, and what they mean

EVERYWHERE = [
    Binding("question_mark", "help", "help", key_display="?"),
    Binding("ctrl+p", "palette", "every command", priority=True),
    Binding("ctrl+t", "theme", "light, dark, high contrast"),
    Binding("q", "quit", "quit"),
]


def keys_of(topics: Topics) -> list[BindingType]:
    """All keys of all topics, for a screen's `BINDINGS`."""
    return [binding for bindings in topics.values() for binding in bindings]


class Stopped(Exception):  # noqa: N818 - no fault: the reader wanted it
    """The reader does not want the work at hand any more; raised in its thread, where it ends that thread."""


class MainScreen(Screen[None]):
    """A screen with topics of keys."""

    TOPICS: ClassVar[Topics] = {}
    SIGNS: ClassVar[Signs] = ()
    BAR: ClassVar[tuple[str, ...]] = ("help", "quit")  # actions, the most wanted first; the last two stay
    _work: Worker[object] | None = None  # what is under way in a thread
    _notice: Timer | None = None  # that will say so, or has said so
    bar: KeyBar

    @property
    def program(self) -> ResdiffApp:
        """The program that this screen belongs to."""
        return cast("ResdiffApp", self.app)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done on a screen before it is there, however fast the keys come."""
        return self.is_mounted and super().check_action(action, parameters)

    def key_bar(self) -> KeyBar:
        """The bar of keys."""
        self.bar = KeyBar(lambda: list(self._bar()))
        return self.bar

    def _bar(self) -> Iterator[tuple[str, str, str]]:
        table = {b.action: b for bindings in self.TOPICS.values() for b in bindings}
        for action in self.BAR:
            yield key_name(table[action]), table[action].description, action

    def on_key_bar_pressed(self, event: KeyBar.Pressed) -> None:
        self.run_worker(self.run_action(event.action), exclusive=False)

    def action_help(self) -> None:
        """Show every key of this screen."""
        from tui.screens.dialogs import Page

        self.app.push_screen(Page("Keys", list(self.help_lines())))

    def help_lines(self) -> Iterator[str]:
        """The keys of this screen by topic, made of the bindings themselves, and what its signs mean."""
        for topic, bindings in self.TOPICS.items():
            yield f"# {topic}"
            for b in bindings:
                yield f"{key_name(b)}\t{b.tooltip or b.description}"
            yield ""
        if self.SIGNS:
            yield "# Signs"
            yield from (f"{signs}\t{said}" for signs, said in self.SIGNS)

    def action_theme(self) -> None:
        """Go to the next theme."""
        self.program.next_theme()

    def action_palette(self) -> None:
        """Open the list of every command."""
        from tui.screens.dialogs import Palette

        commands = [
            (b.action, _in_full(b), key_name(b))
            for bindings in self.TOPICS.values()
            for b in bindings
            if b.action != "palette"
        ]
        self.app.push_screen(Palette(commands), self._command)

    async def _command(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    def action_quit(self) -> None:
        """End the program."""
        self.app.exit()

    def action_back(self) -> None:
        """Go back to the screen before."""
        self.program.back()

    # Work that may take its time

    def in_thread(self, work: Callable[[], T], then: Callable[[T], None], said: str) -> Worker[object]:
        """Do `work` in a thread, then `then` with its result on this screen; trouble is told, not raised.

        Only the last work asked for counts: what was begun before is dropped. What is under way is said once it
        takes long enough to be noticed, and for as long as it takes.
        """

        async def guarded() -> T | ResdiffError:
            try:
                return await in_background(work)
            except ResdiffError as error:
                return error

        def finish(result: Any) -> None:
            self._hush()
            if isinstance(result, ResdiffError):
                self.program.trouble(result)
            else:
                then(result)

        self._hush()
        if said:
            self._notice = self.set_timer(NOTICED, lambda: self.bar.tell(f"{said} (Esc stops)"))
        self._after: Callable[[Any], None] = finish
        self._work = self.run_worker(guarded, exclusive=True, group="work", exit_on_error=True)
        return self._work

    def stop_work(self) -> bool:
        """Drop what is under way in a thread; says whether there was something."""
        if self._work is None or not self._work.is_running:
            return False
        self._work.cancel()
        self._hush()
        self.program.say("stopped")
        return True

    def _hush(self) -> None:
        """Say no more that something is under way."""
        if self._notice is not None:
            self._notice.stop()
            self._notice = None
        self.bar.tell("")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.worker is self._work and event.state == WorkerState.SUCCESS:
            self._after(event.worker.result)


def key_name(binding: Binding) -> str:
    """A key as people write it, the alternatives after a space."""
    return binding.key_display or " ".join(map(_written, binding.key.split(",")))


def _in_full(binding: Binding) -> str:
    """What a key does, so that it is found by either of its names."""
    said, told = binding.description, binding.tooltip
    if not told or said in told:
        return told or said
    return f"{said}: {told}"


def _written(key: str) -> str:
    return _NAMES.get(key) or (f"^{key[5:]}" if key.startswith("ctrl+") else key)


_NAMES = {
    "question_mark": "?", "slash": "/", "colon": ":", "full_stop": ".", "comma": ",", "escape": "Esc",
    "enter": "Enter", "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp",
    "space": "Space", "home": "Home", "end": "End", "plus": "+", "minus": "-", "equals_sign": "=",
    "left_square_bracket": "[", "right_square_bracket": "]", "tab": "Tab", "backspace": "Bksp",
    "f1": "F1", "less_than_sign": "<", "greater_than_sign": ">", "left_curly_bracket": "{", "right_curly_bracket": "}",
}  # fmt: skip
