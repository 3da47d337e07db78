"""A preview shows the paper as it will be, and leaves nothing behind."""

from duly.documents.models import Paper
from duly.law.mechanism import MECHANISMS
from duly.law.terms import Role
from duly.procedure import queries
from duly.registry.models import PayeeAccount
from tests.procedure.conftest import Walk


def test_a_preview_prints_what_the_step_would_put_on_record(walk: Walk) -> None:
    course = walk.course("post_judgment")
    step = MECHANISMS["post_judgment"].step("confirm_account")
    typed = {
        "creditor": walk.party("creditor"),
        "holder": "喆淼商贸有限公司",
        "number": "4401990012345678",
        "bank": "示例银行广州从化支行",
        "route": "hearing",
        "evidence": "庭审笔录第5页",
    }

    drawn = queries.preview(course, step, typed, walk.staff[Role.TRIAL_CLERK], walk.at)

    (paper,) = drawn.values()
    assert "4401990012345678" in paper.text
    assert not PayeeAccount.objects.exists()
    assert not Paper.objects.exists()
