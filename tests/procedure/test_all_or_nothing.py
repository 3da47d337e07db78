"""One act, one transaction: whichever call fails, nothing of the act is left."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import models, transaction

from duly.documents import actions as documents
from duly.journal import actions as journal
from duly.ledger import actions as ledger
from duly.procedure import clocks, consequences, impositions, recording
from duly.procedure.actions import register_matter
from duly.procedure.effects import enforcement
from duly.procedure.models import Course, Deadline, Measure, StepTaken
from duly.registry import actions as registry
from duly.registry import numbering
from tests.procedure import walks
from tests.procedure.conftest import MONEY_MATTER, Walk
from tests.procedure.untouched import state
from tests.procedure.walks import CLERK, FILING, JUDGE, PRESIDENT

Seam = tuple[Any, str]

SEAMS: tuple[Seam, ...] = (
    (journal, "record"),
    (journal, "_kept"),
    (documents, "draw"),
    (documents, "issue"),
    (documents, "pdf"),
    (clocks, "start"),
    (clocks, "stop"),
    (consequences, "follow"),
    (impositions, "_record"),
    (consequences, "open_course"),
    (clocks, "start_release"),
    (enforcement, "open_for_debtor"),
    (recording, "answers"),
    (numbering, "_code"),
    (ledger, "register_payment"),
    (ledger, "reallocate"),
    (registry, "propose_account"),
    (registry, "find_fact"),
)


class Broken(RuntimeError):
    """The disk is full, the process was killed, the gateway is gone."""


def fail_at_call(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, nth: int) -> list[int]:
    """Let the n-th call of a function fail; return a list that counts its calls."""
    real: Callable[..., Any] = getattr(owner, name)
    calls: list[int] = []

    def failing(*args: Any, **kwargs: Any) -> Any:
        calls.append(1)
        if len(calls) == nth:
            raise Broken
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, name, failing)
    return calls


def every_failure_leaves_nothing(act: Callable[[], Any], seams: tuple[Seam, ...] = SEAMS) -> int:
    """Fail each call of each seam in turn until the act passes; return how many points failed."""
    points = 0
    for owner, name in seams:
        for nth in range(1, 100):
            before = state()
            with pytest.MonkeyPatch.context() as patch, transaction.atomic():
                undo = transaction.savepoint()
                fail_at_call(patch, owner, name, nth)
                try:
                    act()
                except Broken:
                    passed = False
                else:
                    passed = True
                    transaction.savepoint_rollback(undo)
            assert state() == before, f"{owner}.{name} failing at call {nth} left something behind"
            if passed:
                break
            points += 1
    return points


def test_filing_for_enforcement_is_all_or_nothing(walk: Walk):
    """A number, courses, a measure, an account, redirected debts, three clocks, the journal."""
    walks.to_applied(walk)
    walk.take("pre_enforcement", "file_directly", FILING, reason="declined", reasons="不同意")

    assert every_failure_leaves_nothing(lambda: walks.file(walk)) >= 10
    walks.file(walk)
    assert walk.matter.proceedings.get().number == "（2026）粤0117执1号"


def test_signing_a_listing_is_all_or_nothing(walk: Walk):
    """Two papers frozen, a measure imposed, a clock started."""
    walks.to_proposed(walk)

    def sign() -> object:
        return walk.take("defaulter_warning", "approve_listing", PRESIDENT)

    assert every_failure_leaves_nothing(sign) >= 8


def test_a_payment_that_frees_a_debtor_is_all_or_nothing(walk: Walk):
    """The arrival, where it went, every release with its clock, the journal."""
    walks.to_published(walk)
    walk.pay("200000", JUDGE)

    assert every_failure_leaves_nothing(lambda: walks.pay_fees(walk)) >= 10
    walks.pay_fees(walk)
    assert len(walk.releases()) == 4


def test_a_registration_is_all_or_nothing(walk: Walk):
    def register() -> object:
        answers = {**MONEY_MATTER, "number": "（2026）粤0117民初101号"}
        return register_matter(answers=answers, actor=walk.staff[CLERK], at=walk.at)

    seams = (
        (journal, "record"),
        (registry, "add_instrument"),
        (registry, "add_contact_point"),
        (ledger, "register_obligation"),
    )
    assert every_failure_leaves_nothing(register, seams) == 7


@pytest.mark.parametrize("model", [Course, Deadline, Measure, StepTaken])
def test_a_row_that_cannot_be_written_undoes_the_act(
    walk: Walk, monkeypatch: pytest.MonkeyPatch, model: type[models.Model]
):
    walks.to_proposed(walk)
    before = state()

    def full(*_: Any, **__: Any) -> None:
        raise Broken

    monkeypatch.setattr(model, "save", full)
    with pytest.raises(Broken):
        walk.take("defaulter_warning", "approve_listing", PRESIDENT)
    assert state() == before
