"""Whatever two documents hold, the checks end, and what they name exists."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.checks import check
from aligner.checks.explain import document
from corpora.model import Resolution

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar", "und", "pt")
PIECES = st.sampled_from(
    [
        "60/156", "A/RES/61/168", "٢٠٠٦", "19 December 2006", "2006年12月19日", "(", "“", "»", " ",
        "\u200b", "100 000",
        "soixante et unième", "第", "万", "بعد المائة", "COVID-19", "www.", "https://x/", "1990s",
        "шестьдесят", "Requests ",
        "31 November 2019", "2625 (XXV)", "\ufffd", "\n", "a) ", "د-15", "50 %", "$", ".", "\u0640",
        "12345678901234567890" * 3,
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=14).map("".join)


@st.composite
def documents(draw: st.DrawFn) -> Resolution:
    texts = draw(st.lists(TEXTS, max_size=5))
    ids = ("pp1", "pp2", "op1", "op1.a", "fn1")
    return document(draw(st.sampled_from(LANGUAGES)), dict(zip(ids, texts, strict=False)), "A/RES/61/168")


@settings(max_examples=150, deadline=None)
@given(documents(), documents())
def test_findings_name_paragraphs_and_places_that_exist(a: Resolution, b: Resolution) -> None:
    for finding in check(a, b):
        one, two = finding.languages
        sides = ((a if one else None, finding.a, finding.spans_a), (None, finding.b, finding.spans_b))
        for document_, ids, spans in sides:
            homes = [document_] if document_ else [d for d in (a, b) if d.language == two]
            assert all(any(i in d for d in homes) for i in ids)
            assert all(
                any(0 <= s.start <= s.end <= len(d[s.id].text) for d in homes if s.id in d) for s in spans
            )
        assert finding.message
        assert "\n" not in finding.message
