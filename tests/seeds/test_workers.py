"""Worker processes: as many as there is work for, and an error in our words where one cannot be started."""

import operator
import subprocess

import pytest

from seeds.errors import OpedError
from seeds.workers import Workers


def test_no_more_processes_than_there_is_work_for(monkeypatch):
    begun = []
    start = subprocess.Popen

    def counted(*args, **kwargs):
        begun.append(args)
        return start(*args, **kwargs)

    monkeypatch.setattr(subprocess, "Popen", counted)
    with Workers(200) as workers:
        assert list(workers.each(operator.neg, [1, 2, 3])) == [-1, -2, -3]
    assert 1 <= len(begun) <= 3


def test_work_is_shared_by_no_more_processes_than_were_asked_for(monkeypatch):
    begun = []
    start = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda *args, **kwargs: begun.append(args) or start(*args, **kwargs)
    )
    with Workers(2) as workers:
        assert list(workers.each(operator.neg, range(40))) == [-n for n in range(40)]
    assert len(begun) <= 2


def test_a_worker_that_cannot_be_started_is_told(monkeypatch):
    def refused(*_args, **_kwargs):
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refused)
    with Workers(2) as workers, pytest.raises(OpedError, match="ask for fewer --jobs"):
        list(workers.each(operator.neg, [1]))
