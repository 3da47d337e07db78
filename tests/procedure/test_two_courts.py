"""Two courts in one installation: what belongs to the one does not exist for the other."""

from collections.abc import Mapping
from datetime import date

import pytest

from duly.accounts.models import Post, User
from duly.accounts.queries import acts_for, holders_of, roles_of
from duly.law.terms import ProceedingKind, Role
from duly.procedure import queries, records
from duly.procedure.actions import register_matter
from duly.procedure.refusal import StepNotAllowed
from duly.registry.models import Court, Matter, TypeCode
from tests.procedure import walks
from tests.procedure.conftest import CODES, MONEY_MATTER, Walk

HERE, THERE = "粤0117", "粤0118"
THEIRS = {
    "number": "（2026）粤0118民初1号",
    "creditor_name": "增城示例公司",
    "debtor_name": "林增城",
    "debtor_identifier": "440199198808180039",
    "debtor_phone": "13800000055",
}


@pytest.fixture
def there(walk: Walk) -> Walk:
    """Another court with its own staff, and a matter in it; the first staff stay at theirs."""
    court = Court.objects.create(
        code=THERE, name="广州市增城区人民法院", address="增城区示例大道2号", phone="020-87920002"
    )
    for kind, code in CODES.items():
        TypeCode.objects.create(court=court, kind=kind.value, code=code)
    Post.objects.update(court=HERE)
    return Walk(court, _staff(THERE), walk.on).register(**THEIRS)


def _staff(court: str) -> Mapping[Role, User]:
    people = {}
    for place, role in enumerate(Role):
        user = User.objects.create(
            username=f"{role.value}.2", full_name=f"书吏{'甲乙丙丁戊己庚辛壬癸子'[place]}"
        )
        Post.objects.create(user=user, role=role.value, since=date(2020, 1, 1), court=court)
        people[role] = user
    return people


def test_a_post_counts_in_its_own_court_and_one_without_a_court_in_every_one(there: Walk):
    clerk, on = there.staff[walks.CLERK], there.on
    assert roles_of(clerk, on) == roles_of(clerk, on, THERE) == {walks.CLERK}
    assert roles_of(clerk, on, HERE) == frozenset()
    Post.objects.filter(user=clerk).update(court="")
    assert roles_of(clerk, on, HERE) == roles_of(clerk, on, THERE) == {walks.CLERK}


def test_a_matter_is_registered_in_the_court_of_the_post(walk: Walk, there: Walk):
    assert (walk.matter.court.code, there.matter.court.code) == (HERE, THERE)
    with pytest.raises(StepNotAllowed):
        register_matter(
            answers=MONEY_MATTER,
            actor=there.staff[walks.CLERK],
            at=there.at,
            court=Court.objects.get(code=HERE),
        )


BLIND = {Role.MEDIATOR, Role.ADMINISTRATOR, Role.POST_ROOM}


@pytest.mark.parametrize("role", sorted(set(Role) - BLIND))
def test_staff_see_and_find_only_the_matters_of_their_court(walk: Walk, there: Walk, role: Role):
    for own, other in ((walk, there), (there, walk)):
        assert queries.visible_matters(own.staff[role], own.on).get() == own.matter
        for text in (*other.matter.names.split(), other.matter.instruments.get().number):
            assert not queries.find_matters(own.staff[role], own.on, text).exists()


def test_somebody_in_both_courts_sees_both(walk: Walk, there: Walk):
    head = there.staff[Role.BUREAU_HEAD]
    Post.objects.create(
        user=head, role=Role.PRESIDENT.value, since=date(2020, 1, 1), court=HERE, acting=True
    )
    assert set(queries.visible_matters(head, walk.on)) == {walk.matter, there.matter}
    assert acts_for(head, Role.PRESIDENT, walk.on, HERE)
    assert roles_of(head, walk.on, THERE) == {Role.BUREAU_HEAD}


def test_a_step_of_another_court_is_refused(walk: Walk, there: Walk):
    outsider = Walk(walk.court, there.staff, walk.on)
    outsider.matter = walk.matter
    with pytest.raises(StepNotAllowed, match="业务庭"):
        walks.to_running(outsider)
    board = queries.board(walk.matter, there.staff[walks.CLERK], walk.at)
    assert not any(view.permitted for course in board for view in course.steps)


def test_numbers_run_separately_by_court(walk: Walk, there: Walk):
    walks.to_urging(walk)
    walks.to_urging(there)
    numbers = [one.matter.proceedings.get(kind=URGING).number for one in (walk, there)]
    assert numbers == ["（2026）粤0117执前调1号", "（2026）粤0118执前调1号"]


URGING = ProceedingKind.URGING.value


def test_only_a_mediator_of_the_court_can_be_assigned(walk: Walk, there: Walk):
    for one in (walk, there):
        offered = records.options("mediator", one.matter, one.on)
        assert [value for value, _ in offered] == [str(one.staff[Role.MEDIATOR].pk)]


def test_a_mediator_sees_what_is_assigned_to_him_as_before(walk: Walk, there: Walk):
    walks.to_urging(there)
    assert queries.visible_matters(there.staff[Role.MEDIATOR], there.on).get() == there.matter
    assert not queries.visible_matters(walk.staff[Role.MEDIATOR], there.on).exists()


def test_the_day_and_the_supervision_are_those_of_the_court(walk: Walk, there: Walk):
    walks.to_urging(walk)
    walks.to_urging(there)
    for one in (walk, there):
        rows = queries.supervision(one.staff[Role.FILING_HEAD], one.at)
        assert [row.matter for row in rows] == [one.matter]
        day = queries.today(one.staff[Role.MEDIATOR], one.at)
        assert {row.matter for row in day.coming} == {one.matter}


def test_a_role_in_one_court_brings_no_work_of_the_other(walk: Walk, there: Walk):
    walks.to_proposed(walk)
    walks.to_proposed(there)
    president = there.staff[Role.PRESIDENT]
    Post.objects.create(user=president, role=walks.CLERK.value, since=date(2020, 1, 1), court=HERE)
    assert set(queries.visible_matters(president, walk.on)) == set(Matter.objects.all())
    waiting = queries.today(president, walk.at).waiting_for_me
    assert {row.matter for row in waiting} == {there.matter}


def test_releases_owed_alarm_the_court_in_which_they_are_owed(walk: Walk, there: Walk):
    walks.to_published(walk)
    walks.pay_all(walk)
    assert queries.today(walk.staff[walks.JUDGE], walk.at).releases_owed
    assert not queries.today(there.staff[walks.JUDGE], walk.at).releases_owed
    Post.objects.create(
        user=there.staff[walks.JUDGE],
        role=Role.FILING_HEAD.value,
        since=date(2020, 1, 1),
        court=HERE,
    )
    assert not queries.today(there.staff[walks.JUDGE], walk.at).releases_owed


def test_the_president_of_the_court_signs_its_papers(walk: Walk, there: Walk):
    for one, code in ((walk, HERE), (there, THERE)):
        assert holders_of(Role.PRESIDENT, one.on, code).get() == one.staff[Role.PRESIDENT]
