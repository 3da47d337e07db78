"""Litigation fees by 诉讼费用交纳办法 (国务院令第481号)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from duly.law.money.rates.fees import Band, Tariff, tariff
from duly.law.money.refused import RateNotOnFile, Refused, said
from duly.law.money.yuan import Yuan, exact_text
from duly.law.terms import Term


class FeeKind(Term):
    """The fees that the program can work out."""

    ACCEPTANCE = "acceptance", "案件受理费"
    ENFORCEMENT = "enforcement", "申请执行费"
    PRESERVATION = "preservation", "申请保全费"


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee, or the range in which the court sets it; and the reckoning, a sentence a step.

    `fee` is None exactly where `lowest` and `highest` differ.
    """

    kind: FeeKind
    fee: Yuan | None
    lowest: Yuan
    highest: Yuan
    because: tuple[str, ...]


def acceptance_fee(amount: Yuan | None, *, halved: bool = False, on: date | None = None) -> Fee:
    """Return the fee for a case about property (第十三条第一款第一项).

    `halved` once, however many of articles 15, 16 and 18 apply. Raises Refused without an
    amount: the fee then depends on the kind of case.
    """
    return fee(FeeKind.ACCEPTANCE, amount, halved=halved, on=on)


def enforcement_fee(amount: Yuan | None, *, on: date | None = None) -> Fee:
    """Return the fee for enforcement, paid after it (第十四条第一项, 第二十条)."""
    return fee(FeeKind.ENFORCEMENT, amount, on=on)


def preservation_fee(amount: Yuan | None, *, on: date | None = None) -> Fee:
    """Return the fee for preservation, 5,000 at most (第十四条第二项)."""
    return fee(FeeKind.PRESERVATION, amount, on=on)


def fee(kind: FeeKind, amount: Yuan | None, *, halved: bool = False, on: date | None = None) -> Fee:
    """Return a fee by its kind, rounded once to the fen, half upwards.

    `on` is the day whose tariff is asked for; None takes the one on file. Raises Refused for
    halving anything but an acceptance fee, RateNotOnFile for a day before the tariff.
    """
    if halved and kind is not FeeKind.ACCEPTANCE:
        raise Refused("halved", f"减半交纳只适用于案件受理费，不适用于{kind.chinese}")
    table = tariff(kind.value)
    if on is not None and on < table.in_force_from:
        raise RateNotOnFile("on", f"{said(table.in_force_from)}以前的收费标准不在库中")
    if amount is None:
        return _without_amount(kind, table)
    return _with_amount(kind, amount, table, halved=halved)


def _without_amount(kind: FeeKind, table: Tariff) -> Fee:
    if table.without_amount is None:
        raise Refused("amount", table.no_amount)
    lowest, highest = map(Yuan.rounded, table.without_amount)
    one = lowest if lowest == highest else None
    span = f"每件交纳{lowest}" + ("" if one else f"至{highest}，由法院确定")
    return Fee(kind, one, lowest, highest, (f"没有金额，{span}", _basis(table)))


def _with_amount(kind: FeeKind, amount: Yuan, table: Tariff, *, halved: bool) -> Fee:
    parts = list(_parts(amount.exact, table.bands))
    exact = sum((part for part, _ in parts), Fraction(0))
    steps = [step for _, step in parts]
    if table.highest is not None and exact > table.highest:
        exact = table.highest
        steps.append(f"最多不超过{exact_text(exact)}元")
    if halved:
        exact /= 2
        steps.append("减半交纳")
    result = Yuan.rounded(exact)
    steps.append(f"合计{exact_text(exact)}元，即{result}")
    return Fee(kind, result, result, result, (*steps, _basis(table)))


def _parts(amount: Fraction, bands: tuple[Band, ...]) -> Iterator[tuple[Fraction, str]]:
    floor = Fraction(0)
    for band in bands:
        if floor and amount <= floor:
            return
        top = amount if band.up_to is None else min(amount, band.up_to)
        yield _part(floor, top, band)
        floor = band.up_to or top


def _part(floor: Fraction, top: Fraction, band: Band) -> tuple[Fraction, str]:
    if band.flat is not None:
        ceiling = "" if band.up_to is None else f"不超过{exact_text(band.up_to, 0)}元的部分，"
        return band.flat, f"{ceiling}每件{exact_text(band.flat)}元"
    part = (top - floor) * band.rate
    rate = exact_text(band.rate * 100, 0)
    span = f"超过{exact_text(floor, 0)}元的部分{exact_text(top - floor)}元"
    return part, f"{span}×{rate}%={exact_text(part)}元"


def _basis(table: Tariff) -> str:
    return f"依据{table.source}{table.article}"
