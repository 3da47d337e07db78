"""Answers that lead somewhere: where a random one would nearly always be refused."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from duly.law.mechanism.enforcement import Conclusion
from duly.law.mechanism.listing.facts import CorrectionGround
from duly.law.money import Yuan
from duly.law.terms import (
    AbuseAct,
    AccountOwner,
    ContactResult,
    FactQuestion,
    InstrumentOutcome,
    MeasureKind,
    PartyRole,
    RepairScope,
    ServiceMethod,
)
from duly.upkeep.prove.procedure import goals, objecting, sanctioning
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Course, Paper

Given = dict[str, Any]
Sensible = Callable[[Matter, Course, Given], Any]

YES = frozenset(
    {"no_recusal", "confirmed", "wanted", "consented", "witnessed", "recorded"} | {"corrected"}
)
BARS = frozenset(
    {
        FactQuestion.SECURITY,
        FactQuestion.PRESERVED,
        FactQuestion.LATER_IN_ORDER,
        FactQuestion.PERFORMED_ON_EVIDENCE,
        FactQuestion.CONCEALMENT,
        FactQuestion.OTHER_REFUSAL,
        FactQuestion.REFERRED,
    }
)
QUESTIONS: tuple[FactQuestion, ...] = (
    *FactQuestion,
    *(FactQuestion.SECURITY, FactQuestion.PRESERVED, FactQuestion.LATER_IN_ORDER) * 4,
    *(FactQuestion.SMALL_CLAIM, FactQuestion.MAIN_PERFORMED, FactQuestion.APPLICANT_AGREES) * 2,
)
PRESSING = frozenset({"warning", "decision", "enforcement", "property", "performance", "urging"})


def _today(matter: Matter, _: Course, __: Given) -> date:
    return matter.today


def _paper(matter: Matter, _: Course, __: Given) -> Paper | None:
    """The paper served: mostly one that somebody has not been served with."""
    if not matter.papers:
        return None
    done = {(one.paper, one.person) for one in matter.served}
    unserved = [
        one
        for one in matter.papers[-12:]
        if any((one, person) not in done for person in one.persons)
    ]
    pressing = [one for one in unserved if PRESSING & set(one.template.split("-"))]
    return matter.chance.choice(pressing or unserved or matter.papers)


def _served_party(matter: Matter, _: Course, given: Given) -> Any:
    paper: Paper | None = given.get("what")
    done = {one.person for one in matter.served if one.paper is paper}
    persons = paper.persons if paper else ()
    return matter.chance.choice(
        [one for one in persons if one not in done] or persons or matter.persons
    )


def _acted_on(matter: Matter, _: Course, given: Given) -> date:
    paper: Paper | None = given.get("what")
    ago = matter.chance.choice((0, 0, 0, 1, 2))
    day = matter.today - timedelta(days=ago)
    return max(day, paper.issued_on) if paper else day


def _method(matter: Matter, _: Course, __: Given) -> ServiceMethod:
    methods: tuple[ServiceMethod, ...] = (ServiceMethod.PERSONAL, *ServiceMethod)
    return matter.chance.choice(methods)


def _if_by(*methods: ServiceMethod) -> Sensible:
    def day(matter: Matter, _: Course, given: Given) -> date | None:
        if given.get("method") not in methods:
            return None
        sent: date = given["acted_on"]
        return min(matter.today, sent + timedelta(days=matter.chance.randrange(3)))

    return day


def _payment(matter: Matter, _: Course, given: Given) -> Yuan:
    """Little, mostly; as the debtors of this matter pay, a good part, all, or too much."""
    owed = matter.owing(given.get("payer"))
    fen = owed.fen if owed else 0
    at_its_step = matter.goal in goals.PAID_FOR - goals.PAID_ANY_TIME
    early = at_its_step and not matter.goal_is_near
    if early or matter.chance.randrange(20) >= matter.pays:
        return Yuan(matter.chance.choice((100, 1_234, max(1, fen // 50))))
    part = matter.chance.choice((fen, fen, fen // 2, fen // 3, fen + 12_345))
    return Yuan(part or matter.chance.choice((100, 50_000)))


def _question(matter: Matter, _: Course, __: Given) -> FactQuestion:
    if matter.goal in goals.EMERGENCY and matter.goal_is_near:
        return FactQuestion.EMERGENCY
    return matter.chance.choice(QUESTIONS)


def _holds(matter: Matter, _: Course, given: Given) -> bool:
    """A finding: that a bar exists is rare, that a ground or consent exists is not."""
    question = given.get("question")
    return matter.chance.random() < (0.1 if question in BARS else 0.6)


def _arrival(matter: Matter, _: Course, __: Given) -> AccountOwner:
    before = not matter.enforcement_filed
    return AccountOwner.CREDITOR if before else matter.chance.choice(list(AccountOwner))


def _extended(matter: Matter, course: Course, _: Given) -> date:
    term = course.running("urging_month")
    ends = term.last_day if term else matter.today
    return ends + timedelta(days=matter.chance.randrange(1, 28))


def _conclusion(matter: Matter, _: Course, __: Given) -> Conclusion:
    return Conclusion.PERFORMED if matter.performed() else Conclusion.SETTLED


def _plan(matter: Matter, _: Course, __: Given) -> str:
    agreed = matter.agreed
    if agreed is None:
        return "无"
    first = min(agreed.reached_on + timedelta(days=2), agreed.ends_on)
    days = [first, agreed.ends_on] if first < agreed.ends_on else [agreed.ends_on]
    return "\n".join(f"{day} {matter.chance.choice((50, 300))}.00" for day in days)


def _settled(matter: Matter, _: Course, __: Given) -> bool:
    plan = matter.purse.plan(matter.agreed, matter.today)
    return plan.is_performed if plan is not None else matter.chance.random() < 0.2


def _scope(matter: Matter, _: Course, given: Given) -> RepairScope:
    person = given.get("party")
    listed = person is not None and matter.in_force(person, MeasureKind.DEFAULTER_LISTING)
    restricted = person is not None and matter.in_force(person, MeasureKind.CONSUMPTION_RESTRICTION)
    if listed and matter.goal in goals.EXPIRED_SOON:
        return RepairScope.LISTING
    if listed and restricted and matter.chance.random() < 0.6:
        return matter.chance.choice(list(RepairScope))
    return RepairScope.LISTING if listed else RepairScope.CONSUMPTION


def _repaired(matter: Matter, _: Course, __: Given) -> Any:
    """The debtor who asks for a repair: mostly one under a measure that can be repaired."""
    under = [
        one.person
        for one in matter.measures
        if one.released_on is None
        and one.kind in (MeasureKind.DEFAULTER_LISTING, MeasureKind.CONSUMPTION_RESTRICTION)
    ]
    return matter.chance.choice(under or matter.debtors)


def _repair_until(matter: Matter, _: Course, __: Given) -> date:
    """The end of a repair: mostly near; now and then past the term of a listing."""
    last = [one.expires_on for one in matter.measures if one.has_term and one.expires_on]
    if last and (matter.goal in goals.EXPIRED_SOON or matter.chance.random() < 0.3):
        return max(last) + timedelta(days=30)
    return matter.today + timedelta(days=matter.chance.choice((20, 60, 120)))


def _promised_on(matter: Matter, _: Course, given: Given) -> date:
    """The day promised: about the end of the repair."""
    until: date = given["repair_until"]
    return until + timedelta(days=matter.chance.choice((-5, 0, 0, 30)))


def _correction(matter: Matter, _: Course, __: Given) -> CorrectionGround:
    """Why a correction is asked for: as the goal of the history wants it."""
    if matter.goal in goals.INACCURATE:
        return CorrectionGround.INACCURATE
    return matter.chance.choice(list(CorrectionGround))


def _held_amount(matter: Matter, course: Course, _: Given) -> Yuan:
    person = course.person
    held = matter.purse.held_for(person, matter.today) if person else 0
    return Yuan(matter.chance.choice((held, held, held // 2, held * 2)))


def _second_instance(matter: Matter, _: Course, __: Given) -> InstrumentOutcome:
    return matter.chance.choice(list(InstrumentOutcome)[1:])


def _result(matter: Matter, _: Course, __: Given) -> ContactResult:
    results: tuple[ContactResult, ...] = (ContactResult.REACHED, *ContactResult)
    return matter.chance.choice(results)


def _role(matter: Matter, _: Course, __: Given) -> PartyRole:
    return matter.chance.choice(list(PartyRole))


def _few(most: int) -> Sensible:
    return lambda matter, _, __: matter.chance.choice((0, 0, 0, *range(most + 1)))


def _abuse(matter: Matter, _: Course, __: Given) -> AbuseAct:
    return matter.chance.choice(list(AbuseAct))


SENSIBLE: dict[tuple[str, str], Sensible] = {
    ("record_service", "what"): _paper,
    ("record_service", "party"): _served_party,
    ("record_service", "method"): _method,
    ("record_service", "acted_on"): _acted_on,
    ("record_service", "signed_on"): _if_by(
        ServiceMethod.PERSONAL, ServiceMethod.ENTRUSTED, ServiceMethod.FORWARDED
    ),
    ("record_service", "arrived_on"): _if_by(ServiceMethod.ELECTRONIC),
    ("record_service", "returned_on"): _if_by(ServiceMethod.POSTAL),
    ("record_service", "other_address"): lambda matter, _, __: matter.chance.random() < 0.1,
    ("record_service", "acknowledged_on"): lambda _, __, given: (
        given["arrived_on"] or given["acted_on"] if given["other_address"] else None
    ),
    ("record_contact", "result"): _result,
    ("find_fact", "question"): _question,
    ("find_fact", "holds"): _holds,
    ("record_payment", "amount"): _payment,
    ("record_payment", "arrival"): _arrival,
    ("add_instrument", "outcome"): _second_instance,
    ("add_party", "role"): _role,
    ("receive_objection", "objector"): objecting.objector,
    ("receive_objection", "object"): objecting.thing,
    ("receive_repair", "party"): _repaired,
    ("receive_repair", "measures"): _scope,
    ("receive_repair", "repair_from"): _today,
    ("receive_repair", "repair_until"): _repair_until,
    ("seek_correction", "correction"): _correction,
    ("receive_repair", "promised_on"): _promised_on,
    ("extend", "until"): _extended,
    ("record_plan", "instalments"): _plan,
    ("end_settlement", "performed"): _settled,
    ("conclude", "how"): _conclusion,
    ("propose_listing", "extra_years"): _few(1),
    ("propose_urgently", "extra_years"): _few(1),
    ("propose_listing", "grace_months"): _few(3),
    ("propose_urgently", "grace_months"): _few(3),
    ("", "target"): sanctioning.target,
    ("", "responsible"): sanctioning.responsible,
    ("", "act"): sanctioning.deed,
    ("find_abuse", "act"): _abuse,
    ("", "second_act"): sanctioning.further_deed,
    ("", "third_act"): sanctioning.further_deed,
    ("propose_fine", "amount"): sanctioning.fine,
    ("propose_urgently", "amount"): sanctioning.fine,
    ("record_changed", "amount"): sanctioning.changed_fine,
    ("find_misconduct", "report_breach"): sanctioning.breach,
    ("", "days"): sanctioning.days,
    ("propose_reduced", "full_days"): lambda matter, _, __: matter.chance.randint(2, 15),
    ("", "is_deputy"): lambda matter, _, __: matter.chance.random() < 0.1,
    ("take_into_custody", "until"): sanctioning.custody_until,
    ("propose_early_release", "release_on"): sanctioning.early,
    ("record_reconsideration", "applied_on"): sanctioning.appeal_in_days,
    ("", "taken_time"): lambda *_: "09:30",
    ("", "told_time"): lambda *_: "09:30",
    ("propose_pay_out", "amount"): _held_amount,
    ("", "done_on"): _today,
    ("take_into_custody", "taken_on"): _today,
    ("end_custody", "ended_on"): _today,
    ("seek_reconsideration", "sought_on"): _today,
    ("seek_remedy", "sought_on"): _today,
    ("propose_permit", "permit_from"): _today,
    ("record_signature", "signed_on"): _today,
    ("decide", "order"): objecting.order,
    ("decide", "measure"): objecting.measure,
    ("impose_measure", "object"): objecting.thing,
}
