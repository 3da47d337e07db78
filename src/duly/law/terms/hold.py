"""Why a matter is held (中止、暂缓), and what interrupts the limitation of enforcement."""

from duly.law.terms.term import Term


class HoldKind(Term):
    """The grounds on which a running matter stands still."""

    REVIEW = "review", "对生效法律文书审查而中止或者暂缓执行"
    RETRIAL = "retrial", "再审中止执行"
    SECURITY = "security", "因执行担保暂缓执行"
    OBJECTION = "objection", "案外人异议审查中止执行"
    OBJECTIVE = "objective", "不可抗力等客观原因中止"
    OTHER = "other", "其他依法中止、暂缓的情形"


class InterruptionKind(Term):
    """What interrupts the limitation for enforcement (执行程序解释 20)."""

    APPLICATION = "application", "申请执行"
    SETTLEMENT = "settlement", "双方达成和解协议"
    DEMAND = "demand", "权利人提出履行要求"
    CONSENT = "consent", "义务人同意履行"
    PART_PERFORMANCE = "part_performance", "义务人部分履行"
