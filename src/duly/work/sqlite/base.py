"""SQLite as Django has it, but whoever waits to write goes in the order in which he came.

SQLite lets one write at a time, and lets the others look again now and then: whoever never
pauses keeps it, and whoever waits longest looks most rarely. Here they stand in a queue first.
"""

from typing import Any

from django.db.backends.sqlite3 import base

from duly.work.sqlite.turn import Turn


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that takes its turn before a transaction, and leaves it after."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._turn: Turn | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open the database: a file has a queue before it, one in memory belongs to one process."""
        if not self.is_in_memory_db():
            self._turn = Turn(str(conn_params["database"]))
        return super().get_new_connection(conn_params)

    def _start_transaction_under_autocommit(self) -> None:
        if self._turn is not None:
            self._turn.take()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]
        finally:
            self._leave()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._leave()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._leave()

    def _leave(self) -> None:
        if self._turn is not None:
            self._turn.leave()
