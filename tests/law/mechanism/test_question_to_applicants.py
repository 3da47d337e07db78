"""二(二)1: every applicant is asked; no way to enforcement goes round the question."""

from duly.law.mechanism import MECHANISMS, pre_enforcement
from duly.law.mechanism.pre_enforcement.steps import State
from duly.law.terms import Term

MECHANISM = pre_enforcement.MECHANISM
ASKED = {"record_consent", "file_directly"}
TO_ENFORCEMENT = {"file_directly", "transfer", "transfer_at_once"}


def reached(without: set[str]) -> set[Term]:
    seen, ahead = set(), [MECHANISM.initial]
    while ahead:
        state = ahead.pop()
        if state not in seen:
            seen.add(state)
            ahead += [
                step.target
                for step in MECHANISM.steps_from(state)
                if step.target is not None and step.name not in without
            ]
    return seen


def test_without_an_answer_nothing_is_left_but_to_withdraw() -> None:
    assert reached(ASKED) == {State.APPLIED, State.WITHDRAWN}


def test_the_answer_is_asked_with_its_reasons() -> None:
    for name in ASKED:
        required = {ask.name for ask in MECHANISM.step(name).asks if ask.required}
        assert required & {"emergency_reasons", "reasons"}


def test_enforcement_is_reached_by_no_other_step() -> None:
    ends = {State.TRANSFERRED, State.FILED_DIRECTLY}
    leading = {step.name for step in MECHANISM.steps if step.target in ends}

    assert leading == TO_ENFORCEMENT
    assert MECHANISMS["enforcement"].initial.value == "received"
