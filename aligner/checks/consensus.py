"""One finding about the odd one out, instead of one for each pair that it spoils."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from aligner.findings import Finding

MOST_NAMED = 4  # more versions than this are counted, not named


def consensus(by_version: Sequence[list[Finding]], languages: Sequence[str]) -> list[Finding]:
    """Findings of the first version against each other one, joined where they are about the same thing.

    Args:
        by_version: the findings of the first version against the second, the third, and so on.
        languages: the codes of all versions, the first one's first.

    Where most of the others agree with each other against the first, it is the first that is odd. Where several, but
    not most, differ from it alike, they are named together.
    """
    alike: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for findings in by_version:
        for f in findings:
            alike[_topic(f)].append(f)
    return [_joined(group, languages) for group in alike.values()]


def _topic(f: Finding) -> tuple[object, ...]:
    if f.about:
        return f.check, f.a or f.b, f.about
    if f.check in ("missing",) and f.a:
        return f.check, f.a
    return f.check, f.a, f.b, f.message


def _joined(group: list[Finding], languages: Sequence[str]) -> Finding:
    others = len(languages) - 1
    concerned = list(dict.fromkeys(f.languages[1] for f in group))
    if others < 2:
        return group[0]
    expected, arrow, found = group[0].about.partition(">")
    if len(concerned) * 2 > others and len(concerned) > 1:
        return _first_is_odd(group, languages, concerned)
    rest = [x for x in languages if x not in concerned]
    who = _names(concerned) + (" alone has" if len(concerned) == 1 else " have")
    if arrow and expected and found:
        return replace(group[0], message=f"{who} {found} where {_names(rest)} have {expected}")
    if arrow and expected:
        return replace(group[0], message=f"{who} not {expected}, which {_names(rest)} have")
    if arrow:
        return replace(group[0], message=f"{who} {found}, which {_names(rest)} do not have")
    if len(concerned) == 1:
        return group[0]
    return replace(group[0], message=f"{_names(concerned)}: {group[0].message}")


def _first_is_odd(group: list[Finding], languages: Sequence[str], concerned: list[str]) -> Finding:
    expected, arrow, found = group[0].about.partition(">")
    first = languages[0]
    if arrow and expected and found:
        message = f"{first} alone has {expected} where {_names(concerned)} have {found}"
    elif arrow and expected:
        message = f"{first} alone has {expected}, which is not in {_names(concerned)}"
    elif arrow:
        message = f"{first} alone has not {found}, which is in {_names(concerned)}"
    else:
        message = f"{first} alone ({_names(concerned)} agree): {group[0].message}"
    return replace(group[0], message=message, suggestion="")


def _names(languages: Sequence[str]) -> str:
    if len(languages) > MOST_NAMED:
        return f"{len(languages)} others"
    *head, last = languages
    return f"{', '.join(head)} and {last}" if head else last
