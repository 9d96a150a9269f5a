"""The comparison as data, in the published schema (``schemas/comparison-1.json``)."""

from __future__ import annotations

import json
import re
from typing import Any

from aligner.model import Comparison
from aligner.reports.settings import ReportSettings

# Legal in JSON but not in UTF-8 (surrogates), or able to disguise what is read (controls, overrides).
# Escaped, they stay exact.
_STRANGE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


def render(comparison: Comparison, settings: ReportSettings) -> bytes:
    """The comparison; of the settings only `only` has a say."""
    return dumps(comparison.only(settings.only).to_dict()).encode()


def dumps(data: Any) -> str:
    """Any data as JSON: other scripts readable, strange characters escaped, a line feed at the end."""
    plain = json.dumps(data, ensure_ascii=False, indent=1)
    return _STRANGE.sub(lambda m: f"\\u{ord(m[0]):04x}", plain) + "\n"
