"""Every number that decides about a link between two versions, in one place.

Each line gives the range that makes sense and what was measured. F1 is that of all links on made pairs of laws and
resolutions with even seeds (en, fr, zh, ar; 20 to 300 paragraphs), 0.9938 at these values; "agreement" is how far
six languages find the same links in 85 pairs of resolutions, 0.998 at these values.
"""

from __future__ import annotations

# Scores are weighted Dice coefficients in 0..1 (see `features`); shares are of a paragraph's weight or length.

# Clauses
MOST_CLAUSES = (
    0.5  # 0.4-0.8: least share of both in clauses that occur once in each version; F1 alike in the range
)
SHORT_CLAUSE = 16  # 8-40: characters below which a clause proves nothing
SHORT_CLAUSE_HAN = 6  # 3-12: the same in Chinese

# Nearby
NEARBY = (
    0.7  # 0.6-0.8: least likeness in characters in the gap between two links; F1 0.9935 at 0.6, alike above
)
NEARBY_ALONE = (
    0.6  # 0.5-0.7: the same where nothing else stands in the gap; F1 alike, unlike paragraphs reach 0.5
)
NEARBY_SHORT = 0.8  # 0.7-0.9: the same for short paragraphs ("See A/74/1", "See A/75/2"); F1 0.9935 at 0.7
LONG_ENOUGH = 80  # 40-160: characters from which a paragraph is not short; F1 0.9935 at 40, alike above
NEARBY_MARGIN = 0.1  # 0.05-0.3: more alike than any other pair of either in that gap, by this
MOST_IN_GAP = 64  # 16-256: pairs compared in one gap; larger gaps are left to the rare words
LARGEST_GAP = 100_000_000  # 10-1000 million: old times new characters in one gap; this many take milliseconds

# Beside
PIECE = 6  # 4-9: characters in a piece of text that is looked up; F1 alike in the range
PIECE_HAN = 3  # 2-4: the same in Chinese
MOST_PIECES = 16  # 8-32: pieces of a paragraph that are looked up; F1 alike in the range
BROUGHT = 0.6  # 0.4-0.8: least share of a part's pieces that its neighbour's whole holds; other paragraphs reach 0.35
MAY_BRING = 0.1  # 0.05-0.2: a share below this is chance; of 640 true parts of made pairs, one was below 0.15

# Candidates
MOST_PARAGRAPHS_OF_A_FEATURE = 24  # 8-64: words and pairs of words in more paragraphs than this prove nothing
MOST_CANDIDATES = 24  # 6-48: partners weighed for each paragraph; 6 loses 3 points of the heavily rewritten
FEWER_BY = 16  # 4-32: not those that share so many times fewer features than the best; 8 loses a merge

# Links
SURE = 0.55  # 0.4-0.8: best for both sides and this alike: linked wherever it stands; F1 alike in 0.45-0.55
SURE_MARGIN = (
    0.1  # 0-0.3: a sure pair is better than either side's second choice by this; F1 alike in 0.05-0.2
)
IN_ORDER = 0.07  # 0.05-0.3: least score between linked neighbours; agreement 0.9978 at 0.05, 0.9984 here, 0.9976 at 0.2
ALONE_IN_GAP = (
    0.045  # 0-IN_ORDER: the same where nothing else stands there; added and removed F1 0.910 to 0.922
)
SAME_LABEL = 0.05  # 0-0.2: added in a gap for the same number or letter; changed links of laws 0.960 to 0.965
MOVED = 0.32  # 0.25-0.6: least score against the order; recall of moves 0.937 at 0.4, 0.979 at 0.3, precision alike

# Splits and merges
COVERED = 0.5  # 0.3-0.8: least share of a part that is the whole's and no other part's; F1 alike in 0.4-0.6
PARTLY_COVERED = (
    0.25  # 0.2-0.5: the same for a part that also covers much of what is lacking; splits 0.924 to 0.955
)
LACKING_COVERED = 0.4  # 0.3-0.8: that share of what is lacking
REACH = 2  # 1-3: how far from its neighbour a part may stand; splits 0.955 at 1, 0.985 at 2 and at 3

# Notes
NOTE_AT_SAME_PLACE = 0.5  # 0.3-0.8: least likeness (Indel, characters) of notes linked only by who cites them
