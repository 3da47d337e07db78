"""The one way in which a sum is refused: which field, and why in plain Chinese."""

from datetime import date


class Refused(ValueError):
    """A figure that cannot be worked out from what was given.

    `field` is the path of the faulty input ("payments[1].amount"), empty where no single
    input is at fault; `message` is a sentence for the person who typed it.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


class RateNotOnFile(Refused):
    """A day for which no rate is on file: the figure is refused, not guessed."""


def said(day: date) -> str:
    """Return a date as a sentence says it: 2026年10月8日."""
    return f"{day.year}年{day.month}月{day.day}日"
