"""Any sequence of acts by anybody, permitted or not, keeps what a court must be able to rely on.

DULY_LIFECYCLE sets how many lives of a matter are played (6 where it is not set).
"""

import os
import random
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, ClassVar

import pytest
from django.db import transaction
from django.db.models import QuerySet
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from duly.accounts.models import User
from duly.documents.models import Paper, PaperStatus
from duly.journal.models import Entry
from duly.journal.queries import verify
from duly.law.mechanism import MECHANISMS
from duly.law.step import AskKind, Step
from duly.law.terms import Role
from duly.procedure import queries, serving
from duly.procedure.facts import debt, gather
from duly.procedure.models import Course, Deadline, Measure, StepTaken, Warning
from duly.procedure.refusal import Refusal, StepNotAllowed
from duly.registry.models import Court, Matter, Service
from duly.work.reading import one_reading
from tests.procedure import walks
from tests.procedure.conftest import Walk

LIVES = int(os.environ.get("DULY_LIFECYCLE", "6"))
BEGINNINGS: tuple[Callable[[Walk], None], ...] = (
    walks.to_running,
    walks.to_urging,
    walks.to_enforcement,
    walks.to_warned,
    walks.to_proposed,
    walks.to_published,
)
AT_A_TIME = 3
SEEDS = st.integers(0, 2**32 - 1)
TYPED = {
    AskKind.TEXT: ("依据在卷", "名单库流水号1", ""),
    AskKind.LONG_TEXT: ("有事实和证据在卷", ""),
    AskKind.MONEY: ("1", "1000.00", "100000", "-0", "1e309"),
    AskKind.NUMBER: ("0", "1", "2", "9", "-1"),
    AskKind.YES_NO: ("yes", "no", ""),
    AskKind.PHONE: ("13800000008", "1380000"),
    AskKind.ACCOUNT: ("4401990012345678", "x"),
    AskKind.NAME: ("喆淼商贸有限公司", "陈示例", "李\u200b保证"),
    AskKind.CASE_NUMBER: ("（2026）粤01民终9号", "粤01民终9号"),
    AskKind.IDENTIFIER: ("440199198501010019", "1"),
    AskKind.RATE: ("3.45", "0"),
}


class Life(RuleBasedStateMachine):
    """One matter from one of the stages on; everything is rolled back at its end."""

    court: ClassVar[Court]
    staff: ClassVar[Mapping[Role, User]]
    begun: ClassVar[tuple[Walk, ...]]
    tally: ClassVar[Counter[str]]

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.walk: Walk

    def teardown(self) -> None:
        try:
            assert verify(marks=()).intact
        finally:
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)

    @initialize(stage=st.integers(0, len(BEGINNINGS) - 1))
    def begin(self, stage: int) -> None:
        begun = self.begun[stage]
        self.walk = Walk(self.court, self.staff, begun.on)
        self.walk.matter = Matter.objects.get(pk=begun.matter.pk)

    @rule(days=st.integers(1, 25))
    def days_pass(self, days: int) -> None:
        self.walk.on += timedelta(days=days)

    @rule(seed=SEEDS)
    def somebody_tries_anything(self, seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(AT_A_TIME):
            course = chance.choice(list(self._courses().order_by("pk")))
            step = chance.choice(MECHANISMS[course.mechanism].steps)
            role = chance.choice([*Role, *sorted(step.by)])
            self._try(course, step, role, chance)

    @rule(seed=SEEDS)
    def somebody_does_what_is_permitted(self, seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(AT_A_TIME):
            self._go_on(chance)

    def _go_on(self, chance: random.Random) -> None:
        for course in sorted(self._courses().filter(closed_at=None), key=lambda _: chance.random()):
            facts = gather(course, self.walk.on)
            mechanism = MECHANISMS[course.mechanism]
            ahead = [
                step
                for step in mechanism.steps_from(mechanism.states(course.state))
                if step.when(facts) and all(guard(facts).met for guard in step.guards)
            ]
            if ahead:
                step = chance.choice(ahead)
                self._try(course, step, chance.choice(sorted(step.by)), chance, well=True)
                return

    @rule(seed=SEEDS)
    def the_newest_papers_are_served(self, seed: int) -> None:
        chance = random.Random(seed)
        for paper in Paper.objects.filter(matter=self.walk.matter, status=PaperStatus.ISSUED)[:3]:
            if not Service.objects.filter(paper_id=paper.pk).exists():
                self._serve(paper, chance.choice(("personal", "postal", "leaving")))

    @rule()
    def the_debtor_pays_what_he_owes(self) -> None:
        filed = self._courses().filter(mechanism="enforcement").exclude(state="received")
        arrival = "enforcement_funds" if filed.exists() else "creditor"
        owed = debt.statement(self.walk.matter, self.walk.on)
        fees = owed.court_fees_owed
        for amount, account in ((owed.known - fees, arrival), (fees, "court_fees")):
            if amount.fen:
                self._quietly(
                    lambda amount=amount, account=account: self.walk.pay(
                        f"{amount.amount:.2f}", Role.ENFORCEMENT_JUDGE, arrival=account
                    )
                )

    @invariant()
    def nobody_is_listed_without_a_warning_served_and_run_out(self) -> None:
        for approved in self._taken("approve_listing"):
            proposal = (
                approved.course.steps_taken.filter(
                    name__in=("propose_listing", "propose_urgently"), pk__lt=approved.pk
                )
                .order_by("-pk")
                .first()
            )
            assert proposal is not None
            assert proposal.actor_id != approved.actor_id
            if proposal.name == "propose_urgently":
                assert proposal.answers["urgent_reasons"]
                continue
            warned = Warning.objects.filter(
                course=approved.course, issued_date__lte=proposal.court_day
            ).order_by("-pk")[0]
            served = serving.paper_served(
                warned.paper_id, approved.course.party, on=proposal.court_day
            )
            assert served is not None
            assert served < warned.last_date < proposal.court_day

    @invariant()
    def every_open_course_has_a_next_step_and_an_owner(self) -> None:
        with one_reading():
            for course in self._courses().filter(closed_at=None).exclude(mechanism="record"):
                mechanism, facts = MECHANISMS[course.mechanism], gather(course, self.walk.on)
                ahead = mechanism.steps_from(mechanism.states(course.state))
                assert any(step.by and step.when(facts) for step in ahead), f"{course} is stuck"

    @invariant()
    def nothing_runs_in_a_closed_course(self) -> None:
        assert not Deadline.objects.filter(
            matter=self.walk.matter, course__closed_at__isnull=False, stopped_at=None
        ).exists()

    @invariant()
    def paid_and_owing_make_up_what_was_due(self) -> None:
        shown = debt.statement(self.walk.matter, self.walk.on)
        for line in shown.lines:
            assert line.paid.fen + line.known.fen == line.added.fen
        assert shown.paid.fen == sum(line.paid.fen for line in shown.lines) + shown.surplus.fen

    @invariant()
    def who_has_performed_has_a_release_for_every_measure(self) -> None:
        for measure in Measure.objects.filter(matter=self.walk.matter, released_date=None):
            on = self._last_act()
            if debt.performed_since(self.walk.matter, on, measure.party) is not None:
                assert measure.releases.exclude(state="cancelled").exists(), f"{measure} stands"

    @invariant()
    def every_act_has_its_entry_and_every_entry_its_act(self) -> None:
        taken = StepTaken.objects.filter(course__matter=self.walk.matter)
        entries = _entries_of_acts().filter(matter_id=self.walk.matter.pk)
        assert set(taken.values_list("entry_seq", flat=True)) == set(
            entries.exclude(act="register_matter").values_list("seq", flat=True)
        )

    def _courses(self) -> Any:
        return Course.objects.filter(matter=self.walk.matter).select_related("party")

    def _taken(self, name: str) -> Any:
        return StepTaken.objects.filter(course__matter=self.walk.matter, name=name).select_related(
            "course__party"
        )

    def _last_act(self) -> Any:
        return StepTaken.objects.filter(course__matter=self.walk.matter).latest("pk").court_day

    def _try(
        self,
        course: Course,
        step: Step[Any],
        role: Role,
        chance: random.Random,
        *,
        well: bool = False,
    ) -> None:
        answers = {
            one.ask.name: self._well(one) if well else self._anyhow(one, chance)
            for one in queries.fields(course, step, self.walk.at)
        }
        was_closed = course.closed_at is not None
        refusal = self._quietly(lambda: self.walk.take_on(course, step.name, role, **answers))
        if was_closed or role not in step.by:
            assert isinstance(refusal, StepNotAllowed)

    def _well(self, field: queries.Field) -> str:
        if field.initial or field.options:
            return field.initial or field.options[-1][0]
        if field.ask.kind is AskKind.DATE:
            return self.walk.on.isoformat() if field.ask.required else ""
        return TYPED.get(field.ask.kind, ("",))[0] if field.ask.required else ""

    def _anyhow(self, field: queries.Field, chance: random.Random) -> str:
        if field.ask.kind in (AskKind.RECORD, AskKind.CHOICE):
            return chance.choice([value for value, _ in field.options] or [""])
        if field.ask.kind is AskKind.DATE:
            return (self.walk.on + timedelta(days=chance.choice((-3, 0, 1, 15)))).isoformat()
        return chance.choice(TYPED.get(field.ask.kind, ("",)))

    def _serve(self, paper: Paper, method: str) -> None:
        party = paper.recipient or self.walk.matter.parties.get(role="debtor")
        self._quietly(
            lambda: self.walk.take(
                "record",
                "record_service",
                Role.ENFORCEMENT_JUDGE,
                what=f"paper-{paper.pk}",
                party=str(party.pk),
                method=method,
                acted_on=self.walk.on.isoformat(),
                signed_on="" if method == "leaving" else self.walk.on.isoformat(),
                recorded="yes",
                evidence="送达回证",
            )
        )

    def _quietly(self, act: Callable[[], object]) -> Refusal | None:
        """Take an act; a refusal changes neither the version nor the journal."""
        before, told = self._marks(), None
        try:
            act()
        except Refusal as refusal:
            told = refusal
        acts = 0 if told else 1
        self.tally["refused" if told else "taken"] += 1
        assert self._marks() == (before[0] + acts, before[1] + acts)
        assert told is None or told.message.strip()
        return told

    def _marks(self) -> tuple[int, int]:
        return Matter.objects.get(pk=self.walk.matter.pk).version, _entries_of_acts().count()


def _entries_of_acts() -> QuerySet[Entry]:
    """What acts wrote; that a creditor is to be told of another account has an entry of its own."""
    return Entry.objects.exclude(act__startswith="outreach.")


@pytest.mark.django_db
def test_a_matter_lives_by_its_rules_under_any_acts(court: Court, staff: Mapping[Role, User]):
    Life.court, Life.staff, Life.tally = court, staff, Counter()
    begun = []
    for serial, onward in enumerate(BEGINNINGS, start=100):
        walk = Walk(court, staff, date(2026, 3, 3)).register(number=f"（2026）粤0117民初{serial}号")
        onward(walk)
        begun.append(walk)
    Life.begun = tuple(begun)
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.generate,),  # a failing life is replayed whole: shrinking takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert min(Life.tally["taken"], Life.tally["refused"]) > 2 * LIVES, "too little happened"
