"""A court for the proof alone: one clerk, and matters whose notice is due, in one batch."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from duly.accounts.models import Post, User
from duly.batch import actions, working
from duly.batch.choosing import Choice
from duly.documents.sealing import demo
from duly.law.terms import Role
from duly.procedure.actions import register_matter, take_step
from duly.registry.models import Court

AT = datetime(2026, 3, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
STEP = "issue_notice"
_FORM = {
    "instrument_kind": "judgment",
    "made_on": "2026-03-02",
    "cause": "买卖合同纠纷",
    "focus": "commercial",
    "performance_days": "10",
    "creditor_kind": "unit",
    "creditor_name": "喆淼商贸有限公司",
    "debtor_kind": "person",
    "debtor_name": "陈示例",
    "debtor_phone": "13800000002",
    "duty_kind": "money",
    "duty": "货款",
    "amount": "100000.00",
    "interest_kind": "none",
    "court_fee": "2300.00",
}
_ACCOUNT = {
    "holder": "喆淼商贸有限公司",
    "number": "4401990012345678",
    "bank": "示例银行广州从化支行",
    "route": "hearing",
    "evidence": "庭审笔录第5页",
}


def fill(matters: int) -> None:
    """Register so many matters, confirm an account in each, and make the batch of their notices.

    The court has a seal, so that notices are signed.
    """
    court = Court.objects.create(code="粤9901", name="示例市证明区人民法院")
    demo.make(court.code, court.name)
    clerk = User.objects.create(username="proof", full_name="证明员")
    Post.objects.create(user=clerk, role=Role.TRIAL_CLERK.value, since=date(2020, 1, 1))
    for serial in range(1, matters + 1):
        answers = {
            **_FORM,
            "number": f"（2026）粤9901民初{serial}号",
            "debtor_address": f"示例市证明区示例路{matters - serial}号",
        }
        matter = register_matter(answers=answers, actor=clerk, at=AT, court=court)
        take_step(
            matter_id=matter.pk,
            course_id=matter.courses.get(mechanism="post_judgment").pk,
            step="confirm_account",
            answers={**_ACCOUNT, "creditor": str(matter.parties.get(role="creditor").pk)},
            actor=clerk,
            at=AT,
            version=matter.version,
        )
    choice = Choice(mechanism="post_judgment", step=STEP)
    batch = actions.make(choice, court=court, answers={}, by=clerk, at=AT)
    working.examine(batch.pk, lambda: AT)
    actions.start(batch.pk, by=clerk, at=AT)
