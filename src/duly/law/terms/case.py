"""What a matter is made of: stages, instruments, numbered proceedings, obligations."""

from duly.law.terms.term import Term


class Stage(Term):
    """The three stages of the mechanism (判后、执前及执行中)."""

    POST_JUDGMENT = "post_judgment", "判后督促"
    PRE_ENFORCEMENT = "pre_enforcement", "执前督促"
    ENFORCEMENT = "enforcement", "执行中督促"


class InstrumentKind(Term):
    """Kinds of effective legal instrument (生效法律文书)."""

    JUDGMENT = "judgment", "判决"
    MEDIATION_STATEMENT = "mediation_statement", "调解"
    RULING = "ruling", "裁定"

    @property
    def paper(self) -> str:
        """The instrument's own title: 判决书, 调解书, 裁定书."""
        return f"{self.chinese}书"


class InstrumentOutcome(Term):
    """What an appeal or a retrial did to the instrument before it."""

    FIRST_INSTANCE = "first_instance", "一审"
    UPHELD = "upheld", "二审维持"
    CHANGED = "changed", "二审改判"
    APPEAL_WITHDRAWN = "appeal_withdrawn", "撤回上诉"
    RETRIAL_UPHELD = "retrial_upheld", "再审维持"
    RETRIAL_CHANGED = "retrial_changed", "再审改判"


class ProceedingKind(Term):
    """A numbered proceeding (案件). The type code of its number is the court's setting."""

    TRIAL = "trial", "民事一审"
    URGING = "urging", "执前督促"
    ENFORCEMENT = "enforcement", "首次执行"
    OBJECTION = "objection", "执行异议"


class ObligationKind(Term):
    """What the debtor must do."""

    MONEY = "money", "金钱给付"
    ACT = "act", "行为履行"
    COURT_FEE = "court_fee", "案件受理费"
    OTHER_COSTS = "other_costs", "其他诉讼费用"
    ENFORCEMENT_FEE = "enforcement_fee", "申请执行费"
    DELAY_PENALTY = "delay_penalty", "迟延履行金"


class Cause(Term):
    """The case groups on which pre-enforcement urging is focused (二(一)1)."""

    COMMERCIAL = "commercial", "商事案件"
    FINANCIAL = "financial", "金融债权案件"
    ACT = "act", "行为履行案件"
    MEDIATED = "mediated", "以调解结案的民事案件"
    CONFIRMED = "confirmed", "以裁定结案的司法确认案件"
    PRESERVED = "preserved", "保全财产足以覆盖申请债权的案件"
    OTHER = "other", "其他适合督促的案件"
