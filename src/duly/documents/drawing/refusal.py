"""Why a paper cannot be drawn up: every reason at once, each naming its blank."""

from collections.abc import Iterable
from dataclasses import dataclass

from duly.law.terms import Term


class Reason(Term):
    """Kinds of refusal."""

    UNFILLED = "unfilled", "空白项未填"
    UNKNOWN = "unknown", "没有这一空白项"
    MALFORMED = "malformed", "格式不合"
    LEFT_OVER = "left_over", "留有占位或示例内容"
    NO_GLYPH = "no_glyph", "字体没有该字"
    NOT_HELD = "not_held", "条文未存"
    NO_CITATION = "no_citation", "法条无法确定"
    WRONG_CITATION = "wrong_citation", "法条与文书日期不符"
    OUT_OF_RANGE = "out_of_range", "超出法定范围"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason: its kind, the blank that it concerns, and the sentence for the user."""

    reason: Reason
    blank: str
    sentence: str

    def __str__(self) -> str:
        return self.sentence


class Refused(ValueError):
    """The paper cannot be drawn up. `refusals` lists every reason."""

    def __init__(self, title: str, refusals: Iterable[Refusal]) -> None:
        self.title = title
        self.refusals = tuple(refusals)
        super().__init__(f"《{title}》不能制作：" + "；".join(map(str, self.refusals)))
