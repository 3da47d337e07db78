"""Grounds for sanctions, and the measures that performance must lift."""

from duly.law.terms.term import Term


class DefaulterGround(Term):
    """The six circumstances of 失信规定 (2017) article 1, in the statute's words."""

    ABLE_BUT_REFUSING = "1", "有履行能力而拒不履行生效法律文书确定义务"
    OBSTRUCTING = "2", "以伪造证据、暴力、威胁等方法妨碍、抗拒执行"
    EVADING = "3", "以虚假诉讼、虚假仲裁或者以隐匿、转移财产等方法规避执行"
    PROPERTY_REPORT = "4", "违反财产报告制度"
    CONSUMPTION = "5", "违反限制消费令"
    SETTLEMENT = "6", "无正当理由拒不履行执行和解协议"

    @property
    def limb(self) -> str:
        """The limb as the article numbers it: （一）…（六）."""
        return f"（{'一二三四五六'[int(self.value) - 1]}）"


class SanctionGround(Term):
    """The four grounds of the fine and the detention warning (三(二)1, 三(三)1)."""

    PROPERTY_REPORT = "property_report", "违反财产报告制度"
    CONSUMPTION = "consumption", "违反限制消费令进行消费"
    EVADING = "evading", "隐藏、转移、处分可供执行的财产以规避执行"
    ABLE_BUT_REFUSING = "able_but_refusing", "其他具有能力执行而拒不执行"


class MeasureKind(Term):
    """A measure in force against a debtor or his property."""

    DEFAULTER_LISTING = "defaulter_listing", "纳入失信被执行人名单"
    CONSUMPTION_RESTRICTION = "consumption_restriction", "限制消费"
    EXIT_RESTRICTION = "exit_restriction", "限制出境"
    SEAL = "seal", "查封"
    SEIZE = "seize", "扣押"
    FREEZE = "freeze", "冻结"
    CASE_PUBLICITY = "case_publicity", "公开被执行人案件信息"
    CREDIT_NOTICE = "credit_notice", "向征信及有关单位通报"

    @property
    def release(self) -> str:
        """What lifting the measure is called."""
        return {
            MeasureKind.DEFAULTER_LISTING: "删除失信信息",
            MeasureKind.CONSUMPTION_RESTRICTION: "解除限制消费",
            MeasureKind.EXIT_RESTRICTION: "解除限制出境",
            MeasureKind.CASE_PUBLICITY: "屏蔽本案被执行人信息",
            MeasureKind.CREDIT_NOTICE: "通知修复信用",
        }.get(self, f"解除{self.chinese}")


class PropertyKind(Term):
    """Measures against property, each with its object and its last day."""

    SEAL = "seal", "查封"
    SEIZE = "seize", "扣押"
    FREEZE = "freeze", "冻结"


class PropertyClass(Term):
    """What a measure against property lies on; it bounds how long it may last (解释 485)."""

    DEPOSIT = "deposit", "银行存款等资金"
    MOVABLE = "movable", "动产"
    REAL_ESTATE = "real_estate", "不动产、其他财产权"


class SanctionKind(Term):
    """The two sanctions of 民事诉讼法 (2021, 2023) 114 and 118."""

    FINE = "fine", "罚款"
    DETENTION = "detention", "拘留"


class SanctionTarget(Term):
    """Who is sanctioned: a unit is fined, never detained; its people may be both."""

    PERSON = "person", "个人"
    UNIT = "unit", "单位"
    RESPONSIBLE = "responsible", "单位的主要负责人或者直接责任人员"


class ReportBreach(Term):
    """How a debtor breaks the duty to report his property (财产调查规定 9)."""

    REFUSED = "refused", "拒绝报告"
    FALSE = "false", "虚假报告"
    LATE = "late", "无正当理由逾期报告"


class ResponsiblePost(Term):
    """Why a person answers for a unit (民事诉讼法 114, paragraph 2)."""

    PRINCIPAL = "principal", "主要负责人"
    DIRECT = "direct", "直接责任人员"


class CommitmentKind(Term):
    """The two credit commitments (三(五)1)."""

    SETTLEMENT = "settlement", "执行和解"
    REPAIR = "repair", "临时修复信用"


class RepairScope(Term):
    """What a temporary repair asks to lift (三(五)3(2)), in the words of the form."""

    LISTING = "listing", "解除失信措施"
    CONSUMPTION = "consumption", "解除限制消费措施"
    BOTH = "both", "解除失信、限制消费措施"

    @property
    def kinds(self) -> tuple[MeasureKind, ...]:
        """The measures that it names."""
        listing = (MeasureKind.DEFAULTER_LISTING,) if self is not RepairScope.CONSUMPTION else ()
        if self is RepairScope.LISTING:
            return listing
        return (*listing, MeasureKind.CONSUMPTION_RESTRICTION)
