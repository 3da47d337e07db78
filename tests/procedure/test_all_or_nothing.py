"""One act, one transaction: whichever call fails, nothing of the act is left."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.db import models, transaction

from duly.documents import actions as documents
from duly.documents import press
from duly.journal import actions as journal
from duly.ledger import actions as ledger
from duly.procedure import clocks, consequences, impositions, recording
from duly.procedure.actions import register_matter
from duly.procedure.effects import enforcement
from duly.procedure.models import Course, Deadline, Measure, StepTaken
from duly.procedure.registration import accounts
from duly.registry import actions as registry
from duly.registry import numbering
from tests.procedure import walks
from tests.procedure.conftest import MONEY_MATTER, Walk
from tests.procedure.untouched import state
from tests.procedure.walks import CLERK, FILING, JUDGE, PRESIDENT

Seam = tuple[Any, str]

SEAMS: tuple[Seam, ...] = (
    (journal, "record"),
    (journal, "_entry"),
    (documents, "draw"),
    (documents, "issue"),
    (press, "pdf"),
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


def watch(patch: pytest.MonkeyPatch, seam: Seam, tally: Counter[Seam], fail_at: int = 0) -> None:
    """Count the calls of a function, and let one of them fail."""
    real: Callable[..., Any] = getattr(*seam)

    def watched(*args: Any, **kwargs: Any) -> Any:
        tally[seam] += 1
        if tally[seam] == fail_at:
            raise Broken
        return real(*args, **kwargs)

    patch.setattr(*seam, watched)


def calls_of(act: Callable[[], Any], seams: tuple[Seam, ...]) -> Counter[Seam]:
    """Return how often an act calls each seam; the act itself is undone."""
    tally: Counter[Seam] = Counter()
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        undo = transaction.savepoint()
        for seam in seams:
            watch(patch, seam, tally)
        act()
        transaction.savepoint_rollback(undo)
    return tally


def every_failure_leaves_nothing(act: Callable[[], Any], seams: tuple[Seam, ...] = SEAMS) -> int:
    """Fail each call of each seam in turn; return how many points were made to fail."""
    before, points = state(), 0
    for seam, calls in calls_of(act, seams).items():
        for nth in range(1, calls + 1):
            with pytest.MonkeyPatch.context() as patch:
                watch(patch, seam, Counter(), fail_at=nth)
                with pytest.raises(Broken):
                    act()
            assert state() == before, f"{seam} failing at call {nth} left something behind"
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
        (registry, "keep"),
        (ledger, "keep"),
        (journal, "record_all"),
        (accounts, "keep"),
    )
    assert every_failure_leaves_nothing(register, seams) == 4


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
