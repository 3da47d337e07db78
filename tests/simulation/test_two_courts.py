"""The full demo: two courts with their own people, and every state of every mechanism alive."""

from itertools import pairwise

import pytest
from django.db import connection
from django.db.models import Count, Q
from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import roles_of
from duly.documents.models import Paper, PaperStatus
from duly.journal import queries as journal
from duly.journal.models import Entry
from duly.law.identity import credit_code, resident_id
from duly.law.mechanism import MECHANISMS
from duly.law.terms import PartyRole, Role
from duly.procedure import queries
from duly.procedure.facts import debt
from duly.procedure.models import (
    Certificate,
    Course,
    Deadline,
    Hold,
    Measure,
    Objection,
    Permit,
    Sanction,
)
from duly.registry.court_files import calendar
from duly.registry.models import Instrument, Matter, NumberSeries, Party, Proceeding
from duly.simulation import days
from duly.simulation.court import DEMO_COURT, SECOND_COURT
from duly.simulation.matters import Loaded
from duly.simulation.staff import SECOND_STAFF, STAFF
from tests.simulation.conftest import ON

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("full_demo"),
    pytest.mark.long,
    # Where the stories lead is not the database's doing; the small demo is loaded on both.
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the full demo is loaded on SQLite"),
]

# States in which no course of the demo can be kept, each with the reason. There is none.
IMPOSSIBLE: dict[tuple[str, str], str] = {}
STATES = [(name, one.value) for name, known in MECHANISMS.items() for one in known.states]
BOTH = (DEMO_COURT.code, SECOND_COURT.code)


def test_every_state_of_every_mechanism_is_alive():
    alive = set(Course.objects.values_list("mechanism", "state"))
    assert [state for state in STATES if state not in alive | IMPOSSIBLE.keys()] == []
    assert alive & IMPOSSIBLE.keys() == set()


def test_some_sixty_matters_stand_in_two_courts(full_demo: Loaded):
    counted = [Matter.objects.filter(court__code=code).count() for code in BOTH]
    assert counted == [45, 20]
    assert sum(counted) == full_demo.matters
    assert full_demo.courts == (DEMO_COURT.name, SECOND_COURT.name)


def test_everybody_belongs_to_one_court_and_each_court_can_decide_everything():
    for members, code in ((STAFF, BOTH[0]), (SECOND_STAFF, BOTH[1])):
        people = User.objects.filter(username__in=[one.username for one in members])
        held = {role for user in people for role in roles_of(user, ON, code)}
        assert held | {Role.ADMINISTRATOR, Role.POST_ROOM} == set(Role)
        for other in set(BOTH) - {code}:
            assert not any(roles_of(user, ON, other) - {Role.ADMINISTRATOR} for user in people)


def test_each_court_sees_its_own_matters_alone():
    for name, code in (("president", BOTH[0]), ("zc.president", BOTH[1])):
        president = User.objects.get(username=name)
        seen = queries.visible_matters(president, ON)
        assert set(seen.values_list("court__code", flat=True)) == {code}
        assert seen.count() == Matter.objects.filter(court__code=code).count()
        day = queries.today(president, days.morning(ON))
        rows = day.waiting_for_me + day.releases_owed + day.releases_overdue
        assert {row.matter.court.code for row in rows} == {code}


def test_numbers_run_in_each_court_without_gaps():
    for series in NumberSeries.objects.select_related("court"):
        mine = Proceeding.objects.filter(
            court=series.court, year=series.year, code=series.code
        ).order_by("serial")
        serials = list(mine.values_list("serial", flat=True))
        if serials:  # certificates and papers count in series of their own
            assert serials == list(range(1, series.last + 1))
            assert all(series.court.code in one.number for one in mine)


def test_one_of_three_joint_debtors_paid_all():
    counted = Matter.objects.annotate(
        debtors=Count("parties", filter=Q(parties__role=PartyRole.DEBTOR.value))
    )
    matter = counted.get(debtors=3)
    debtors = list(matter.parties.filter(role=PartyRole.DEBTOR))
    assert matter.payments.values("payer").distinct().count() == 1
    assert all(debt.performed(matter, ON, one) for one in debtors)
    owed = Course.objects.filter(matter=matter, mechanism="release", closed_at=None)
    assert {course.party for course in owed} == set(debtors)


def test_an_objection_was_brought_again_under_another_name():
    again = Objection.objects.get(outcome="refused")
    first = again.matter.objections.get(outcome="dismissed")
    assert first.object_key == again.object_key
    assert first.objector != again.objector
    assert again.abuses.get().act == "2"


def test_a_fine_was_reconsidered_and_somebody_is_in_custody():
    assert Sanction.objects.filter(kind="fine", reconsidered="upheld", ended_date=None).exists()
    held = Sanction.objects.filter(custody_until__gt=ON, ended_date=None)
    assert {one.course.state for one in held} == {"detained", "release_proposed"}


def test_what_nears_its_end_is_near():
    ends = Measure.objects.filter(kind="freeze", released_date=None).values_list("expires_date")
    assert 30 in [(day - ON).days for (day,) in ends]
    limits = Deadline.objects.filter(name="limitation", stopped_at=None)
    assert [one for one in limits if 0 < (one.last_date - ON).days <= 30]


def test_a_minor_is_never_warned_of_a_listing():
    minor = next(one for one in Party.objects.filter(role="debtor") if _is_minor(one))
    course = Course.objects.get(mechanism="defaulter_warning", party=minor)
    judge = User.objects.get(username="zc.enforcement.judge")
    view = queries.step_view(course, "issue_warning", judge, days.morning(ON))
    assert any("未成年人" in reason for reason in view.reasons)


def _is_minor(party: Party) -> bool:
    if party.is_unit or not party.identifier:
        return False
    return ON.year - resident_id.birth_date(party.identifier).year < 18


def test_a_hold_runs_an_instalment_was_missed_and_an_appeal_decided():
    assert Hold.objects.get(end_date=None).matter.court.code == DEMO_COURT.code
    assert Matter.objects.filter(obligations__accelerated_date__isnull=False).count() == 1
    assert Instrument.objects.get(outcome="upheld").follows is not None


def test_a_certificate_was_revoked_and_another_issued_in_its_place():
    again = Certificate.objects.get(replaces__isnull=False)
    assert again.replaces is not None
    assert again.replaces.revoked_date is not None
    assert again.revoked_date is None
    assert not Permit.objects.exists()  # the one asked for waits for the president


def test_the_journal_is_whole_and_tells_every_act_in_its_order(full_demo: Loaded):
    moments = list(Entry.objects.order_by("seq").values_list("at", flat=True))
    assert journal.verify([]).intact
    assert (
        Entry.objects.exclude(matter_id=None).exclude(act="outreach.open").count() == full_demo.acts
    )
    assert all(earlier <= later for earlier, later in pairwise(moments))


def test_everything_was_done_in_working_hours_before_today():
    for at in Entry.objects.values_list("at", flat=True):
        moment = timezone.localtime(at)
        assert moment.date() < ON
        assert not calendar().is_rest_day(moment.date())
        assert days.OPENS <= moment.time() <= days.CLOSES


def test_nobody_in_it_exists_and_no_number_is_given_twice():
    sides = Party.objects.exclude(role=PartyRole.THIRD_PARTY)
    for party in sides:
        check = credit_code.check if party.is_unit else resident_id.check
        assert check(party.identifier) == party.identifier
    numbers = [party.identifier for party in sides]
    assert len(numbers) == len(set(numbers))


def test_every_paper_of_it_is_issued_and_frozen():
    assert set(Paper.objects.values_list("status", flat=True)) == {PaperStatus.ISSUED}
