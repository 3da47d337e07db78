"""Renminbi, exact to the fen."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from duly.law.money import currency
from duly.law.money.refused import Refused

_STRICT = re.compile(r"(0|[1-9][0-9]*)(?:\.([0-9]{1,2}))?")
_LONGEST = 13


@dataclass(frozen=True, slots=True, order=True)
class Yuan:
    """An amount of money in whole fen, never negative. Rounds only where asked.

    Raises ValueError for a negative or fractional number of fen: an amount never goes
    below nothing by accident.
    """

    fen: int

    def __post_init__(self) -> None:
        # The type itself, which no bool has: this is asked more often than anything else.
        if type(self.fen) is not int or self.fen < 0:
            raise ValueError(f"金额应当是不小于零的整数分，不是{self.fen}")

    @classmethod
    def of(cls, text: str, *, field: str = "amount") -> "Yuan":
        """Return an amount written in yuan: "12345.67".

        Raises Refused, naming `field`, for anything but ASCII digits with at most two
        decimals: no sign, exponent, blank, separator, leading zero or full-width digit. A
        foreign currency (法释〔2014〕8号第五条) is named in the refusal: only renminbi is kept.
        """
        match = _STRICT.fullmatch(text) if isinstance(text, str) else None
        if match is None:
            raise Refused(field, _refusal(text))
        whole, decimals = match.groups(default="")
        if len(whole) > _LONGEST:
            raise Refused(field, f"金额超过{_LONGEST}位整数，请核对")
        return cls(int(whole + decimals.ljust(2, "0")))

    @classmethod
    def rounded(cls, amount: Decimal | Fraction) -> "Yuan":
        """Return the nearest amount to a number of yuan, half a fen upwards."""
        doubled_fen = Fraction(amount) * 200 + 1
        return cls(doubled_fen.numerator // (2 * doubled_fen.denominator))

    @classmethod
    def total(cls, amounts: Iterable["Yuan"]) -> "Yuan":
        """Return the sum of amounts; nothing for none."""
        return cls(sum(amount.fen for amount in amounts))

    @property
    def amount(self) -> Decimal:
        """The amount in yuan, with two decimals."""
        return Decimal(self.fen).scaleb(-2)

    @property
    def exact(self) -> Fraction:
        """The amount in yuan, for exact reckoning."""
        return Fraction(self.fen, 100)

    @property
    def plain(self) -> str:
        """The amount as `of` reads it: 12345.67."""
        return f"{self.fen // 100}.{self.fen % 100:02d}"

    def __add__(self, other: "Yuan") -> "Yuan":
        return Yuan(self.fen + other.fen)

    def __sub__(self, other: "Yuan") -> "Yuan":
        return Yuan(self.fen - other.fen)

    def __bool__(self) -> bool:
        return self.fen != 0

    def __str__(self) -> str:
        return f"{self.fen // 100:,}.{self.fen % 100:02d}元"


NOTHING = Yuan(0)


def _refusal(text: object) -> str:
    named = currency.foreign(text) if isinstance(text, str) else None
    if named is not None:
        return (
            f"金额“{text}”是外币（{named}）：本系统只登记人民币。"
            "先依生效法律文书折算成人民币，写明折算的依据，再填写人民币数额"
        )
    strict = f"金额“{text}”应当写成半角数字，最多两位小数，例如12345.67"
    if isinstance(text, str) and currency.names_renminbi(text):
        return f"{strict}；单位就是人民币元，不必写币种"
    return strict


def exact_text(number: Fraction, places: int = 2) -> str:
    """Return a number in full, with at least so many decimals: 542.50, 50.0325.

    A number without a finite decimal form is rounded to eight decimals and marked 约.
    """
    for count in range(places, 17):
        scaled, rest = divmod(number.numerator * 10**count, number.denominator)
        if not rest:
            return _decimal_text(scaled, count)
    return "约" + _decimal_text(round(number * 10**8), 8)


def _decimal_text(scaled: int, places: int) -> str:
    whole, rest = divmod(scaled, 10**places)
    return f"{whole}.{rest:0{places}d}" if places else str(whole)
