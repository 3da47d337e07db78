"""失信规定 5 and 10: the applicant's request for listing, its fifteen days, and its bar."""

from duly.law.calendar import Period
from duly.law.finding import Finding
from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.defaulter_warning.facts import Facts, State
from duly.law.mechanism.listing.rules import may_be_requested
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import Role

JUDGE = frozenset({Role.ENFORCEMENT_JUDGE})
BEFORE_DECISION = frozenset({State.OPEN, State.WARNED, State.HELD})


def request_is_open(facts: Facts) -> Finding:
    """Return whether the applicant may ask for listing: not for six months after consenting."""
    return may_be_requested(facts.on, facts.barred_until, facts.calendar)


REQUEST = Step[Facts](
    name="request_listing",
    chinese="收到申请执行人纳入失信申请",
    clause="三(一)2",
    by=JUDGE | {Role.ENFORCEMENT_CLERK},
    origins=BEFORE_DECISION,
    asks=(
        Ask("requested_on", "收到申请日期", AskKind.DATE),
        Ask("evidence", "申请书存卷", AskKind.TEXT),
    ),
    guards=(request_is_open,),
    checks=(not_in_the_future("requested_on", "收到申请日期"),),
    when=lambda facts: facts.requested_on is None,
    starts=(
        Clock(
            "listing_request",
            "审查纳入失信申请（十五日）",
            "三(一)2",
            Role.ENFORCEMENT_JUDGE,
            period=Period(days=15),
            since="requested_on",
        ),
    ),
    usual=False,
)

DECLINE = Step[Facts](
    name="decline_request",
    chinese="决定不予纳入，答复申请执行人",
    clause="三(一)2",
    by=JUDGE,
    origins=BEFORE_DECISION,
    asks=(Ask("reasons", "不予纳入的理由", AskKind.LONG_TEXT),),
    when=lambda facts: facts.requested_on is not None,
    stops=("listing_request",),
    usual=False,
)
