"""Times of day, which languages count by twelve or by twenty-four hours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.values.model import Value

_TIME = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?"
_TWELVE = re.compile(rf"(?<![\d.:])({_TIME})(?:(?:\s(?:to|and|until)\s|[-–])({_TIME}))?\s?[ap]\.m\.")
_CHINESE = re.compile(r"[上下]午\s?(\d{1,2})[时点:：](\d{1,2})?")


def hours(text: str, language: str) -> Iterator[Value]:
    """Times on a twelve-hour clock: hours on either clock and minutes, all to explain a number elsewhere."""
    if language == "zh":
        pattern = _CHINESE
    elif "m." in text:
        pattern = _TWELVE
    else:
        return
    for match in pattern.finditer(text):
        for group in (1, 2):
            if match[group]:
                yield from _readings(match[group], *match.span(group))


def _readings(time: str, start: int, end: int) -> Iterator[Value]:
    hour, _, minute = time.replace(":", ".").partition(".")
    minutes = minute.rstrip("0") and f".{minute.rstrip('0')}"
    for h in (int(hour), int(hour) + 12):
        for reading in dict.fromkeys((f"{h}", f"{h}{minutes}", str(int(minute or 0)))):
            yield Value("number", reading, start, end, weak=True)
