"""What an alignment pays, in bits, for not being word for word."""

EDIT_COST = 3.5
"""A character exchanged, left out or put in: -log2 of one character in eleven."""

NEAR_COST = 8.0
"""What every alignment with an edit pays once: news repeats itself with small changes more often than word for
word, so that at equal bits chance brings more near matches than verbatim ones."""

MOVE_COST = 14.0
"""A clause that stands at another place: about log2 of the places within reach, and an edit or two."""

DROP = 16.0
"""What an alignment carried on beyond its ends may lose before it is given up (the X-drop of BLAST)."""
