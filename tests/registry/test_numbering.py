"""案号: numbers of a kind run from one in a court and year, without gap or double."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from duly.law.terms import ProceedingKind
from duly.registry.models import Court, Matter, NumberSeries, Proceeding, TypeCode
from duly.registry.numbering import NoTypeCode, file_proceeding
from tests.procedure.together import together

AT = datetime(2026, 3, 3, 4, tzinfo=UTC)
URGING, ENFORCEMENT = ProceedingKind.URGING, ProceedingKind.ENFORCEMENT


@pytest.fixture
def court(db: None) -> Court:
    court = Court.objects.create(code="粤0117", name="广州市从化区人民法院")
    TypeCode.objects.create(court=court, kind=URGING.value, code="执前调")
    TypeCode.objects.create(court=court, kind=ENFORCEMENT.value, code="执")
    return court


def matter(court: Court) -> Matter:
    return Matter.objects.create(court=court, cause="买卖合同纠纷", focus="other", opened_at=AT)


def give(court: Court, on: date, kind: ProceedingKind = URGING) -> str:
    return file_proceeding(matter=matter(court), kind=kind, on=on).number


def test_numbers_start_at_one_for_each_kind_and_year(court: Court):
    assert give(court, date(2026, 12, 31)) == "（2026）粤0117执前调1号"
    assert give(court, date(2026, 12, 31)) == "（2026）粤0117执前调2号"
    assert give(court, date(2026, 12, 31), ENFORCEMENT) == "（2026）粤0117执1号"
    assert give(court, date(2027, 1, 1)) == "（2027）粤0117执前调1号"


def test_each_court_has_its_own_numbers(court: Court):
    other = Court.objects.create(code="粤0118", name="广州市增城区人民法院")
    TypeCode.objects.create(court=other, kind=URGING.value, code="执诉前调")
    give(court, date(2026, 3, 3))
    assert give(other, date(2026, 3, 3)) == "（2026）粤0118执诉前调1号"


def test_an_act_that_fails_never_had_its_number(court: Court):
    give(court, date(2026, 3, 3))
    with pytest.raises(Undone):
        register(matter(court), fails=True)
    assert give(court, date(2026, 3, 3)) == "（2026）粤0117执前调2号"


def test_a_kind_without_code_is_refused_and_nothing_is_guessed(court: Court):
    with pytest.raises(NoTypeCode, match="没有设定“执行异议”案件的类型代字"):
        give(court, date(2026, 3, 3), ProceedingKind.OBJECTION)
    assert not NumberSeries.objects.exists()


def test_the_database_itself_refuses_a_number_given_twice(court: Court):
    first = file_proceeding(matter=matter(court), kind=URGING, on=date(2026, 3, 3))
    with pytest.raises(IntegrityError), transaction.atomic():
        Proceeding.objects.create(
            matter=matter(court),
            court=court,
            kind=URGING.value,
            year=2026,
            code="执前调",
            serial=first.serial,
            number="（2026）粤0117执前调1号之二",
            filed_date=date(2026, 3, 3),
        )


@pytest.mark.django_db(transaction=True)
def test_twenty_clerks_at_once_get_twenty_numbers_in_a_row(court: Court, on_disk: None):
    """Every fifth act fails after it got its number; no number is lost by that."""
    matters = [matter(court) for _ in range(20)]
    failed = together(
        [
            lambda one=one, place=place: register(one, fails=place % 5 == 0)
            for place, one in enumerate(matters)
        ]
    )

    serials = sorted(Proceeding.objects.values_list("serial", flat=True))
    assert serials == list(range(1, 17))
    assert NumberSeries.objects.get().last == 16
    assert [type(error) for error in failed] == [Undone] * 4


class Undone(RuntimeError):
    """The act failed."""


def register(one: Matter, *, fails: bool) -> None:
    with transaction.atomic():
        file_proceeding(matter=one, kind=URGING, on=date(2026, 3, 3))
        if fails:
            raise Undone
