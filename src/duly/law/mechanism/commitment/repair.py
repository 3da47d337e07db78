"""信用承诺 (三(五)2(2)): a temporary repair of credit, from consent to expiry and restoring."""

from duly.law.calendar import Period
from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.commitment import doors, rules
from duly.law.mechanism.commitment.facts import Facts, State
from duly.law.mechanism.commitment.settlement import JUDGE, OFFICE, SIGNATURE_ASKS
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import CommitmentKind, Role

PRESIDENT = frozenset({Role.PRESIDENT})
REASONS = Ask("reasons", "理由", AskKind.LONG_TEXT)


def is_repair(facts: Facts) -> bool:
    """Whether the course is about a temporary repair."""
    return facts.kind is CommitmentKind.REPAIR


RECORD_CONSENT = Step[Facts](
    name="record_consent",
    chinese="登记申请执行人同意",
    clause="三(五)2(2)",
    by=OFFICE,
    origins=frozenset({State.OPEN}),
    asks=(
        Ask("consented_on", "同意日期", AskKind.DATE),
        Ask("evidence", "书面同意存卷", AskKind.TEXT, hint="删除失信信息须有书面申请或者同意"),
    ),
    checks=(not_in_the_future("consented_on", "同意日期"),),
    when=lambda facts: is_repair(facts) and facts.consented_on is None,
)

PRINT_REPAIR = Step[Facts](
    name="print_repair",
    chinese="出具《信用承诺书》（临时修复）供签署",
    clause="三(五)2(2)",
    by=OFFICE,
    origins=frozenset({State.OPEN}),
    target=State.REPAIR_PRINTED,
    guards=(rules.has_consent, doors.days_are_bounded),
    when=is_repair,
    issues=("commitment-repair",),
)

SIGN_REPAIR = Step[Facts](
    name="sign_repair",
    chinese="登记被执行人签署承诺书",
    clause="三(五)2(2)",
    by=OFFICE,
    origins=frozenset({State.REPAIR_PRINTED}),
    target=State.SIGNED,
    asks=SIGNATURE_ASKS,
    checks=(not_in_the_future("signed_on", "签署日期"),),
)

FIND_CORRECTED = Step[Facts](
    name="find_corrected",
    chinese="认定是否积极履行或者主动纠正",
    clause="三(五)2(2)",
    by=JUDGE,
    origins=frozenset({State.OPEN, State.REPAIR_PRINTED, State.SIGNED}),
    asks=(
        Ask("corrected", "积极履行义务或者主动纠正失信行为", AskKind.YES_NO),
        Ask("reasons", "事实和理由", AskKind.LONG_TEXT),
    ),
    when=lambda facts: is_repair(facts) and any(one.has_term for one in facts.measures),
    usual=False,
)

PROPOSE = Step[Facts](
    name="propose_repair",
    chinese="报请临时修复信用",
    clause="三(五)2(2)",
    by=JUDGE,
    origins=frozenset({State.SIGNED}),
    target=State.PROPOSED,
    asks=(REASONS,),
    guards=(rules.has_consent, doors.doors_are_open, doors.days_are_bounded, rules.still_owes),
    draws=("defaulter-release", "consumption-release"),
)

APPROVE = Step[Facts](
    name="approve_repair",
    chinese="批准临时修复，签发解除文书",
    clause="三(五)2(2)",
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.APPROVED,
    guards=(doors.doors_are_open, doors.days_are_bounded, rules.still_owes),
    issues=("defaulter-release", "consumption-release"),
    second_person=frozenset({"propose_repair"}),
    starts=(
        Clock(
            "lifting",
            "解除措施（三个工作日内）",
            "三(五)2(2)",
            Role.ENFORCEMENT_JUDGE,
            period=Period(working_days=3),
            since="lift_from",
        ),
        Clock(
            "repair",
            "临时修复期满，未履行的恢复措施",
            "三(五)2(2)",
            Role.ENFORCEMENT_JUDGE,
            fact="repair_until",
        ),
        Clock(
            "promise",
            "承诺履行完毕",
            "三(五)2(2)",
            Role.ENFORCEMENT_JUDGE,
            fact="promised_on",
        ),
    ),
)

RETURN = Step[Facts](
    name="return_repair",
    chinese="退回报请",
    clause="三(五)2(2)",
    by=PRESIDENT,
    origins=frozenset({State.PROPOSED}),
    target=State.SIGNED,
    asks=(REASONS,),
)

LIFT = Step[Facts](
    name="lift_measures",
    chinese="办结解除，临时修复开始",
    clause="三(五)2(2)",
    by=OFFICE,
    origins=frozenset({State.APPROVED}),
    target=State.REPAIRED,
    asks=(
        Ask("done_on", "办结日期", AskKind.DATE),
        Ask("evidence", "办结凭证", AskKind.TEXT, hint="如：名单库删除回执、协助解除通知书回执"),
    ),
    checks=(not_in_the_future("done_on", "办结日期"), doors.lifted_within_the_repair),
    stops=("lifting",),
)

REFUSE = Step[Facts](
    name="refuse_repair",
    chinese="不予临时修复",
    clause="三(五)2(2)",
    by=JUDGE,
    origins=frozenset({State.OPEN, State.REPAIR_PRINTED, State.SIGNED, State.APPROVED}),
    target=State.REFUSED,
    asks=(REASONS,),
    when=is_repair,
    usual=False,
)

PROPOSE_RESTORE = Step[Facts](
    name="propose_restore",
    chinese="报请恢复措施",
    clause="三(五)2(2)",
    by=JUDGE,
    origins=frozenset({State.REPAIRED}),
    target=State.RESTORE_PROPOSED,
    asks=(Ask("reasons", "逾期未履行的事实", AskKind.LONG_TEXT),),
    guards=(
        rules.repair_is_over,
        rules.something_to_restore,
        rules.no_stay_holds_the_restoring,
    ),
    draws=("defaulter-decision", "consumption-order"),
)

APPROVE_RESTORE = Step[Facts](
    name="approve_restore",
    chinese="签发文书，恢复原措施",
    clause="三(五)2(2)",
    by=PRESIDENT,
    origins=frozenset({State.RESTORE_PROPOSED}),
    target=State.RESTORED,
    guards=(
        rules.repair_is_over,
        rules.something_to_restore,
        rules.no_stay_holds_the_restoring,
    ),
    issues=("defaulter-decision", "consumption-order"),
    second_person=frozenset({"propose_restore"}),
    stops=("repair", "promise"),
)

RETURN_RESTORE = Step[Facts](
    name="return_restore",
    chinese="退回报请恢复",
    clause="三(五)2(2)",
    by=PRESIDENT,
    origins=frozenset({State.RESTORE_PROPOSED}),
    target=State.REPAIRED,
    asks=(REASONS,),
)

LAPSE = Step[Facts](
    name="end_lapsed",
    chinese="修复期满，没有可恢复的措施",
    clause="三(五)2(2)",
    by=JUDGE,
    origins=frozenset({State.REPAIRED}),
    target=State.LAPSED,
    guards=(rules.repair_is_over, rules.nothing_to_restore),
    stops=("repair", "promise"),
    usual=False,
)

STEPS = (
    RECORD_CONSENT,
    PRINT_REPAIR,
    SIGN_REPAIR,
    PROPOSE,
    APPROVE,
    RETURN,
    LIFT,
    PROPOSE_RESTORE,
    APPROVE_RESTORE,
    RETURN_RESTORE,
    FIND_CORRECTED,
    REFUSE,
    LAPSE,
)
