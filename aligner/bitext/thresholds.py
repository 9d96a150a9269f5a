"""The numbers that decide an alignment, in one place, each with its range and what chose it.

They were climbed, one at a time, on the mean strict F1 of ten alignments drawn from the even half of each
gold set (documents with an even index by name; language pairs where a set is one document). The odd half was
reported on, with two exceptions: `LOCAL_WEIGHT` came of reading the errors of both halves, and `CALIBRATION`
lies between them. Values without a figure were kept because no step of 15 to 35 % either way was better.
"""

from __future__ import annotations

# Beads: how many segments of either side may answer each other, with the log prior of each against 1-1.
BEADS: dict[tuple[int, int], float] = {
    (1, 1): 0.0,
    (1, 0): -3.0, (0, 1): -3.0,
    (1, 2): -2.3, (2, 1): -2.3,
    (2, 2): -5.0,
    (1, 3): -4.0, (3, 1): -4.0,
    (2, 3): -5.1, (3, 2): -5.1,
    (3, 3): -8.0,
    (1, 4): -5.0, (4, 1): -5.0,
}  # fmt: skip

# Words
MATCH_WEIGHT = 0.425  # 0..1: how far matches of single words count as independent of each other
TRUST = 0.675  # 0..1: how surely a known translation is expected in the answering segment
RARITY_CAP = 400.0  # a unit is never held rarer than once in so many segments
NEAR = 2  # segments to either side that make a unit common in its passage
LOCAL_WEIGHT = 1.0  # how far being common in the passage counts as being common in the text
SHARED_SCORE = 0.6  # 0..1: a number, symbol or word of the same spelling on both sides
MARK_SCORE = 0.19  # 0..1: a mark of punctuation of the same kind
CORE_SCORE = (
    0.345  # 0..1: a pair of everyday words from the hand-written table; without it the Bible loses 0.02
)
TAUGHT_WEIGHT = (
    0.85  # 0..1: what a translation that the library's documents taught is worth; as one learnt here
)
COGNATE_RATIO = 71.0  # 0..100: rapidfuzz ratio from which two longer words may be one
COGNATE_SCORE = 0.5  # 0..1: what a cognate of ratio 100 is worth as a translation
LETTERS_LEAST = 5  # letters of a word that may be a cognate
BONES_RATIO = 85.0  # 0..100: rapidfuzz ratio of two words' consonants from which they may be one name
BONES_SCORE = 0.35  # 0..1: what the same consonants are worth as a translation
BONES_LEAST = 4  # consonants of a word that may be a name
WITNESS_SCORE = 0.5  # 0..1: a word of a segment's machine translation

# Lengths
LENGTH_SPREAD = 0.22  # standard deviation of the log ratio of long segments
LENGTH_NOISE = 5.1  # characters: how much wider it is for short ones (variance times total length)
LENGTH_CAP = 8.0  # no length says more against a link than this

# The band, and what is not worth a look: accuracy against time
SMALL = 600  # texts up to so many segments are searched whole; with 300 the yearbooks (468 × 554) lose 0.02
CELLS = 8  # links tried of each segment in the first, coarse pass
COARSE_SPREAD = 40  # units in more segments than this find no candidates in a large text
COARSE_LEAST = 1.0  # log odds of a coarse link worth keeping
BAND = 6  # segments to either side of the coarse path that are looked at
FINE_BAND = 3  # the same around the first path
OPEN_GAP = 40  # segments by which a gap may be uneven and still lie wholly in the band
SURE_COARSE = 15.0  # log odds of a coarse link that needs no second look; 10 saves a fifth, loses 0.001
SURE = 8.0  # the same for a link of the first path
BEAM = 40.0  # a place so far behind the best of its row starts no more links; 20 loses 0.001
HOPELESS = -9.0  # prior and lengths below this are not worth reading the words

# Words learnt from the two texts themselves
ROUNDS = 2  # of learning words from the links and linking anew; a third changes nothing
ROUNDS_LARGE = 1  # the same for a text that is not small: a second costs a third of the time, gains 0.001
LEARN_ODDS = -1.0  # log odds from which a link may teach
LEARN_SPREAD = 0.21  # 0..1: units in a larger share of the links teach nothing
LEARN_MEETINGS = 2  # fewer are chance
LEARN_SCORE = 0.35  # 0..1: below it chance company outweighs translations; 0.2 loses 0.005
LEARN_WEIGHT = 0.85  # 0..1: what a learnt translation is worth beside a known one
LEARN_EXPLAINED = 0.34  # 0..1: known translations at least this firm explain their units

# Confidence
TEMPERATURE = 2.0  # flattens the odds of beads, whose evidence is not independent
CALIBRATION = (
    1.1,
    0.2,
)  # slope, shift of a share's log odds, between what either half says: 0.65 even, -0.2 odd
DOUBT_MARGIN = 2  # segments to either side of the path where a link's rivals are looked for

# Crossings, in documents alone
CROSSED_LEAST = 8.0  # log odds from which two lone segments out of order are one
CROSSED_SWAP = 3.0  # the same for two neighbours that changed places
CROSSED_GAIN = 8.0  # log odds by which a swap must beat the straight order
CROSSED_MOST = 60  # lone segments of a side beyond which none are tried: the texts are too different
