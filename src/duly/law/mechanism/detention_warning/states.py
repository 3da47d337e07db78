"""The states of a detention warning, from the review of an act to the end of custody."""

from duly.law.terms import Term


class State(Term):
    """From an act found to waiving, or to a detention decided, carried out and over."""

    OPEN = "open", "审查是否告知"
    WARNED = "warned", "已发拘留风险告知"
    PROPOSED = "proposed", "拘留报院长批准"
    DECIDED = "decided", "已决定拘留，待执行"
    DETAINED = "detained", "拘留中"
    RELEASE_PROPOSED = "release_proposed", "提前解除拘留报院长批准"
    RELEASED = "released", "已解除拘留"
    ENDED = "ended", "拘留执行完毕"
    WAIVED = "waived", "决定免除拘留"
    NOT_CARRIED_OUT = "not_carried_out", "决定不再执行拘留"
    REVOKED = "revoked", "拘留决定已撤销"
