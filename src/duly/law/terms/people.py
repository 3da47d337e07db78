"""Who takes part: the court's posts, and the parties."""

from duly.law.terms.term import Term


class Role(Term):
    """A post (岗位) that may take steps. The mechanism names divisions; the posts are theirs."""

    TRIAL_CLERK = "trial_clerk", "业务庭书记员"
    TRIAL_JUDGE = "trial_judge", "业务庭法官"
    FILING_CLERK = "filing_clerk", "立案庭经办人"
    FILING_HEAD = "filing_head", "立案庭庭长"
    MEDIATOR = "mediator", "调解员"
    ENFORCEMENT_CLERK = "enforcement_clerk", "执行书记员"
    ENFORCEMENT_JUDGE = "enforcement_judge", "执行法官"
    BUREAU_HEAD = "bureau_head", "执行局局长"
    PRESIDENT = "president", "院长"
    ADMINISTRATOR = "administrator", "系统管理员"
    POST_ROOM = "post_room", "收发系统"


class PartyKind(Term):
    """Whether a party is a person or a unit (单位)."""

    PERSON = "person", "自然人"
    UNIT = "unit", "单位"


class PartyRole(Term):
    """A party's side in a matter. The name printed follows the stage."""

    CREDITOR = "creditor", "债权人"
    DEBTOR = "debtor", "履行义务人"
    THIRD_PARTY = "third_party", "案外人"
