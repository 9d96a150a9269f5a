"""Every number that decides about a link between two versions, in one place."""

from __future__ import annotations

# Scores are weighted Dice coefficients in 0..1 (see `features`), shares are of a paragraph's weight.
SURE = 0.55  # 0.4–0.8: best for both sides and this alike: linked wherever it stands
MOST_CLAUSES = 0.5  # 0.4–0.8: least share of both paragraphs in clauses that occur once in each version
SHORT_CLAUSE = 16  # 8–40: characters below which a clause proves nothing
SHORT_CLAUSE_HAN = 6  # 3–12: the same in Chinese
ROOM = 0.15  # 0–0.5: by how much of a free paragraph's length a neighbour's partner must be longer to hold it
EVIDENT = (
    0.15  # 0.05–0.5: least share of the heavier paragraph that only the two have, for a pair without rivals
)
SURE_MARGIN = 0.10  # 0–0.3: a sure pair is better than either side's second choice by this much
MOVED = 0.32  # 0.25–0.6: least score of a link against the order; a wrong move is worse than a missed one
IN_ORDER = 0.07  # 0.05–0.3: least score of a link between neighbours that are linked
ALONE_IN_GAP = 0.045  # 0–IN_ORDER: the same where nothing else stands between those neighbours
SAME_LABEL = 0.05  # 0–0.2: added to the score of a pair in a gap that bears the same number or letter
COVERED = 0.5  # 0.3–0.8: least share of a paragraph that a part of its neighbour's partner must cover
PARTLY_COVERED = 0.25  # 0.2–0.5: the same for a part that also covers most of what is lacking
LACKING_COVERED = 0.4  # 0.3–0.8: that share of what is lacking
REACH = 2  # 1–3: how far from its neighbour a part may stand; 2 leaves room for one paragraph put between
MOST_PARAGRAPHS_OF_A_FEATURE = 24  # 8–64: words and pairs of words in more paragraphs than this prove nothing
MOST_CANDIDATES = 24  # 6–48: partners looked at for each paragraph
FEWER_BY = 16  # 4–32: not those that share so many times fewer features than the best
NOTE_AT_SAME_PLACE = 0.5  # 0.3–0.8: least likeness (Indel, characters) of notes linked only by who cites them
