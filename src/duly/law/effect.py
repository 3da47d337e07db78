"""When an instrument takes effect, and the last day to perform it (生效日、履行期届满日)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from duly.law.calendar import Calendar, Period, in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of
from duly.law.sources import Citation, cite
from duly.law.terms import InstrumentKind, InstrumentOutcome

# 上诉期: 判决十五日，裁定十日 (民事诉讼法 171 / 2017: 164, 待核)
APPEAL_DAYS = {InstrumentKind.JUDGMENT: 15, InstrumentKind.RULING: 10}
SECOND_INSTANCE = frozenset(InstrumentOutcome) - {InstrumentOutcome.FIRST_INSTANCE}


@dataclass(frozen=True, slots=True)
class Instrument:
    """What decides when the last instrument of a chain takes effect.

    `served` has every party by name with the day of service, None where not yet
    served. `is_final` marks rulings that no appeal lies against (司法确认).
    """

    kind: InstrumentKind
    outcome: InstrumentOutcome
    made_on: date
    served: Mapping[str, date | None]
    appealed: bool = False
    is_final: bool = False
    certified_on: date | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """The day on which an instrument took effect, with the reasons; None if unknown."""

    finding: Finding
    on: date | None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """The last day to perform, with the steps that lead to it."""

    last_day: date
    provisional: bool
    because: tuple[str, ...]


def takes_effect(instrument: Instrument, *, on: date, calendar: Calendar) -> Effect:
    """Return whether and when an instrument has taken effect, as of a day.

    A certificate of effect (生效证明) on record decides. Otherwise: a first-instance
    judgment or appealable ruling the day after the last appeal period ends with no
    appeal; all others when every party is served (law.md part 11, 待核).
    """
    basis = cite("申请执行", on=on)
    if instrument.certified_on is not None:
        return _known(basis, instrument.certified_on, "依生效证明", on=on)
    unserved = [name for name, day in instrument.served.items() if day is None]
    if unserved or not instrument.served:
        names = "、".join(unserved) or "当事人"
        ground = Ground(basis, Outcome.UNDECIDED, f"尚未送达{names}", f"登记向{names}的送达")
        return Effect(all_of(_QUESTION, (ground,)), None)
    last_served = max(day for day in instrument.served.values() if day is not None)
    if not _appealable(instrument):
        return _known(basis, last_served, "自最后一方收到之日", on=on)
    if instrument.appealed:
        ground = Ground(basis, Outcome.NOT_MET, "已有当事人上诉", "登记二审裁判文书")
        return Effect(all_of(_QUESTION, (ground,)), None)
    period = Period(days=APPEAL_DAYS[instrument.kind]).reckon(last_served, calendar)
    reason = f"最后一方{in_digits(last_served)}收到，上诉期至{in_digits(period.last_day)}届满"
    return _known(
        basis, period.last_day + timedelta(days=1), reason, on=on, provisional=period.provisional
    )


def due_date(
    effective_on: date, *, days: int | None, fixed: date | None, calendar: Calendar
) -> Due:
    """Return the last day to perform: a fixed day, some days after effect, or the day of effect.

    Days are counted and moved past rest days by 民事诉讼法 85. An instrument that
    sets no time is due on the day it takes effect (法释〔2014〕8号 2). A fixed day is
    a named day, not a running period: it stays, with a warning where it is a rest day.
    """
    if fixed is not None:
        return Due(
            fixed, False, (f"文书确定于{in_digits(fixed)}前履行", *_on_rest_day(fixed, calendar))
        )
    if not days:
        return Due(
            effective_on, False, (f"文书没有确定履行期，自{in_digits(effective_on)}生效之日起",)
        )
    period = Period(days=days).reckon(effective_on, calendar)
    return Due(period.last_day, period.provisional, period.because)


def _on_rest_day(day: date, calendar: Calendar) -> tuple[str, ...]:
    return ("该日为休息日，期限至该日终了，不顺延",) if calendar.is_rest_day(day) else ()


def _appealable(instrument: Instrument) -> bool:
    return (
        instrument.outcome is InstrumentOutcome.FIRST_INSTANCE
        and instrument.kind in APPEAL_DAYS
        and not instrument.is_final
    )


def _known(
    basis: Citation, day: date, reason: str, *, on: date, provisional: bool = False
) -> Effect:
    if day > on:
        ground = Ground(
            basis, Outcome.NOT_MET, f"{reason}，{in_digits(day)}才生效", f"等到{in_digits(day)}"
        )
        return Effect(all_of(_QUESTION, (ground,)), None, provisional)
    ground = Ground(basis, Outcome.MET, f"{reason}，{in_digits(day)}生效")
    return Effect(all_of(_QUESTION, (ground,)), day, provisional)


_QUESTION = "法律文书是否已经生效"
