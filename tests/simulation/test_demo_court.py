"""What the small demo court holds on the morning of its day."""

from itertools import pairwise

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import roles_of
from duly.cli.main import main
from duly.documents.models import Paper, PaperStatus
from duly.journal import queries as journal
from duly.journal.models import Entry
from duly.law.identity import bank_account, credit_code, phone, resident_id
from duly.law.terms import MeasureKind, Role
from duly.ledger.models import Obligation
from duly.procedure import queries
from duly.procedure.models import Course, Deadline, Measure
from duly.registry.court_files import calendar
from duly.registry.models import ContactPoint, CourtSetting, Matter, Party, PayeeAccount
from duly.simulation import days, logins
from duly.simulation.identities import AREA
from duly.simulation.matters import Loaded, load_demo_court
from tests.simulation.conftest import ON

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demo"),
    pytest.mark.long,
    # Where the stories lead is not the database's doing; on SQLite the full demo is loaded.
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="the small demo is loaded on PostgreSQL"
    ),
]

STATES = (
    ("post_judgment", "account_missing"),
    ("post_judgment", "account_confirmed"),
    ("post_judgment", "notice_attached"),
    ("post_judgment", "running"),
    ("post_judgment", "overdue"),
    ("pre_enforcement", "consented"),
    ("pre_enforcement", "urging"),
    ("pre_enforcement", "performed"),
    ("enforcement", "received"),
    ("enforcement", "notified"),
    ("enforcement", "concluded"),
    ("defaulter_warning", "warned"),
    ("defaulter_warning", "proposed"),
    ("defaulter_warning", "published"),
    ("certificate", "proposed"),
    ("certificate", "issued"),
    ("release", "owed"),
)


@pytest.mark.parametrize(("mechanism", "state"), STATES)
def test_some_matter_is_in_each_state(mechanism: str, state: str):
    assert Course.objects.filter(mechanism=mechanism, state=state).exists()


def test_one_matter_has_two_debtors_who_answer_jointly():
    joint = Obligation.objects.filter(liability="joint")
    assert {one.matter.parties.filter(role="debtor").count() for one in joint} == {2}


def test_one_debtor_must_pay_today():
    assert Deadline.objects.filter(name="performance", stopped_at=None, last_date=ON).count() == 1


def test_a_listed_debtor_who_has_not_paid_stays_listed():
    listed = Measure.objects.filter(
        kind=MeasureKind.DEFAULTER_LISTING.value, released_date=None, releases=None
    )
    assert listed.count() == 1


def test_one_release_is_overdue_and_others_are_owed():
    owed = queries.releases_owed(None, ON)
    overdue = [row.what for row in owed if row.days_left is not None and row.days_left < 0]

    assert overdue == [MeasureKind.CONSUMPTION_RESTRICTION.release]
    assert len(owed) - len(overdue) >= 2


def test_two_matters_are_being_urged_and_one_month_is_nearly_over():
    months = Deadline.objects.filter(name="urging_month", stopped_at=None).order_by("last_date")
    left = [(month.last_date - ON).days for month in months]

    assert len(left) == 2
    assert 0 < left[0] <= 7 < left[1]
    assert months[0].matter.contacts.count() >= 3


def test_every_post_has_somebody_who_can_log_in():
    kept = {login.username: login.password for login in logins.read()}
    held = set()
    for user in User.objects.all():
        assert user.check_password(kept[user.username])
        held |= roles_of(user, ON)
    # The post room is the machine's own post: nobody logs in to it.
    assert held == set(Role) - {Role.POST_ROOM}


@pytest.mark.parametrize("role", [Role.MEDIATOR, Role.ENFORCEMENT_JUDGE, Role.TRIAL_JUDGE])
def test_there_are_two_where_two_must_decide(role: Role):
    assert User.objects.filter(posts__role=role.value).count() == 2


def test_the_log_ins_are_for_the_owner_of_the_folder_alone():
    kept = settings.DULY_HOME / "demo-logins.txt"
    assert kept.stat().st_mode & 0o777 == 0o600


def test_loading_twice_changes_nothing(demo: Loaded):
    before = Entry.objects.count(), Paper.objects.count(), User.objects.count(), logins.read()

    again = load_demo_court(on=ON, size="small")

    assert (again.court, again.matters, again.acts) == (demo.court, demo.matters, 0)
    now = Entry.objects.count(), Paper.objects.count(), User.objects.count(), logins.read()
    assert now == before


def test_the_journal_is_whole_and_tells_every_act_in_its_order(demo: Loaded):
    moments = list(Entry.objects.order_by("seq").values_list("at", flat=True))

    assert journal.verify([]).intact
    # A creditor who is alerted to a changed account has an entry beside the act.
    acts = Entry.objects.exclude(matter_id=None).exclude(act="outreach.open")
    assert acts.count() == demo.acts
    assert all(earlier <= later for earlier, later in pairwise(moments))


def test_everything_was_done_in_working_hours_before_today():
    for at in Entry.objects.values_list("at", flat=True):
        moment = timezone.localtime(at)
        assert moment.date() < ON
        assert not calendar().is_rest_day(moment.date())
        assert days.OPENS <= moment.time() <= days.CLOSES


def test_nobody_in_it_exists():
    for party in Party.objects.all():
        check = credit_code.check if party.is_unit else resident_id.check
        assert check(party.identifier) == party.identifier
        assert AREA in (party.identifier[:6], party.identifier[2:8])
    for point in ContactPoint.objects.filter(kind="phone"):
        assert phone.check(point.value).startswith("1380000")
    for account in PayeeAccount.objects.all():
        assert bank_account.check(account.number).warning == ""
        assert account.number.startswith("620000")


def test_names_try_rare_characters_and_the_minority_dot():
    names = "".join(Matter.objects.values_list("names", flat=True))
    assert {character for character in "喆淼𬭛·" if character in names} == set("喆淼𬭛·")


def test_every_paper_of_it_is_issued_and_frozen():
    papers = Paper.objects.all()
    assert {paper.status for paper in papers} == {PaperStatus.ISSUED}
    assert all(paper.file.pdf.startswith(b"%PDF") for paper in papers)


def test_the_court_says_that_its_threshold_is_its_own():
    threshold = CourtSetting.objects.get(name="small_claim_yuan")
    assert threshold.value == "100000.00"
    assert "示范法院自定" in threshold.source


def test_the_log_ins_are_printed_as_a_table(capsys: pytest.CaptureFixture[str]):
    assert main(["demo", "logins"]) == 0
    head, *rows = capsys.readouterr().out.splitlines()

    assert head.split() == ["岗位", "姓名", "用户名", "密码", "法院"]
    assert len(rows) == User.objects.count()
    assert any(row.split()[:3] == ["院长", "章𬭛", "president"] for row in rows)
