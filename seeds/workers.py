"""Processes that work for this one, and end when it does.

Each is a Python of its own that is told what to do through a pipe. Those of `multiprocessing` would run the program of
the caller once more, which then must be written for it, and Ctrl-C at a terminal would reach them too.
"""

from __future__ import annotations

import os
import pickle
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import IO, Any, TypeVar

from seeds.errors import OpedError

Item = TypeVar("Item")
Done = TypeVar("Done")

PROGRAM = "import sys; sys.path[:] = {path!r}; from seeds.workers import serve; serve()"
LENGTH = struct.Struct("<Q")


class Workers:
    """So many processes at most, each begun when there is work for it; what is submitted must be importable, and so
    must what it raises.
    """

    def __init__(self, jobs: int) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []
        self._free: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._threads = ThreadPoolExecutor(jobs)
        self._jobs = jobs
        self._closed = False

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all work."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._processes:
            # Whether it is at work or not: what it has finished is whole, and what it has not is not there.
            process.kill()
            process.wait()
        self._threads.shutdown()
        for process in self._processes:
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()

    def each(self, work: Callable[[Item], Done], items: Iterable[Item]) -> Iterator[Done]:
        """What becomes of each item, in their order; a few are taken ahead at the most, since one may be large.

        Raises what `work` raises, and `OpedError` when a worker is killed.
        """
        waiting: deque[Future[Done]] = deque()
        for item in items:
            waiting.append(self._threads.submit(self._ask, work, item))
            if len(waiting) > 2 * self._jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _ask(self, work: Callable[[Item], Done], item: Item) -> Done:
        process = self._one()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            _send(process.stdin, (work, item))
            done, result = _received(process.stdout)
        except (EOFError, OSError):
            raise OpedError(
                "a worker was killed, for want of memory perhaps: ask for fewer --jobs; a corpus goes on by --resume"
            ) from None
        finally:
            self._free.put(process)
        if not done:
            raise result
        made: Done = result
        return made

    def _one(self) -> subprocess.Popen[bytes]:
        """A process that is free. A thread has one at a time, so there are never more of them than threads."""
        with suppress(Empty):
            return self._free.get_nowait()
        try:
            process = _started()
        except OSError as problem:
            raise OpedError(
                f"cannot start a worker: {problem.strerror or problem}; ask for fewer --jobs"
            ) from None
        self._processes.append(process)
        if self._closed:
            process.kill()
            process.wait()
        return process


def _started() -> subprocess.Popen[bytes]:
    program = PROGRAM.format(path=[str(Path(path).absolute()) for path in sys.path])
    return subprocess.Popen([sys.executable, "-c", program], stdin=-1, stdout=-1, start_new_session=True)


def _send(pipe: IO[bytes], message: object) -> None:
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(LENGTH.pack(len(data)) + data)
    pipe.flush()


def _received(pipe: IO[bytes]) -> Any:
    data = pipe.read(LENGTH.size)
    if len(data) < LENGTH.size:
        raise EOFError
    (size,) = LENGTH.unpack(data)
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return pickle.loads(data)


def serve() -> None:
    """Be a worker: do what comes through standard input until that ends, which it does when its parent does."""
    tasks: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_listen, args=(tasks,), daemon=True).start()
    # What prints, prints where people look, and not between the results.
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while True:
        work, item = tasks.get()
        try:
            answer: tuple[bool, object] = True, work(item)
        except Exception as error:
            answer = False, error
        _send(results, answer)


def _listen(tasks: SimpleQueue[Any]) -> None:
    """Hand on what comes; at the end leave at once, in the middle of a task too."""
    try:
        while True:
            tasks.put(_received(sys.stdin.buffer))
    except (EOFError, OSError):
        os._exit(1)
