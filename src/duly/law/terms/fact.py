"""Questions of fact that a named person answers with reasons."""

from duly.law.terms.measure import DefaulterGround
from duly.law.terms.term import Term


class FactQuestion(Term):
    """A fact on which a rule depends and which no record can show by itself."""

    EMERGENCY = "emergency", "有转移财产、逃避执行等紧急情况"
    GROUND_1 = "ground_1", "有履行能力而拒不履行生效法律文书确定义务"
    GROUND_2 = "ground_2", "以伪造证据、暴力、威胁等方法妨碍、抗拒执行"
    GROUND_3 = "ground_3", "以虚假诉讼、虚假仲裁或者以隐匿、转移财产等方法规避执行"
    GROUND_4 = "ground_4", "违反财产报告制度"
    GROUND_5 = "ground_5", "违反限制消费令"
    GROUND_6 = "ground_6", "无正当理由拒不履行执行和解协议"
    SECURITY = "security", "已提供充分有效担保"
    PRESERVED = "preserved", "已查封、扣押、冻结的财产足以清偿债务"
    LATER_IN_ORDER = "later_in_order", "履行顺序在后，依法不应对其强制执行"
    SMALL_CLAIM = "small_claim", "申请标的较小"
    CONCEALMENT = "concealment", "转移财产、隐藏财产"
    OTHER_REFUSAL = "other_refusal", "其他拒不执行行为"
    REFERRED = "referred", "已被本院移送拒执罪"
    MAIN_PERFORMED = "main_performed", "已履行案件主要义务"
    APPLICANT_AGREES = "applicant_agrees", "申请执行人同意出具自动履行证明书"
    SURVIVAL = "survival", "生活困难，须保留本人及所扶养家属的生活必需费用"
    STUDENT = "student", "全日制在校学生"
    VULNERABLE = "vulnerable", "年老、残疾、重病或者怀孕哺乳等需要照顾的情形"
    PERFORMED_ON_EVIDENCE = "performed_on_evidence", "经审查付款凭证，认定已履行完毕"

    @classmethod
    def of_ground(cls, ground: DefaulterGround) -> "FactQuestion":
        """Return the question whether a listing ground is made out."""
        return cls(f"ground_{ground.value}")

    @property
    def ground(self) -> DefaulterGround | None:
        """The listing ground that this question is about, if any."""
        if not self.value.startswith("ground_"):
            return None
        return DefaulterGround(self.value.removeprefix("ground_"))
