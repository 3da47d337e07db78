"""Objections to enforcement, and the twelve ways of abusing them (三(四)3)."""

from duly.law.terms.term import Term


class ObjectionKind(Term):
    """The two objections (民事诉讼法 236, 238)."""

    ACT = "act", "执行行为异议"
    THING = "thing", "案外人执行标的异议"


class AbuseAct(Term):
    """The twelve acts of the notice, in the court's words."""

    REJECTED_BEFORE = "1", "以明显不合理的理由提出执行异议被驳回后，又向执行法院提出执行异议"
    REPEATED = (
        "2",
        "对同一执行行为或者执行标的，反复提出执行异议或者以不同异议人名义相继提出执行异议",
    )
    FABRICATED = "3", "以捏造、隐瞒事实，伪造证据等手段恶意提起执行异议"
    SHAM = (
        "4",
        "虚构房屋买卖、借贷、租赁、以物抵债、离婚析产、追索劳动报酬等法律关系提起执行异议",
    )
    FALSE_JUDGMENT = "5", "持他案虚假诉讼裁判文书或仲裁裁决书提出执行异议"
    FORGED_AGENCY = "6", "伪造代理手续或者冒充他人名义，提起执行异议"
    HELPED_FORGERY = (
        "7",
        "证人、鉴定人、诉讼代理人等其他人协助当事人伪造证据、捏造事实提起执行异议",
    )
    CONCEALED = "8", "在调查、听证中隐瞒事实、虚假陈述"
    CONTRADICTORY = "9", "陈述的内容、提交的证据前后矛盾，且不能作出正当、合理的解释"
    SUBORNED = "10", "指使他人提供不实证言或提供伪证"
    WITHHELD = (
        "11",
        "拒不提供或没有正当理由明显超过期限提供与案件基本事实有关的证据",
    )
    OTHER = "12", "其他滥用异议权利的行为"
