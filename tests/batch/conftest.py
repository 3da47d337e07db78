"""Several matters of one court in which the same step is to be taken, and their batch."""

from collections.abc import Callable

import pytest

from duly.batch import actions, working
from duly.batch.choosing import Choice
from duly.batch.models import Batch, Item
from duly.law.terms import Role
from tests.procedure.conftest import Walk, court, laid, plain_papers, staff, walk

__all__ = ["court", "laid", "plain_papers", "staff", "walk"]

NOTICES = Choice(mechanism="post_judgment", step="issue_notice")
CLERK = Role.TRIAL_CLERK
Made = Callable[..., Batch]


def more_matters(walk: Walk, count: int) -> None:
    """Register matters until there are so many, and confirm the creditor's account in each."""
    for number in range(count):
        if number:
            walk.register(
                number=f"（2026）粤0117民初{100 + number}号",
                debtor_name=f"陈示例{'甲乙丙丁戊己庚辛壬癸'[number]}",
                debtor_address=f"广州市从化区示例路{20 - 9 * number % 20}号",
            )
        confirm_account(walk)


def confirm_account(walk: Walk) -> None:
    walk.take(
        "post_judgment",
        "confirm_account",
        CLERK,
        creditor=walk.party("creditor"),
        holder="喆淼商贸有限公司",
        number="4401990012345678",
        bank="示例银行广州从化支行",
        route="hearing",
        evidence="庭审笔录第5页",
    )


def make(walk: Walk, choice: Choice = NOTICES, role: Role = CLERK, **answers: str) -> Batch:
    """Make a batch and have it examined."""
    batch = actions.make(choice, court=walk.court, answers=answers, by=walk.staff[role], at=walk.at)
    working.examine(batch.pk, lambda: walk.at)
    return batch


def run(walk: Walk, batch: Batch, *, again: bool = False) -> int:
    """Let a batch run to its end in this process. Return how many items were worked on."""
    actions.start(batch.pk, by=batch.made_by, at=walk.at, again=again)
    working.examine(batch.pk, lambda: walk.at)
    return working.act(batch.pk, lambda: walk.at)


def outcomes(batch: Batch) -> list[str]:
    return [item.outcome for item in Item.objects.filter(batch=batch).order_by("place")]


@pytest.fixture
def three(walk: Walk) -> Walk:
    """Three matters with a confirmed account; the walk stands at the last."""
    more_matters(walk, 3)
    return walk
