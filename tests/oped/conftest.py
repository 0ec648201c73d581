"""The command in this process: faster than a new one, and its exit code, output and messages are all there is."""

import sys

import pytest

from oped.cli import main


@pytest.fixture
def oped(monkeypatch, capfdbinary):
    """Run `oped ARGUMENTS`; returns exit code, standard output and standard error."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["oped", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = capfdbinary.readouterr()
        return left.value.code or 0, out.decode(), err.decode()

    return run
