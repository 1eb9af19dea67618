"""Many hands: work shared out to forked processes, where there is enough of it."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 30
"""Below this many things for each hand, to fork costs more than it saves."""
PATIENCE = 30.0
"""Seconds of processor time for one file or page; the heaviest we know takes less than one."""


class HandLost(Exception):
    """A forked process ended without a word: killed, or out of memory."""


def share(work: Callable[[Sequence[T]], R], items: Sequence[T], hands: int) -> list[R]:
    """Call `work` on a share of `items` for each hand; what each returned, and its failure.

    The first share is done here. The other hands see all that is known when they begin, and
    what they return must be picklable.
    """
    hands = min(hands, len(items) // FEWEST)
    # A fork takes along what other threads have locked, and nobody is there to unlock it.
    if hands < 2 or not hasattr(os, "fork") or threading.active_count() > 1:
        return [work(items)]
    others: list[_Hand[T, R]] = []
    try:
        for number in range(1, hands):
            others.append(_Hand(work, items[number::hands], others))
        own = work(items[::hands])
        return [own, *(other.result() for other in others)]
    finally:
        # All pipes first: whoever still writes then ends, and nobody is waited for in vain.
        for other in others:
            other.pipe.close()
        for other in others:
            other.stop()


class _Hand(Generic[T, R]):
    """A forked process with a share of the work, and a pipe for what came of it."""

    pipe: BinaryIO

    def __init__(
        self, work: Callable[[Sequence[T]], R], items: Sequence[T], earlier: Sequence[_Hand[T, R]]
    ) -> None:
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            status = 1
            try:
                os.close(reading)
                # A pipe with a reader left somewhere never tells its writer that all is over.
                for one in earlier:
                    one.pipe.close()
                with os.fdopen(writing, "wb") as pipe:
                    pickle.dump(_outcome(work, items), pipe, pickle.HIGHEST_PROTOCOL)
                status = 0
            finally:
                # Never return into the parent's stack, its buffers and its locks.
                os._exit(status)
        os.close(writing)
        self.pipe = os.fdopen(reading, "rb")
        self.ended = False

    def result(self) -> R:
        try:
            # Piece by piece: read as a whole, it would lie in memory twice.
            done, failure = pickle.load(self.pipe)  # noqa: S301 - our own process wrote it
        except (EOFError, pickle.UnpicklingError) as error:
            raise HandLost("a worker stopped without a word; was memory short?") from error
        finally:
            self.stop()
        if failure is not None:
            raise failure
        return done  # type: ignore[no-any-return]

    def stop(self) -> None:
        """Close the pipe, which ends whoever still writes to it, and let the process go."""
        self.pipe.close()
        if not self.ended:
            self.ended = True
            os.waitpid(self.pid, 0)


def _outcome(work: Callable[[Sequence[T]], R], items: Sequence[T]) -> tuple[R | None, object]:
    try:
        return work(items), None
    except Exception as error:
        return None, error


class TooLong(Exception):
    """Something took more processor time than anything here ever should."""


@contextmanager
def at_most(seconds: float = PATIENCE) -> Iterator[None]:
    """Stop what is done in the block after so much processor time; raises `TooLong` there.

    Whoever catches it and goes on with something else is stopped again after as much time.
    Processor time, so that a busy or a sleeping machine is no fault of what is done. Does
    nothing where the system has no such clock, and in threads, which get no signals.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: object) -> None:
        raise TooLong(f"it was stopped after {seconds:g} seconds of work")

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
