"""The bands into which the amounts of matters fall, so that any of them is found at once."""

from bisect import bisect_right

from duly.law.money import Yuan

# Each band begins with an amount in yuan: from there on, up to but without the next one.
BEGINNINGS = (0, 10_000, 100_000, 500_000, 1_000_000, 5_000_000)
_FEN = 100


def band_of(amount: Yuan) -> int:
    """Return the band of an amount: 1 for less than the second beginning; 0 for no money."""
    return bisect_right(BEGINNINGS, amount.fen // _FEN) if amount.fen else 0
