"""The one tree of exceptions: whoever calls oped needs to catch `OpedError` only.

Every message says what happened and what to do about it; `exit_code` is what the command returns.
"""


class OpedError(Exception):
    """Anything oped refuses to do, with a message for the person who asked."""

    exit_code = 1


class InputError(OpedError):
    """The input cannot be read as text, or holds no piece."""


class UsageError(OpedError, ValueError):
    """An argument that makes no sense, such as a negative budget."""

    exit_code = 2


class EngineUnavailableError(OpedError):
    """The engine or the format is known, but the package behind it is not installed."""

    exit_code = 3
