"""English."""

from __future__ import annotations

from corpora.languages.model import LanguageFacts, words

UNITS = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def ordinal(number: int) -> str:
    """A number from 1 to 199 as an ordinal in words: 61 is "sixty-first"."""
    hundreds, rest = divmod(number, 100)
    if hundreds:
        return "one hundred and " + ordinal(rest) if rest else "one hundredth"
    if rest < len(UNITS):
        return UNITS[rest]
    ten, unit = divmod(rest, 10)
    return f"{TENS[ten]}-{UNITS[unit]}" if unit else TENS[ten][:-1] + "ieth"


def ordinal_forms(number: int) -> tuple[str, ...]:
    """Every spelling of the ordinal, the usual one first."""
    word = ordinal(number)
    return tuple(dict.fromkeys((word, word.replace("-", " "), word.replace("hundred and ", "hundred "))))


FACTS = LanguageFacts(
    code="en",
    name="English",
    english_name="English",
    iso639_3="eng",
    direction="ltr",
    publisher="United Nations",
    openings={
        "The General Assembly": "GA",
        "The Security Council": "SC",
        "The Human Rights Council": "HRC",
        "The Economic and Social Council": "ECOSOC",
        "The Commission on Human Rights": "other",
        "The Trusteeship Council": "other",
    },
    preambular=words(
        "being calling commemorating committed continuing disappointed inviting looking "
        "marking mourning re-emphasizing recommitting seized trusting "
        "acknowledging acting acknowledging affirming alarmed anxious appalled appreciating approving aspiring "
        "aware bearing believing cognizant commending concerned condemning confident confirming conscious "
        "considering convinced deeming deploring desiring desirous determined disturbed echoing emphasizing "
        "emphasising encouraged encouraging endorsing expecting expressing finding fulfilling grateful "
        "gravely guided having highlighting honouring hoping inspired keeping mindful noting observing "
        "outraged paying persuaded pointing proclaiming reaffirming realizing recalling recognizing "
        "recognising referring regretting reiterating rejecting remaining remembering renewing resolved "
        "responding seeking sharing shocked stressing supporting taking thanking troubled underlining "
        "underscoring urging viewing welcoming whereas wishing"
    ),
    operative=words(
        "anticipates appreciates appropriates commits continues draws re-emphasizes realizes "
        "recommits reconfirms respects "
        "accepts acknowledges adopts affirms agrees appeals applauds appoints approves asks authorizes "
        "authorises calls commends concludes concurs condemns confirms congratulates considers decides "
        "declares demands deplores designates determines directs elects emphasizes emphasises encourages "
        "endorses establishes exhorts expresses extends finds highlights insists instructs intends invites "
        "looks notes notifies observes pays pledges proclaims reaffirms recalls recognizes recognises "
        "recommends refers regrets reiterates rejects remains reminds renews repeats requests requires "
        "resolves salutes selects shares solemnly stresses strongly suggests supports takes thanks transmits "
        "trusts underlines underscores undertakes urges warns welcomes"
    ),
    adverbs=words(
        "seriously equally profoundly unequivocally "
        "also further again once deeply gravely strongly fully solemnly firmly"
    ),
    months=tuple(
        (full, full[:3]) if full != "september" else (full, "sept", "sep")
        for full in words(
            "january february march april may june july august september october november december"
        )
    ),
    masthead={
        "session": ("session",),
        "agenda": ("agenda item", "agenda items"),
        "adopted": ("adopted by", "adopted at", "resolution adopted", "decision adopted"),
        "report": ("on the report of", "without reference to a main committee", "on the recommendation of"),
        "published": ("distr.", "distribution"),
    },
    resolution=("resolution", "resolutions"),
    decision=("decision", "decisions"),
    draft=("draft resolution", "draft decision"),
    annex=("annex", "appendix"),
    meeting=("plenary meeting", "meeting"),
    digits="0123456789",
    quotes=("“", "”"),
    comma=",",
    semicolon=";",
    full_stop=".",
    colon=":",
    ordinal=ordinal,
    ordinal_forms=ordinal_forms,
)
