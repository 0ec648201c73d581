"""The rhetoric of opinion pieces: the devices of each, and the profile they make.

>>> from compare.rhetoric import rhetoric
>>> profile = rhetoric("学习要有恒心，做事要有耐心，待人要有诚心。")
>>> [device.frame for device in profile.of("parallelism")]
['…要…']
"""

from compare.rhetoric.device import Device
from compare.rhetoric.found import Found
from compare.rhetoric.kinds import DeviceKind, device_kinds
from compare.rhetoric.profile import RhetoricalProfile, rhetoric

__all__ = ["Device", "DeviceKind", "Found", "RhetoricalProfile", "device_kinds", "rhetoric"]
