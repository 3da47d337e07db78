"""The states of a fine warning, from the review of an act to the end of the fine."""

from duly.law.terms import Term


class State(Term):
    """From an act found to sparing, or to a fine decided, paid and beyond reconsideration."""

    OPEN = "open", "审查是否通知"
    WARNED = "warned", "已发预罚款通知"
    PROPOSED = "proposed", "罚款报院长批准"
    DECIDED = "decided", "已决定罚款，待缴纳"
    PAID = "paid", "罚款已缴纳"
    ENDED = "ended", "罚款执行完毕"
    SPARED = "spared", "决定不予罚款"
    REVOKED = "revoked", "罚款决定已撤销"
