"""步骤表：没有走不出去的状态，没有够不着的状态，没有绕过提醒的惩戒"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from duly.law.mechanism import MECHANISMS, defaulter_warning, payout, release
from duly.law.sources import clause
from duly.law.step import AskKind, Mechanism, Step, UnknownStep
from duly.law.terms import MeasureKind, Role, Term

PROJECT = Path(__file__).parents[2]
TEMPLATES = PROJECT / "src" / "duly" / "documents" / "templates"
PROVED = "\n".join(
    path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "mechanism").glob("*.py")
)
# States that no step reaches: what follows from the record by itself puts a course there.
BY_CONSEQUENCE = {release.State.CANCELLED, payout.State.CANCELLED}
# Clocks that are started when a course opens, not by a step.
BY_OPENING = {"filing", "release", "payout", "objection_filing", "listed_until"}
SANCTIONS = {
    MeasureKind.DEFAULTER_LISTING,
    MeasureKind.CONSUMPTION_RESTRICTION,
    MeasureKind.CREDIT_NOTICE,
}
EVERY_MECHANISM = pytest.mark.parametrize("mechanism", MECHANISMS.values(), ids=lambda m: m.name)


def _steps() -> Iterator[tuple[Mechanism[Any], Step[Any]]]:
    for mechanism in MECHANISMS.values():
        for step in mechanism.steps:
            yield mechanism, step


EVERY_STEP = pytest.mark.parametrize(
    ("mechanism", "step"), list(_steps()), ids=[f"{m.name}-{s.name}" for m, s in _steps()]
)


def _reached(mechanism: Mechanism[Any], without: frozenset[str] = frozenset()) -> set[Term]:
    """Return the states that can be reached without taking some steps."""
    seen, ahead = set(), [mechanism.initial]
    while ahead:
        state = ahead.pop()
        if state in seen:
            continue
        seen.add(state)
        ahead += [
            step.target
            for step in mechanism.steps_from(state)
            if step.target is not None and step.name not in without
        ]
    return seen


def _front(paper: str) -> dict[str, Any]:
    """Return what a template says of itself, above its wording."""
    text = (TEMPLATES / f"{paper}.txt").read_text(encoding="utf-8")
    return tomllib.loads(text.split("+++")[1])


@EVERY_MECHANISM
def test_every_open_state_has_a_step_out_of_it_and_every_final_one_none(
    mechanism: Mechanism[Any],
) -> None:
    for state in mechanism.states:
        leaving = [step for step in mechanism.steps_from(state) if step.target not in (None, state)]
        assert bool(leaving) is (state not in mechanism.final), state
        assert state not in mechanism.final or mechanism.steps_from(state) == ()


@EVERY_MECHANISM
def test_every_state_can_be_reached(mechanism: Mechanism[Any]) -> None:
    assert _reached(mechanism) | BY_CONSEQUENCE >= set(mechanism.states)


@EVERY_MECHANISM
def test_an_end_can_be_reached_from_every_state(mechanism: Mechanism[Any]) -> None:
    back: dict[Term, set[Term]] = defaultdict(set)
    for step in mechanism.steps:
        for origin in step.origins:
            back[step.target or origin].add(origin)
    ends, ahead = set(), list(mechanism.final)
    while ahead:
        state = ahead.pop()
        if state not in ends:
            ends.add(state)
            ahead += back[state]

    assert ends >= set(mechanism.states)


@EVERY_MECHANISM
def test_a_mechanism_is_whole(mechanism: Mechanism[Any]) -> None:
    names = [step.name for step in mechanism.steps]

    assert len(names) == len(set(names))
    assert MECHANISMS[mechanism.name] is mechanism
    assert mechanism.initial in mechanism.states
    assert mechanism.final <= set(mechanism.states)
    assert set(mechanism.track) <= set(mechanism.states)
    assert not mechanism.track or mechanism.track[0] is mechanism.initial
    assert clause(mechanism.clause)
    assert mechanism.chinese


@EVERY_STEP
def test_a_step_cites_a_clause_that_exists(mechanism: Mechanism[Any], step: Step[Any]) -> None:
    assert clause(step.clause).text
    assert all(clause(clock.clause).text for clock in step.starts)
    assert step.chinese
    assert step.by
    assert step.origins <= set(mechanism.states)
    assert step.target is None or step.target in mechanism.states


@EVERY_STEP
def test_each_paper_of_a_step_has_its_template(mechanism: Mechanism[Any], step: Step[Any]) -> None:
    for paper in (*step.issues, *step.draws):
        assert _front(paper)["id"] == paper


@EVERY_STEP
def test_a_paper_that_the_president_signs_is_issued_by_the_president(
    mechanism: Mechanism[Any], step: Step[Any]
) -> None:
    for paper in step.issues:
        front = _front(paper)
        if front["signs"] == ["president"] or front["approves"] == ["president"]:
            assert step.by == {Role.PRESIDENT}, paper


@EVERY_STEP
def test_asks_are_answerable(mechanism: Mechanism[Any], step: Step[Any]) -> None:
    names = [ask.name for ask in step.asks]

    assert len(names) == len(set(names))
    for ask in step.asks:
        assert ask.chinese
        assert (ask.choices is not None) is (ask.kind is AskKind.CHOICE), ask.name
        assert bool(ask.records) is (ask.kind is AskKind.RECORD), ask.name


@EVERY_STEP
def test_a_second_person_decides_a_proposal_of_the_same_table(
    mechanism: Mechanism[Any], step: Step[Any]
) -> None:
    for name in step.second_person:
        proposal = mechanism.step(name)
        assert proposal is not step
        assert proposal.target in step.origins or proposal.target is None


@EVERY_STEP
def test_a_clock_has_one_end_and_an_owner(mechanism: Mechanism[Any], step: Step[Any]) -> None:
    for clock in step.starts:
        ends = [clock.period is not None, bool(clock.ask), bool(clock.fact)]
        assert sum(ends) == 1, clock.name
        assert isinstance(clock.owner, Role)
        assert not clock.ask or clock.ask in {a.name for a in step.asks if a.kind is AskKind.DATE}


@EVERY_MECHANISM
def test_a_clock_that_is_stopped_was_started(mechanism: Mechanism[Any]) -> None:
    started = {clock.name for step in mechanism.steps for clock in step.starts}
    stopped = {name for step in mechanism.steps for name in step.stops}

    assert stopped <= started | BY_OPENING


def test_no_sanction_without_its_warning() -> None:
    mechanism = defaulter_warning.MECHANISM
    sanctions = [step for step in mechanism.steps if SANCTIONS & set(step.imposes)]
    bypass = {"propose_urgently"}
    reached = _reached(mechanism, without=frozenset({"issue_warning"} | bypass))

    assert {step.name for step in sanctions} == {"approve_listing", "publish"}
    assert not any(step.origins & reached for step in sanctions)
    assert all(step.origins <= _reached(mechanism, without=frozenset(bypass)) for step in sanctions)


def test_a_listing_and_its_restriction_are_imposed_nowhere_else() -> None:
    imposing = {
        (mechanism.name, step.name) for mechanism, step in _steps() if SANCTIONS & set(step.imposes)
    }

    assert imposing == {("defaulter_warning", "approve_listing"), ("defaulter_warning", "publish")}


DECISIONS = {
    "approve_listing": {Role.PRESIDENT},
    "return_proposal": {Role.PRESIDENT},
    "return_unwarned": {Role.PRESIDENT},
    "sign_deletion": {Role.PRESIDENT},
    "sign_lifting": {Role.PRESIDENT},
    "keep_listed": {Role.PRESIDENT},
    "approve_repair": {Role.PRESIDENT},
    "return_repair": {Role.PRESIDENT},
    "approve_restore": {Role.PRESIDENT},
    "return_restore": {Role.PRESIDENT},
    "grant_permit": {Role.PRESIDENT},
    "refuse_permit": {Role.PRESIDENT},
    "approve_revocation": {Role.BUREAU_HEAD, Role.PRESIDENT},
    "return_revocation": {Role.BUREAU_HEAD, Role.PRESIDENT},
    "return_release": {Role.PRESIDENT},
    "approve_extension": {Role.PRESIDENT},
    "refuse_extension": {Role.PRESIDENT},
    "revoke_decision": {Role.PRESIDENT},
    "approve_fine": {Role.PRESIDENT},
    "approve_detention": {Role.PRESIDENT},
    "approve_early_release": {Role.PRESIDENT},
    "return_early_release": {Role.PRESIDENT},
    "end_unexecuted": {Role.PRESIDENT},
    "approve_police_request": {Role.BUREAU_HEAD, Role.PRESIDENT},
    "approve_referral": {Role.PRESIDENT},
    "return_referral": {Role.PRESIDENT},
    "approve_certificate": {Role.BUREAU_HEAD, Role.PRESIDENT},
    "return_certificate": {Role.BUREAU_HEAD, Role.PRESIDENT},
}


def test_article_119_decisions_belong_to_whoever_the_law_names() -> None:
    by_name = {step.name: step.by for _, step in _steps()}

    assert {name: by_name[name] for name in DECISIONS} == DECISIONS
    deciding = {name for name, by in by_name.items() if Role.PRESIDENT in by}
    assert deciding == set(DECISIONS)


def test_the_administrator_takes_no_step_and_a_mediator_none_of_enforcement() -> None:
    for mechanism, step in _steps():
        assert Role.ADMINISTRATOR not in step.by
        assert Role.MEDIATOR not in step.by or mechanism.name in {"record", "pre_enforcement"}


def test_what_is_proposed_is_decided_by_another() -> None:
    proposals = {step.name for _, step in _steps() if step.name.startswith("propose_")}
    decided = {name for _, step in _steps() for name in step.second_person}

    assert decided == proposals


def test_a_step_that_draws_for_signature_is_followed_by_one_that_issues() -> None:
    for mechanism, step in _steps():
        if step.draws:
            issued = [
                later.issues
                for later in mechanism.steps_from(step.target)  # type: ignore[arg-type]
                if step.name in later.second_person and later.issues
            ]
            assert issued == [step.draws], step.name


def test_every_rule_in_the_tables_is_proved_by_name() -> None:
    rules = {
        rule.__name__
        for mechanism in MECHANISMS.values()
        for rule in (
            *mechanism.applies,
            *(rule for step in mechanism.steps for rule in (*step.guards, *step.checks)),
        )
    }

    assert len(rules) > 25
    assert {rule for rule in rules if rule != "check" and rule not in PROVED} == set()


def test_a_step_that_is_not_in_the_table_is_refused_in_plain_words() -> None:
    with pytest.raises(UnknownStep, match="“解除措施”没有名为fly的步骤"):
        release.MECHANISM.step("fly")


def test_a_missing_fact_is_supplied_by_a_step_of_the_tables() -> None:
    rules = (PROJECT / "src" / "duly" / "law").rglob("*.py")
    source = "\n".join(path.read_text(encoding="utf-8") for path in rules)
    names = "|".join(MECHANISMS)
    named = set(re.findall(rf'"((?:{names})\.\w+)"', source))
    assert "record.record_service" in named
    for reference in named:
        mechanism, _, step = reference.partition(".")
        assert MECHANISMS[mechanism].step(step).by
