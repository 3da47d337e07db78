"""移送拒执罪: proposed by the judge with materials, approved by the president, answered."""

from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.referral import rules
from duly.law.mechanism.referral.facts import Facts
from duly.law.mechanism.sanction import asks, proposal
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import Role, Term


class State(Term):
    """From a crime suspected to the answer of the police."""

    OPEN = "open", "未移送"
    PROPOSED = "proposed", "移送报院长批准"
    REFERRED = "referred", "已移送公安机关"
    ACCEPTED = "accepted", "公安机关已立案"
    DECLINED = "declined", "公安机关不予立案"


JUDGE = frozenset({Role.ENFORCEMENT_JUDGE})
PRESIDENT = frozenset({Role.PRESIDENT})
ANSWER = (
    Ask("answered_on", "答复日期", AskKind.DATE),
    Ask("answer", "答复文书", AskKind.TEXT, hint="名称、文号和理由"),
)

PROPOSE = Step[Facts](
    name="propose_referral",
    chinese="报请移送公安机关",
    clause="三(三)2",
    by=JUDGE,
    origins=frozenset({State.OPEN}),
    target=State.PROPOSED,
    asks=(
        Ask("police", "公安机关", AskKind.TEXT, longest=60),
        *proposal.ACTS,
        Ask(
            "responsible",
            "单位的主要负责人或者直接责任人员",
            AskKind.RECORD,
            required=False,
            records="responsible",
        ),
        Ask("suspicion", "涉嫌犯罪的事实", AskKind.LONG_TEXT, hint="写明情节严重之处"),
        Ask("materials", "移送材料", AskKind.LONG_TEXT, hint="一行一项"),
    ),
    guards=(rules.refuses_criminally,),
    checks=(rules.acts_may_be_referred,),
    draws=("criminal-referral",),
    usual=False,
)

APPROVE = Step[Facts](
    name="approve_referral",
    chinese="批准移送，签发《移送公安函》",
    clause="三(三)2",
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.REFERRED,
    guards=(rules.referral_still_stands,),
    issues=("criminal-referral",),
    second_person=frozenset({"propose_referral"}),
)

RETURN = Step[Facts](
    name="return_referral",
    chinese="不同意移送",
    clause="三(三)2",
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.OPEN,
    asks=asks.REASONS,
)

DROP = Step[Facts](
    name="drop_referral",
    chinese="撤回报请",
    clause="三(三)2",
    by=JUDGE,
    origins=frozenset({State.PROPOSED}),
    target=State.OPEN,
    asks=asks.REASONS,
    usual=False,
)

ACCEPTED = Step[Facts](
    name="record_accepted",
    chinese="登记公安机关立案",
    clause="三(三)2",
    by=JUDGE,
    origins=frozenset({State.REFERRED}),
    target=State.ACCEPTED,
    asks=ANSWER,
    checks=(not_in_the_future("answered_on", "答复日期"),),
)

DECLINED = Step[Facts](
    name="record_declined",
    chinese="登记公安机关不予立案",
    clause="三(三)2",
    by=JUDGE,
    origins=frozenset({State.REFERRED}),
    target=State.DECLINED,
    asks=ANSWER,
    checks=(not_in_the_future("answered_on", "答复日期"),),
)
