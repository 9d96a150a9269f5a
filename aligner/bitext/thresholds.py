"""The numbers that decide an alignment, in one place, each with its range and what chose it.

They were climbed, one at a time, on the mean strict F1 of the even half of each gold set (documents with an even
index by name; language pairs where a set is one document). The odd half was only reported on, with these
exceptions: `LOCAL_WEIGHT` came of reading the errors of both halves; lengths, `PRIOR_WEIGHT`, `REVISE_WEIGHT`,
`ROUNDS`, `WHOLE`, `JOIN` and `ALONE` were chosen with all sets and the disturbed paragraphs of resolutions in view;
`CALIBRATION` was learnt from every second alignment of all. Values without a figure were kept because no step of
15 to 35 % was better.
"""

from __future__ import annotations

# Pieces: sentences and clauses of segments
PIECE_LEAST = 10  # characters of a piece; with 6 the yearbooks lose 0.01
PIECE_LEAST_HAN = 3  # the same for Chinese

# Beads: how many pieces of either side may answer each other, and log priors against one that answers one
BEADS = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (3, 3), (1, 4), (4, 1))
ALONE = -2.7  # a piece without an answer
ALONE_MORE = (
    0.4  # 0..1: the share of that for each further piece of its segment; with 1 the Bible loses 0.003
)
JOIN = -2.8  # a segment joined to the one before; with -2.3 joined paragraphs lose 0.0005
INNER = -2.0  # a piece that answers together with the one before in its segment
WHOLE = (
    -3.0
)  # a segment of many pieces that answers one as a whole; without, two paragraphs of 20,525 are lost
PRIOR_WEIGHT = 150.0  # beads: how many outweigh the usual priors with their own; 20 follows accidents

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
LENGTH_SPREAD = 0.1  # standard deviation of the log ratio of long segments, as observed in gold links
LENGTH_NOISE = 2.8  # characters: how much wider it is for short ones (variance times total length)
LENGTH_TAIL = 2.0  # 1..: how seldom lengths are far off; 5.5 loses 0.03 on maligna
LENGTH_WEIGHT = 50.0  # links: how many outweigh the usual spread of lengths with their own
LENGTH_CAP = 8.0  # no length says more against a link than this

# The band, and what is not worth a look: accuracy against time
SMALL = 600  # texts up to so many segments are searched whole; with 300 the yearbooks (468 × 554) lose 0.02
CELLS = 8  # links tried of each segment in the first, coarse pass
COARSE_SPREAD = 40  # units in more segments than this find no candidates in a large text
COARSE_LEAST = 1.0  # log odds of a coarse link worth keeping
BAND = 4  # segments to either side of the coarse path that are looked at
FINE_BAND = 2  # the same around the first path
OPEN_GAP = 40  # segments by which a gap may be uneven and still lie wholly in the band
SURE_COARSE = 15.0  # log odds of a coarse link that needs no second look; 10 saves a fifth, loses 0.001
SURE = 8.0  # the same for a link of the first path
BEAM = 40.0  # a place so far behind the best of its row starts no more links; 20 loses 0.001
HOPELESS = (
    -8.0
)  # prior and lengths below this are not worth reading the words; -9 takes 6 % more time, gains nothing

# Words learnt from the two texts themselves
ROUNDS = 4  # of learning from the links and linking anew, at most; 2 loses 0.002 on the odd half
ROUNDS_LEAST = 2  # the first changes little even where the second changes much
SETTLED = 0.003  # share of the links whose change is worth no further round
LEARN_ODDS = -1.0  # log odds from which a link may teach
LEARN_SPREAD = 0.21  # 0..1: units in a larger share of the links teach nothing
LEARN_MEETINGS = 2  # fewer are chance
LEARN_SCORE = 0.35  # 0..1: below it chance company outweighs translations; 0.2 loses 0.005
LEARN_WEIGHT = 0.85  # 0..1: what a learnt translation is worth beside a known one
REVISE_WEIGHT = (
    4.0  # meetings that outweigh a known score; without revision news loses 0.004, the yearbooks 0.011
)
LEARN_EXPLAINED = 0.34  # 0..1: known translations at least this firm explain their units

# Confidence
TEMPERATURE = 2.0  # flattens the odds of beads, whose evidence is not independent
# A link's share of all ways through the texts, and the precision observed for such shares; linear in between.
# Learnt by benchmarks/bitext_calibration.py --fit from every second alignment of the gold sets.
CALIBRATION = (
    (0.0, 0.0), (0.316, 0.4), (0.451, 0.637), (0.557, 0.767), (0.654, 0.86), (0.756, 0.949),
    (0.859, 0.987), (0.943, 0.993), (0.988, 0.998), (1.0, 1.0),
)  # fmt: skip
DOUBT_MARGIN = 2  # segments to either side of the path where a link's rivals are looked for

# Crossings, in documents alone
CROSSED_LEAST = 8.0  # log odds from which two lone segments out of order are one
CROSSED_SWAP = 3.0  # the same for two neighbours that changed places
CROSSED_GAIN = 8.0  # log odds by which a swap must beat the straight order
CROSSED_MOST = 60  # lone segments of a side beyond which none are tried: the texts are too different
