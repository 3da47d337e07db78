"""A seeded court: matters multiplied from a few that were walked, each right in itself."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from duly.accounts.models import User
from duly.documents import press
from duly.journal import queries as journal
from duly.law.identity import resident_id
from duly.ledger.models import Obligation
from duly.procedure import queries
from duly.procedure.models import Deadline, StepTaken
from duly.procedure.queries import money
from duly.registry.court_files import calendar
from duly.registry.models import Matter, NumberSeries, Party, Proceeding, SearchTerm
from duly.registry.search import terms_of
from duly.simulation.scale import people, seeding
from duly.simulation.scale.seeding import seed_court

ON = date(2026, 11, 24)
MATTERS = 150
FEW = {"performed_in_time": 5, "due_today": 3, "urging": 2}


def seeded() -> None:
    """Seed with three prototypes, whose papers keep their text in place of their print."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(seeding, "SHARES", FEW)
        for name in ("pdf", "docx"):
            patched.setattr(press, name, lambda drawn, **_: drawn.text.encode())
        seed_court(matters=MATTERS, seed=7, on=ON)


@pytest.fixture(scope="module", autouse=True)
def court(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        seeded()
        yield
        transaction.set_rollback(True)


def copies() -> Iterator[Matter]:
    yield from Matter.objects.order_by("pk")[len(FEW) :]


def test_there_are_as_many_as_were_asked_for_and_nothing_hangs_in_the_air() -> None:
    assert Matter.objects.count() == MATTERS
    connection.check_constraints()


def test_the_journal_is_one_unbroken_chain_with_an_entry_for_each_copy() -> None:
    answer = journal.verify(())
    assert answer.intact
    taken = StepTaken.objects.filter(course__matter__in=list(copies()))
    assert {one.entry_seq for one in taken} <= set(range(1, answer.entries + 1))
    assert len(set(taken.values_list("entry_seq", flat=True))) == MATTERS - len(FEW)


def test_case_numbers_have_no_gap_and_no_double() -> None:
    for series in NumberSeries.objects.all():
        given = Proceeding.objects.filter(year=series.year, code=series.code)
        serials = sorted(given.values_list("serial", flat=True))
        assert serials == list(range(1, series.last + 1))


def test_everybody_has_a_right_number_of_his_own_and_is_found_by_it() -> None:
    user = User.objects.get(username="president")
    people = Party.objects.exclude(birth_date=None).select_related("matter")
    for party in people.order_by("-pk")[:20]:
        assert resident_id.check(party.identifier) == party.identifier
        assert party.identifier.startswith("440199")
        assert f"{party.birth_date:%Y%m%d}" == party.identifier[6:14]
        for text in (party.identifier, party.name, *party.matter.numbers.split()):
            assert party.matter in queries.find_matters(user, ON, text)


def test_a_matter_is_found_by_all_that_it_is_called() -> None:
    for matter in copies():
        kept = SearchTerm.objects.filter(matter=matter).values_list("term", flat=True)
        assert set(kept) == terms_of(matter)
        assert matter.names == " ".join(one.name for one in matter.parties.order_by("pk"))


def test_every_last_day_is_the_one_that_the_law_gives_on_the_moved_day() -> None:
    known = calendar()
    limits = Deadline.objects.filter(matter__in=list(copies()), name="performance")
    walked = Deadline.objects.filter(name="performance").exclude(pk__in=limits)
    assert {one.last_date for one in limits} - {one.last_date for one in walked}
    for limit in limits:
        assert not known.is_rest_day(limit.last_date)
        assert f"{limit.last_date.month}月{limit.last_date.day}日" in " ".join(limit.because)


def test_a_copy_owes_what_its_prototype_owes_and_its_page_tells_its_own_story() -> None:
    user = User.objects.get(username="president")
    for matter in list(copies())[:12]:
        shown = money.owed([matter.pk], ON)[matter.pk]
        assert len(shown.lines) == Obligation.objects.filter(matter=matter).count() > 0
        for event in queries.timeline(matter):
            assert all(party not in str(event.answers) for party in ("\ue002", "\ue000"))
        assert queries.board(matter, user, seeding.days.morning(ON))


def test_the_same_number_gives_the_same_person() -> None:
    assert people.person(123_456) == people.person(123_456)
    assert len({people.person(serial).identifier for serial in range(3000)}) == 3000
    assert people.unit(7).identifier != people.unit(8).identifier
