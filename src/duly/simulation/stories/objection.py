"""执行异议: received, the notice signed, filed, decided, served, remedied, refused, withdrawn."""

from datetime import timedelta

from duly.law.terms import PartyRole, Role
from duly.simulation.case import Case, Typed
from duly.simulation.playing import Act, Story
from duly.simulation.stories import direct
from duly.simulation.stories.enforcement import ENFORCEMENT_CLERK
from duly.simulation.stories.pre_enforcement import FILING

OBJECTION = "objection_notice"
REVIEWER = Role.BUREAU_HEAD
CAR = "粤A·D2002小客车"


def receive(case: Case, thing: str, *, kind: str = "thing", name: str = "") -> Act:
    """An objection comes in today: of an outsider to a thing, or of the debtor to an act."""
    who: dict[str, Typed] = {"name": name, "kind": "person"}
    if not name:
        who = {"objector": case.party(PartyRole.DEBTOR)}
    answers: dict[str, Typed] = {
        "objection_kind": kind,
        "object": thing,
        "grounds": "认为执行行为不当" if kind == "act" else "财产属于本人所有，有购买凭证",
        "received_on": case.today.isoformat(),
    }
    return case.take("record", "receive_objection", FILING, **answers, **who)


def to_notified(case: Case, thing: str, *, kind: str = "thing", name: str = "") -> Story:
    """Received, and the notice of the risks of abuse printed for signature."""
    yield receive(case, thing, kind=kind, name=name)
    yield case.take(OBJECTION, "issue_notice", FILING)


def to_signed(case: Case, thing: str, *, kind: str = "thing", name: str = "") -> Story:
    """The objector has signed for the notice."""
    yield from to_notified(case, thing, kind=kind, name=name)
    yield case.take(
        OBJECTION,
        "record_signature",
        FILING,
        signed_on=case.today.isoformat(),
        how="signed",
        evidence="告知书签收联，异议卷第2页",
    )


def to_filed(case: Case, thing: str, *, kind: str = "thing", name: str = "") -> Story:
    """The objection has its 执异 number and is under review."""
    yield from to_signed(case, thing, kind=kind, name=name)
    yield case.take(OBJECTION, "file", FILING)


def to_withdrawn(case: Case, thing: str, *, kind: str = "thing", name: str = "") -> Story:
    """The objector thinks better of it."""
    yield from to_notified(case, thing, kind=kind, name=name)
    yield case.take(
        OBJECTION,
        "withdraw",
        FILING,
        withdrawn_on=case.today.isoformat(),
        evidence="撤回异议申请书，异议卷第3页",
    )


def to_decided(case: Case, thing: str, *, kind: str = "thing", name: str = "") -> Story:
    """Dismissed by the head of the bureau, who had no part in the enforcement."""
    yield from to_filed(case, thing, kind=kind, name=name)
    case.go_workdays(5)
    yield case.take(
        OBJECTION,
        "decide",
        REVIEWER,
        outcome="dismissed",
        reasons="没有证据证明其主张，异议不能成立",
    )


def to_served(case: Case, thing: str, *, kind: str = "thing", name: str = "") -> Story:
    """The ruling is served; the time for reconsideration, or for a suit, runs."""
    yield from to_decided(case, thing, kind=kind, name=name)
    case.go_workdays(1)
    yield case.take(
        OBJECTION,
        f"serve_{kind}_ruling",
        ENFORCEMENT_CLERK,
        served_on=case.today.isoformat(),
        evidence="送达回证",
    )


def to_remedy(case: Case, thing: str, *, name: str) -> Story:
    """The outsider has sued within fifteen days."""
    yield from to_served(case, thing, name=name)
    case.go_workdays(3)
    yield case.take(
        OBJECTION,
        "seek_remedy",
        REVIEWER,
        sought_on=case.today.isoformat(),
        evidence="案外人执行异议之诉起诉状",
    )


def repeated(case: Case) -> Story:
    """Dismissed and over; then brought again under another name, found and refused."""
    yield from direct.called(case)
    case.go_workdays(1)
    yield from to_served(case, CAR, name="王某示例")
    case.go(case.today + timedelta(days=20))
    yield case.take(OBJECTION, "end", REVIEWER)
    case.go_workdays(3)
    yield from to_signed(case, "粤AD2002 小客车", name="李某示例")
    yield case.take(
        OBJECTION,
        "find_abuse",
        REVIEWER,
        act="2",
        reasons="李某与王某系夫妻，就同一车辆以不同异议人名义相继提出",
    )
    yield case.take(
        OBJECTION, "refuse", Role.FILING_HEAD, reasons="与前一异议为同一异议，裁定不予受理"
    )
