"""Case numbers are given out here, without gaps or doubles, by court, year and kind."""

from datetime import date

from duly.law.terms import ProceedingKind
from duly.registry import search
from duly.registry.court_settings import type_code
from duly.registry.models import Court, Matter, NumberSeries, Proceeding


class NoTypeCode(LookupError):
    """The court has not set a type code for this kind of proceeding: nothing is guessed."""


def file_proceeding(*, matter: Matter, kind: ProceedingKind, on: date) -> Proceeding:
    """Give a matter its next number of a kind, in the year of a day.

    Runs in the caller's transaction: if the act fails, the number was never given.

    :raises NoTypeCode: if the court has no type code for the kind.
    """
    code = _code(matter, kind, on)
    serial = next_serial(court=matter.court, year=on.year, code=code)
    number = f"（{on.year}）{matter.court.code}{code}{serial}号"
    proceeding = Proceeding.objects.create(
        matter=matter,
        court=matter.court,
        kind=kind.value,
        year=on.year,
        code=code,
        serial=serial,
        number=number,
        filed_date=on,
    )
    matter.numbers = f"{matter.numbers} {number}".strip()
    matter.save(update_fields=["numbers"])
    search.keep([matter])
    return proceeding


def next_serial(*, court: Court, year: int, code: str) -> int:
    """Return the next serial of a series in the caller's transaction: no gaps, no doubles."""
    series, _ = NumberSeries.objects.select_for_update().get_or_create(
        court=court, year=year, code=code
    )
    series.last += 1
    series.save(update_fields=["last"])
    return series.last


def _code(matter: Matter, kind: ProceedingKind, on: date) -> str:
    code = type_code(matter.court, kind, on=on)
    if not code:
        raise NoTypeCode(f"没有设定“{kind.chinese}”案件的类型代字，不能登记；请先在法院设置中设定")
    return code
