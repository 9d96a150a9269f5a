"""The numbers that decide an alignment, in one place, each with its range and what chose it.

Unless another source is named, they were tuned on the documents with an even index of each gold set (by
name, within a set), by hill climbing on strict F1; the documents with an odd index were only reported on.
"""

from __future__ import annotations

# Beads: how many segments of either side may answer each other, with the log prior of each against 1-1.
BEADS: dict[tuple[int, int], float] = {
    (1, 1): 0.0,
    (1, 0): -3.0, (0, 1): -3.0,
    (1, 2): -2.3, (2, 1): -2.3,
    (2, 2): -5.0,
    (1, 3): -4.0, (3, 1): -4.0,
    (2, 3): -6.0, (3, 2): -6.0,
    (3, 3): -7.0,
    (1, 4): -5.0, (4, 1): -5.0,
}  # fmt: skip
SPAN = max(max(bead) for bead in BEADS)

# Words
MATCH_WEIGHT = 0.5  # 0..1: how far matches of single words count as independent of each other
TRUST = 0.5  # 0..1: how surely a known translation is expected in the answering segment
RARITY_CAP = 400.0  # a unit is never held rarer than once in so many segments
SHARED_SCORE = 0.6  # a number, symbol or word of the same spelling on both sides
MARK_SCORE = 0.3  # a mark of punctuation of the same kind
CORE_SCORE = 0.3  # a pair of everyday words from the hand-written table
COGNATE_RATIO = 75.0  # rapidfuzz ratio from which two longer words may be one
COGNATE_SCORE = 0.5  # what a cognate of ratio 100 is worth as a translation

# Lengths
LENGTH_WEIGHT = 1.0
LENGTH_SPREAD = 0.22  # standard deviation of the log ratio of long segments
LENGTH_NOISE = 6.0  # characters squared over length: how much wider it is for short ones
LENGTH_CAP = 8.0  # no length says more against a link than this

# Bands
CELLS = 8  # links tried of each segment in the first, coarse pass
SMALL = 300  # texts up to so many segments are looked at more widely
COARSE_SPREAD = 40  # units in more segments than this find no candidates in a large text
BAND = 6  # segments to either side of the coarse path that are looked at
ROUNDS = 2  # rounds of learning words from the links and linking anew
BEAM = 40.0  # a place so far behind the best of its row starts no more links
HOPELESS = -12.0  # prior and lengths below this are not worth reading the words
TEMPERATURE = 2.0  # flattens the odds of beads until confidence means what it says
CALIBRATION = (1.0, 0.0)  # slope and shift of the log odds of a link's share
DOUBT_MARGIN = 4  # segments to either side of the path where a link's rivals are looked for
FINE_BAND = 3

# Words learnt from the two texts themselves
LEARN_ODDS = 0.0  # log odds from which a link may teach
LEARN_SPREAD = 0.25  # units in a larger share of the links teach nothing
LEARN_MEETINGS = 2  # fewer are chance
LEARN_SCORE = 0.35  # 0..1: below it chance company outweighs translations
LEARN_WEIGHT = 1.0  # what a learnt translation is worth beside a known one
LEARN_EXPLAINED = 0.25  # known translations at least this firm explain their units
OPEN_GAP = 40  # segments by which a gap may be uneven and still lie wholly in the band
SURE_COARSE = 15.0  # log odds of a coarse link that needs no second look
SURE = 8.0  # the same for a link of the first path
