"""What the enforcement proceeding, releases, pay-outs and certificates change."""

from duly.law.mechanism.limitation import Interruption
from duly.law.money import Refused, read_schedule
from duly.law.terms import AccountOwner, CommitmentKind, InterruptionKind
from duly.upkeep.prove.procedure.courses import (
    end,
    let_be_listed_again,
    move,
    open_course,
    open_for_debtor,
)
from duly.upkeep.prove.procedure.debtor import person_of
from duly.upkeep.prove.procedure.effects.record import split
from duly.upkeep.prove.procedure.matter import Effects, Matter
from duly.upkeep.prove.procedure.records import Act, Agreed, Paid, PaidOut, Promise
from duly.upkeep.prove.procedure.refusal import NotTaken


def file(matter: Matter, _: Act) -> None:
    """File the matter for enforcement, and open what is about each debtor."""
    matter.enforcement_filed = True
    for debtor in matter.debtors:
        open_for_debtor(matter, debtor)


def record_settlement(matter: Matter, act: Act) -> None:
    """Keep a settlement, and ask every debtor for his commitment."""
    given = act.answers
    if given["ends_on"] < given["reached_on"]:
        raise NotTaken("settlement_ends_before")
    agreed = Agreed(given["reached_on"], given["ends_on"])
    matter.settlements.append(agreed)
    matter.interruptions.append(Interruption(agreed.reached_on, InterruptionKind.SETTLEMENT))
    for debtor in matter.debtors:
        course = open_course(matter, "commitment", debtor)
        course.promise = Promise(CommitmentKind.SETTLEMENT, debtor, agreed)
        matter.promises.append(course.promise)


def record_plan(matter: Matter, act: Act) -> None:
    """Keep the instalments of the running settlement."""
    agreed = matter.settlements[-1]
    try:
        rows = read_schedule(act.answers["instalments"])
    except Refused as refused:
        raise NotTaken("instalments_unreadable") from refused
    if rows[0].due < agreed.reached_on or rows[-1].due != agreed.ends_on:
        raise NotTaken("instalments_outside_settlement")
    agreed.rows, agreed.waives = rows, act.answers["waives"]


def end_settlement(matter: Matter, act: Act) -> None:
    """Find the settlement performed or breached; its commitments follow."""
    agreed = matter.settlements[-1]
    agreed.performed, agreed.ended_on = act.answers["performed"], act.on
    for course in list(matter.open_courses("commitment")):
        if course.promise is None or course.promise.agreed is not agreed:
            continue
        if course.state.value in ("open", "pledge_printed"):
            move(matter, course, "unsigned")
        elif agreed.performed:
            move(matter, course, "kept")
    if agreed.performed and agreed.rows and agreed.waives:
        person = matter.debtors[0]
        rest = Paid(matter.number(), person, 0, act.on, AccountOwner.CREDITOR, waives=True)
        matter.purse.payments.append(rest)
        matter.purse.changed()


def lift(matter: Matter, act: Act) -> None:
    """Lift the measure of a release."""
    measure = act.course.measure
    if measure is None:
        raise LookupError("a release without a measure")
    consented = _deleted_on_consent(matter, act)
    end(matter, measure, act.answers["done_on"])
    if consented and not measure.has_term:
        matter.deleted_on_consent[measure.person] = act.answers["done_on"]
    let_be_listed_again(matter, measure)


def _deleted_on_consent(matter: Matter, act: Act) -> bool:
    for one in matter.courses:
        if one.mechanism == "listing" and one.person is act.course.person:
            taken = one.newest("decide_deletion")
            if taken is not None and taken.answers["ground"].value == "3":
                return True
    return False


def propose_pay_out(matter: Matter, act: Act) -> None:
    """Propose to pay out."""
    if not act.answers["amount"]:
        raise NotTaken("nothing_proposed")
    act.course.proposed_fen = act.answers["amount"].fen


def propose_refund(_: Matter, act: Act) -> None:
    """Propose to return what was paid too much."""
    act.course.proposed_fen = act.facts.held.fen


def record_return(matter: Matter, act: Act) -> None:
    """Record that the creditor returned what came to him beyond the debt."""
    over = matter.purse.surplus_of(person_of(act.course), act.on)
    if over is None:
        raise NotTaken("nothing_over")
    payment = next(one for one in matter.purse.payments if one.pk == over[0])
    split(matter, payment, over[1], None)


def return_pay_out(_: Matter, act: Act) -> None:
    """Send the proposal back."""
    act.course.proposed_fen = None


def approve_pay_out(_: Matter, act: Act) -> None:
    """Approve what was proposed; the amount stays what it was."""
    if act.course.proposed_fen is None:
        raise NotTaken("nothing_proposed")


def pay_out(matter: Matter, act: Act) -> None:
    """Record that the bank paid."""
    person, fen = person_of(act.course), act.course.proposed_fen or 0
    over = matter.purse.surplus_of(person, act.on) if act.facts.is_refund else None
    gone = PaidOut(matter.number(), person, fen, over[0] if over else None)
    matter.purse.paid_out.append(gone)


def approve_certificate(matter: Matter, act: Act) -> None:
    """Issue the certificate; it can be revoked from now on."""
    act.course.certified = True
    open_course(matter, "revocation", act.course.person)


def approve_revocation(matter: Matter, act: Act) -> None:
    """Revoke the certificate, and let a new one be asked for."""
    standing = matter.certificate(person_of(act.course))
    if standing is None:
        raise NotTaken("no_certificate_stands")
    standing.certified = False
    open_course(matter, "certificate", act.course.person)


EFFECTS: Effects = {
    "enforcement": {
        "file": file,
        "record_settlement": record_settlement,
        "record_plan": record_plan,
        "end_settlement": end_settlement,
    },
    "release": {"lift": lift, "finish": lift},
    "payout": {
        "propose_pay_out": propose_pay_out,
        "propose_refund": propose_refund,
        "record_return": record_return,
        "approve_pay_out": approve_pay_out,
        "return_pay_out": return_pay_out,
        "pay_out": pay_out,
    },
    "certificate": {"approve_certificate": approve_certificate},
    "revocation": {"approve_revocation": approve_revocation},
}
