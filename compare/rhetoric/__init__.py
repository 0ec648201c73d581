"""The rhetoric of opinion pieces: the devices of each, the profile they make, and what two have in common.

>>> from compare.rhetoric import rhetoric
>>> profile = rhetoric("学习要有恒心，做事要有耐心，待人要有诚心。")
>>> [device.frame for device in profile.of("parallelism")]
['…要…']
"""

from compare.rhetoric.device import FORMS, LABELS, Device, Kind
from compare.rhetoric.moves import MOVES, Move
from compare.rhetoric.overlap import RhetoricalOverlap, SharedDevice, similarity
from compare.rhetoric.profile import Profile, Stock, rhetoric
from compare.rhetoric.rhythm import Rhythm

__all__ = [
    "FORMS",
    "LABELS",
    "MOVES",
    "Device",
    "Kind",
    "Move",
    "Profile",
    "RhetoricalOverlap",
    "Rhythm",
    "SharedDevice",
    "Stock",
    "rhetoric",
    "similarity",
]
