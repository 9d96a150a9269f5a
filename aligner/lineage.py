"""One paragraph followed through all years, and every word dated by the version that brought it in.

A thread is one paragraph's life: a step for each version from its birth to its end. Every paragraph of every
version is in exactly one thread, so that the threads together give each version back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

from aligner.changes import classify
from aligner.model import JOINT, Change, Comparison, Link, Op
from aligner.worddiff import diff_words
from aligner.years import compare
from aligner.years.segments import compare_segments
from corpora.errors import OptionError
from corpora.model import Resolution

LINEAGE_SCHEMA = "resdiff/lineage/1"
# Share of equal words from which a new paragraph is an old one come back; below it, it is another paragraph.
# Range 0.5 to 1; unrelated paragraphs of one resolution share at most 0.61 of their characters.
REVIVED = 0.8

Event = Literal["born", "kept", "edited", "moved", "split", "merged", "dormant", "dropped", "revived"]
SIGNS: dict[Event, str] = {
    "born": "+", "kept": "=", "edited": "~", "moved": "→", "split": "<", "merged": ">", "dormant": "·",
    "dropped": "−", "revived": "^",
}  # fmt: skip
SLIGHT = "≈"  # edited, but nothing of substance: a roll-over, or the same words in another dress


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a paragraph that came in with the same version (its place among the documents)."""

    text: str
    version: int


@dataclass(frozen=True, slots=True)
class Step:
    """What became of a paragraph in one version.

    `paragraph` is its id there, empty where it is not there; `other` is the number of the thread that it was
    split from or went into. `ops` is the word diff from the step before; `runs` are its words by age.
    """

    version: int
    event: Event
    paragraph: str = ""
    change: Change | None = None
    moved: bool = False
    other: int | None = None
    ops: tuple[Op, ...] = ()
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """One paragraph's life, step by step, without gaps."""

    number: int
    steps: tuple[Step, ...]

    def at(self, version: int) -> Step | None:
        """The step in one version, if the thread lived then."""
        return next((step for step in self.steps if step.version == version), None)


@dataclass(frozen=True)
class Lineage:
    """The threads of a series, in the reading order of its newest version."""

    documents: tuple[Resolution, ...]
    threads: tuple[Thread, ...]

    @property
    def substantive(self) -> Lineage:
        """The same without the threads in which nothing of substance happened since the oldest version."""
        kept = (t for t in self.threads if any(s.version and s.change == "substantive" for s in t.steps))
        return Lineage(self.documents, tuple(kept))

    def thread(self, paragraph: str, version: int = -1) -> Thread:
        """The thread that a paragraph of one version is in; by default of the newest.

        Raises `OptionError` if that version has no such paragraph.
        """
        at = range(len(self.documents))[version]
        for thread in self.threads:
            if (step := thread.at(at)) and step.paragraph == paragraph:
                return thread
        raise OptionError(
            f"no paragraph {paragraph!r}", self.documents[at].name, "name one of its ids, such as pp1 or op3"
        )

    def rebuilt(self, version: int) -> dict[str, str]:
        """Each paragraph's text in one version, put together from the words that the versions brought."""
        steps = (thread.at(version) for thread in self.threads)
        return {s.paragraph: "".join(run.text for run in s.runs) for s in steps if s and s.paragraph}

    def matrix(self) -> list[tuple[str, str]]:
        """For each thread its last id and a sign for each version, blank before birth and after the end."""
        rows = []
        for thread in self.threads:
            signs = [" "] * len(self.documents)
            for step in thread.steps:
                slight = step.event == "edited" and step.change in ("rollover", "editorial")
                signs[step.version] = SLIGHT if slight else SIGNS[step.event]
            rows.append((next(s.paragraph for s in reversed(thread.steps) if s.paragraph), "".join(signs)))
        return rows

    def to_dict(self) -> dict[str, Any]:
        """The lineage as in the published schema."""
        return {
            "schema": LINEAGE_SCHEMA,
            "documents": [
                {"symbol": d.name, "language": d.language, "adopted": d.adopted.isoformat() if d.adopted else None,
                 "provenance": {"status": d.provenance.status, "source": d.provenance.source}}
                for d in self.documents
            ],
            "threads": [
                {"number": t.number, "steps": [
                    {"version": s.version, "event": s.event, "paragraph": s.paragraph or None, "change": s.change,
                     "moved": s.moved, "other": s.other, "ops": [list(op) for op in s.ops],
                     "runs": [[run.text, run.version] for run in s.runs]}
                    for s in t.steps]}
                for t in self.threads
            ],
        }  # fmt: skip


def trace(documents: Iterable[Resolution]) -> Lineage:
    """Follow every paragraph through the versions of a document in one language, oldest first.

    Documents that all know their day of adoption are put in its order, others stay as given. Raises
    `OptionError` for fewer than two documents or for more than one language.
    """
    series = list(documents)
    if len(series) < 2:
        raise OptionError("a lineage needs two versions at least", remedy="name more documents")
    if len({d.language for d in series}) > 1:
        raise OptionError("a lineage follows one language", remedy="name versions in the same language")
    days = {id(d): d.adopted for d in series if d.adopted}
    if len(days) == len(series):
        series.sort(key=lambda d: days[id(d)])
    loom = _Loom(series[0])
    for version, (old, new) in enumerate(pairwise(series), 1):
        loom.weave(classify(compare(old, new), series), version)
    return Lineage(tuple(series), loom.threads(series))


_Runs = tuple[Run, ...]


@dataclass(slots=True)
class _Loom:
    """Threads in the making: `live` maps the ids of the newest version to thread numbers."""

    first: Resolution
    steps: list[list[Step]] = field(default_factory=list)
    live: dict[str, int] = field(default_factory=dict)
    asleep: dict[int, tuple[str, _Runs]] = field(
        default_factory=dict
    )  # dropped threads, with their last words

    def __post_init__(self) -> None:
        for p in self.first.paragraphs:
            self.live[p.id] = self._begin(Step(0, "born", p.id, runs=(Run(p.text, 0),)))

    def weave(self, comparison: Comparison, version: int) -> None:
        """Lead every thread on into the next version."""
        runs = {p.id: self.steps[self.live[p.id]][-1].runs for p in comparison.old.paragraphs}
        before, self.live = self.live, {}
        added = []
        for link in comparison.links:
            if not link.new:
                self._drop(link, comparison, before, version)
            elif link.old:
                self._lead(link, comparison, before, runs, version)
            else:
                added.append(link)
        names = [name for link in added for name in link.new]
        waking = self._waking([comparison.new[name].text for name in names], comparison.new.language, version)
        for place, name in enumerate(names):
            self._arrive(name, waking.get(place), comparison, version)

    def threads(self, series: Sequence[Resolution]) -> tuple[Thread, ...]:
        """The finished threads, in reading order."""
        return tuple(Thread(n, tuple(self.steps[n])) for n in self._reading_order(series))

    def _begin(self, step: Step) -> int:
        self.steps.append([step])
        return len(self.steps) - 1

    def _drop(self, link: Link, comparison: Comparison, before: Mapping[str, int], version: int) -> None:
        for name in link.old:
            number = before[name]
            self.asleep[number] = (comparison.old[name].text, self.steps[number][-1].runs)
            self.steps[number].append(Step(version, "dropped", change="substantive"))

    def _arrive(self, name: str, number: int | None, comparison: Comparison, version: int) -> None:
        """A paragraph without a partner: a sleeping thread (`number`) come back, or a new one."""
        text = comparison.new[name].text
        if number is None:
            self.live[name] = self._begin(
                Step(version, "born", name, "substantive", runs=(Run(text, version),))
            )
            return
        slept, runs = self.asleep.pop(number)
        ops = tuple(diff_words(slept, text, comparison.new.language))
        dropped = self.steps[number].pop().version
        self.steps[number] += [Step(gap, "dormant") for gap in range(dropped, version)]
        dated = _dated(ops, runs, version)
        self.steps[number].append(Step(version, "revived", name, "substantive", ops=ops, runs=dated))
        self.live[name] = number

    def _waking(self, texts: Sequence[str], language: str, version: int) -> dict[int, int]:
        """For the places of texts that are a sleeping thread's last words, or nearly: the thread's number."""
        numbers = [number for number in self.asleep if self.steps[number][-1].version < version]
        slept = [self.asleep[number][0] for number in numbers]
        if not texts or not slept:
            return {}
        links = compare_segments(slept, texts, language=language)
        return {
            link.new[0]: numbers[link.old[0]]
            for link in links
            if len(link.old) == len(link.new) == 1
            and _equal_share(diff_words(slept[link.old[0]], texts[link.new[0]], language)) >= REVIVED
        }

    def _lead(
        self,
        link: Link,
        comparison: Comparison,
        before: Mapping[str, int],
        runs: Mapping[str, _Runs],
        version: int,
    ) -> None:
        """Threads over a link with both sides: one goes on, the others part from it or end in it."""
        joined = [run for n, name in enumerate(link.old) for run in _with_joint(runs[name], n)]
        new_texts = [comparison.new[name].text for name in link.new]
        ops = link.ops or (("equal", JOINT.join(new_texts)),)
        pieces = _cut(_dated(ops, tuple(joined), version), new_texts)
        heir = max(range(len(link.new)), key=lambda n: _old_share(pieces[n], version))
        main = before[max(link.old, key=lambda name: len(comparison.old[name].text))]
        event = _event(link)
        for n, name in enumerate(link.new):
            step = Step(
                version,
                event,
                name,
                link.change,
                link.moved,
                None if n == heir else main,
                link.ops,
                pieces[n],
            )
            if n == heir:
                self.steps[main].append(step)
                self.live[name] = main
            else:
                self.live[name] = self._begin(step)
        for name in link.old:
            if before[name] != main:
                self.steps[before[name]].append(Step(version, "merged", change=link.change, other=main))

    def _reading_order(self, series: Sequence[Resolution]) -> list[int]:
        """Thread numbers as the newest version reads, each ended one after what it last stood behind."""
        where: defaultdict[int, dict[str, int]] = defaultdict(dict)
        for number, steps in enumerate(self.steps):
            for step in steps:
                if step.paragraph:
                    where[step.version][step.paragraph] = number
        order: list[int] = []
        for version in reversed(range(len(series))):
            at = 0
            for p in series[version].paragraphs:
                number = where[version][p.id]
                if number in order:
                    at = order.index(number) + 1
                else:
                    order.insert(at, number)
                    at += 1
        return order


def _event(link: Link) -> Event:
    if link.relation in ("split", "merged"):
        return "split" if link.relation == "split" else "merged"
    if link.relation == "edited":
        return "edited"
    return "moved" if link.moved else "kept"


def _with_joint(runs: _Runs, n: int) -> Iterator[Run]:
    """A paragraph's runs, with the joint before them that joins it to the one before."""
    if n:
        yield Run(JOINT, runs[0].version if runs else 0)
    yield from runs


def _dated(ops: Iterable[Op], runs: Sequence[Run], version: int) -> _Runs:
    """The new text's runs: what is equal keeps its date, what is inserted has the new version's."""
    old = "".join(run.text for run in runs)
    starts, at = [], 0
    for run in runs:
        starts.append(at)
        at += len(run.text)
    out: list[Run] = []
    place = 0
    for name, text in ops:
        if name == "insert":
            out.append(Run(text, version))
            continue
        if name == "equal":
            out += _slice(runs, starts, place, place + len(text))
        place += len(text)
    if place != len(old):
        raise ValueError("a word diff does not cover the old text")
    return _fused(out)


def _slice(runs: Sequence[Run], starts: Sequence[int], start: int, end: int) -> Iterator[Run]:
    for run, at in zip(runs, starts, strict=True):
        text = run.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield Run(text, run.version)


def _cut(runs: Sequence[Run], texts: Sequence[str]) -> list[_Runs]:
    """The runs of a joined text, one tuple for each of the texts that make it up."""
    starts, at = [], 0
    for run in runs:
        starts.append(at)
        at += len(run.text)
    out, place = [], 0
    for text in texts:
        out.append(_fused(_slice(runs, starts, place, place + len(text))))
        place += len(text) + len(JOINT)
    return out


def _fused(runs: Iterable[Run]) -> _Runs:
    """Neighbours of the same version as one run."""
    out: list[Run] = []
    for run in runs:
        if out and out[-1].version == run.version:
            out[-1] = Run(out[-1].text + run.text, run.version)
        elif run.text:
            out.append(run)
    return tuple(out)


def _old_share(runs: _Runs, version: int) -> int:
    return sum(len(run.text) for run in runs if run.version != version)


def _equal_share(ops: Iterable[Op]) -> float:
    kept = list(ops)
    equal = 2 * sum(len(text) for name, text in kept if name == "equal")
    total = equal + sum(len(text) for name, text in kept if name != "equal")
    return equal / total if total else 1.0
