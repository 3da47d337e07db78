"""Turns among processes and threads, by two locks on files that end with whoever holds them."""

import fcntl
import os


class Turn:
    """A place in the queue before a database file.

    The first in the queue alone waits for the turn itself, so that nobody who had it comes back
    before him. A process that is killed leaves both: the system takes its locks away.
    """

    def __init__(self, database: str) -> None:
        self._paths = f"{database}-queue", f"{database}-turn"
        self._held: int | None = None

    def take(self) -> None:
        """Wait for the turn; who has it already keeps it."""
        if self._held is not None:
            return
        queue, turn = (os.open(path, os.O_RDWR | os.O_CREAT, 0o600) for path in self._paths)
        try:
            fcntl.flock(queue, fcntl.LOCK_EX)
            fcntl.flock(turn, fcntl.LOCK_EX)
        except BaseException:
            os.close(turn)
            raise
        finally:
            os.close(queue)
        self._held = turn

    def leave(self) -> None:
        """Let the next one have the turn."""
        if self._held is not None:
            os.close(self._held)
            self._held = None
