"""The form that every closed vocabulary takes."""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A word of the law that the program also stores."""

    chinese: str

    def __new__(cls, value: str, chinese: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.chinese = chinese
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return the members as pairs of stored value and Chinese name."""
        return [(member.value, member.chinese) for member in cls]
