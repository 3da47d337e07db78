"""What is wrong with a file: with the whole of it, or with one cell."""

from dataclasses import dataclass


class Unreadable(ValueError):
    """A file of which nothing can be imported; the message says why and the way out."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot stand: its row, its column by heading, and the rule in plain Chinese."""

    row: int
    column: str
    why: str

    def __str__(self) -> str:
        return f"第{self.row}行“{self.column}”：{self.why}"
