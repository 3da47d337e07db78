"""What the rules about a listing in force (失信规定 9–12) need to know."""

from dataclasses import dataclass
from datetime import date

from duly.law.terms import Term

DEFAULTERS = "最高人民法院关于公布失信被执行人名单信息的若干规定"
FLOW = "三(一)2"


class State(Term):
    """A listing stands until it is deleted; a correction asked for is decided meanwhile."""

    LISTED = "listed", "在册"
    SOUGHT = "sought", "纠正申请审查中"
    DISMISSED = "dismissed", "已驳回，待送达"
    SERVED = "served", "驳回决定已送达，复议期内"
    RECONSIDERED = "reconsidered", "上一级法院复议中"
    RECTIFYING = "rectifying", "信息待更正"
    DELETING = "deleting", "应予删除，待办结"
    ENDED = "ended", "已不在册"


class CorrectionGround(Term):
    """Why a correction is asked for (失信规定 11)."""

    WRONGLY_LISTED = "wrongly_listed", "不应纳入而纳入"
    INACCURATE = "inaccurate", "公布的信息不准确"
    TO_BE_DELETED = "to_be_deleted", "失信信息应予删除"


class DeletionGround(Term):
    """Why a listing without a term is deleted before performance (失信规定 10, paragraph 1)."""

    ON_CONSENT = "3", "申请执行人书面申请删除，经本院审查同意"
    NOTHING_FOUND = (
        "4",
        "终结本次执行程序后，两次以上网络查控未发现可供执行财产，且无人提供有效线索",
    )
    SUSPENDED = "5", "因审判监督或者破产程序，裁定中止执行"
    NOT_ENFORCED = "6", "依法裁定不予执行"
    TERMINATED = "7", "依法裁定终结执行"

    @property
    def limb(self) -> str:
        """The limb as the decision cites it: 第十条第一款第三项."""
        return f"第十条第一款第{'一二三四五六七'[int(self.value) - 1]}项"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know of one listing."""

    on: date
    has_term: bool
    expires_on: date | None
    correction: CorrectionGround | None
    reconsider_until: date | None
    in_force: bool
