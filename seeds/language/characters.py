"""Which characters are Chinese."""

HAN = "\u3400-\u9fff"
"""The ideographs of the basic plane, as a range inside the brackets of a regular expression."""
