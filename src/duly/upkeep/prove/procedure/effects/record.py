"""What the record's money, findings, instruments, holds and limitation change."""

from dataclasses import replace
from datetime import timedelta

from duly.law.mechanism.hold import Held, move
from duly.law.mechanism.limitation import Interruption, Obstacle
from duly.law.money import NOTHING, Yuan
from duly.law.terms import AccountOwner, InstrumentOutcome, MeasureKind, ObligationKind
from duly.upkeep.prove.procedure.courses import open_course, stays
from duly.upkeep.prove.procedure.effects.reopening import reopen, warn_anew
from duly.upkeep.prove.procedure.matter import Effects, Matter
from duly.upkeep.prove.procedure.records import Act, Duty, Found, Holding, Measure, Paid
from duly.upkeep.prove.procedure.refusal import NotTaken

MOST = 6


def record_payment(matter: Matter, act: Act) -> None:
    """Put money that arrived on record."""
    given = act.answers
    if len([one for one in matter.purse.payments if not one.reversed]) >= MOST:
        raise NotTaken("enough_payments")
    paid = Paid(
        matter.number(), given["payer"], given["amount"].fen, given["paid_on"], given["arrival"]
    )
    matter.purse.payments.append(paid)
    matter.purse.changed()


def reverse_payment(matter: Matter, act: Act) -> None:
    """Take a wrong entry back, unless its money has gone on."""
    payment: Paid = act.answers["payment"]
    if any(not one.returned for one in matter.purse.paid_out):
        raise NotTaken("money_has_gone_on")
    payment.reversed = True
    matter.purse.changed()
    warn_anew(matter)


def transfer_payment(matter: Matter, act: Act) -> None:
    """Move a sum between the court's accounts; its day stays."""
    given, payment = act.answers, act.answers["payment"]
    if given["arrival"].value == payment.arrival.value:
        raise NotTaken("there_already")
    if not NOTHING < given["amount"] <= Yuan(payment.fen):
        raise NotTaken("beyond_the_payment")
    if any(not one.returned for one in matter.purse.paid_out):
        raise NotTaken("money_has_gone_on")
    split(matter, payment, given["amount"].fen, AccountOwner(given["arrival"].value))


def split(matter: Matter, payment: Paid, fen: int, arrival: AccountOwner | None) -> None:
    """Record a payment anew without a part of it, and that part where it went."""
    payment.reversed = True
    for part, account in ((payment.fen - fen, payment.arrival), (fen, arrival)):
        if part and account is not None:
            again = Paid(matter.number(), payment.person, part, payment.on, account)
            matter.purse.payments.append(again)
    matter.purse.changed()
    warn_anew(matter)


def record_act_performed(matter: Matter, act: Act) -> None:
    """Put an act on record as done."""
    act.answers["obligation"].done_on = act.answers["performed_on"]
    matter.purse.changed()


def add_obligation(matter: Matter, act: Act) -> None:
    """Add a duty of one debtor, or of all jointly."""
    given = act.answers
    is_act = given["duty_kind"] is ObligationKind.ACT
    if not is_act and given["amount"] is None:
        raise NotTaken("money_needs_amount")
    debtors = matter.debtors if given["joint"] else [given["debtor"]]
    fen = None if is_act else given["amount"].fen
    duty = Duty(matter.number(), given["duty_kind"], fen, frozenset(debtors), given["creditor"])
    matter.purse.duties.append(duty)
    matter.purse.changed()


def withdraw_obligation(matter: Matter, act: Act) -> None:
    """Withdraw a duty, unless money was paid or the last one goes."""
    if len(matter.purse.standing_duties()) < 2 or matter.purse.payments:
        raise NotTaken("duty_is_paid_or_last")
    act.answers["obligation"].withdrawn = True
    matter.purse.changed()


def accelerate(matter: Matter, act: Act) -> None:
    """Let all instalments fall due on a day."""
    duty: Duty = act.answers["obligation"]
    duty.due, duty.acceleration = act.answers["fell_due"], ""
    matter.purse.changed()


def set_delay_penalty(matter: Matter, act: Act) -> None:
    """Add a penalty for an act not done."""
    given = act.answers
    if given["amount"] is None:
        raise NotTaken("money_needs_amount")
    kind = ObligationKind.DELAY_PENALTY
    debtors = frozenset({given["debtor"]})
    duty = Duty(matter.number(), kind, given["amount"].fen, debtors, given["creditor"])
    matter.purse.duties.append(duty)
    matter.purse.changed()


def set_amount(matter: Matter, act: Act) -> None:
    """Change what the court set, before anything is paid."""
    if matter.purse.payments:
        raise NotTaken("duty_is_paid_or_last")
    amount = act.answers["amount"]
    act.answers["obligation"].fen = amount.fen if amount else 0
    matter.purse.changed()


def set_enforcement_fee(matter: Matter, act: Act) -> None:
    """Add the enforcement fee that nobody has set."""
    kind, amount = ObligationKind.ENFORCEMENT_FEE, act.answers["amount"]
    duty = Duty(matter.number(), kind, amount.fen, frozenset(matter.debtors), None)
    matter.purse.duties.append(duty)
    matter.purse.changed()


def return_payout(matter: Matter, act: Act) -> None:
    """Take back a pay-out that the bank returned."""
    act.answers["payout"].returned = True


def apply_for_rest(matter: Matter, _: Act) -> None:
    """Begin the second stage again for what is left."""
    open_course(matter, "pre_enforcement")


def find_fact(matter: Matter, act: Act) -> None:
    """Keep a finding in its finder's name."""
    given = act.answers
    matter.found.append(
        Found(matter.number(), given["question"], given["party"], given["holds"], act.on)
    )


def withdraw_fact(matter: Matter, act: Act) -> None:
    """Withdraw a finding."""
    act.answers["fact"].withdrawn = True


def record_appeal(matter: Matter, act: Act) -> None:
    """Note an appeal, which keeps a first-instance instrument from taking effect."""
    if matter.instrument.outcome is not InstrumentOutcome.FIRST_INSTANCE or matter.effective():
        raise NotTaken("nothing_to_appeal")
    matter.instrument = replace(matter.instrument, appealed=True)


def add_instrument(matter: Matter, act: Act) -> None:
    """Put the instrument of the court above on record."""
    given = act.answers
    if given["outcome"] is InstrumentOutcome.FIRST_INSTANCE:
        raise NotTaken("not_of_second_instance")
    day = max(given["made_on"], matter.instrument.made_on)
    served = dict.fromkeys(matter.instrument.served, day)
    matter.instrument = replace(
        matter.instrument, outcome=given["outcome"], made_on=day, served=served, appealed=False
    )


def record_effect(matter: Matter, act: Act) -> None:
    """Keep the day of effect that a certificate tells."""
    day = act.answers["effective_on"]
    if day < matter.instrument.made_on:
        raise NotTaken("effective_before_made")
    matter.instrument = replace(matter.instrument, certified_on=day)


def impose_measure(matter: Matter, act: Act) -> None:
    """Put a measure against property on record."""
    given = act.answers
    if stays(matter, given["object"]):
        raise NotTaken("enforcement_against_it_is_stayed")
    measure = Measure(
        matter.number(),
        given["party"],
        MeasureKind(given["kind"].value),
        given["imposed_on"],
        given["expires_on"],
        thing=given["object"],
    )
    matter.measures.append(measure)


def renew_preservation(matter: Matter, act: Act) -> None:
    """Let a measure against property last longer."""
    measure: Measure = act.answers["measure"]
    if measure.expires_on and act.answers["expires_on"] <= measure.expires_on:
        raise NotTaken("not_renewed_for_longer")
    measure.expires_on = act.answers["expires_on"]


def set_hold(matter: Matter, act: Act) -> None:
    """Begin a hold."""
    matter.holds.append(Holding(matter.number(), act.answers["kind"], act.answers["held_from"]))


def end_hold(matter: Matter, act: Act) -> None:
    """End the running hold, and move what it moves by the days held."""
    hold = next(one for one in matter.holds if one.last is None and not one.undone)
    last = act.answers["resumed_on"] - timedelta(days=1)
    if last < hold.first:
        raise NotTaken("resumed_before_held")
    hold.last = last
    for course in matter.open_courses():
        for one in course.deadlines:
            if not one.stopped and one.moves and one.start <= last:
                held = Held(hold.first, last)
                moved = move(one.start, one.last_day, held, matter.calendar)
                hold.before.append((one, one.last_day, moved.last_day))
                one.last_day = moved.last_day


def undo_hold(matter: Matter, act: Act) -> None:
    """Undo a hold: what it moved and nothing has moved since goes back."""
    hold: Holding = act.answers["hold"]
    hold.undone = True
    for deadline, before, after in hold.before:
        if deadline.last_day == after:
            deadline.last_day = before


def record_interruption(matter: Matter, act: Act) -> None:
    """Note what interrupts the limitation."""
    matter.interruptions.append(Interruption(act.answers["on"], act.answers["kind"]))


def record_obstacle(matter: Matter, act: Act) -> None:
    """Note days on which the applicant could not act."""
    first, last = act.answers["obstacle_from"], act.answers["obstacle_until"]
    if last is not None and last < first:
        raise NotTaken("obstacle_ends_before")
    matter.obstacles.append(Obstacle(first, last, "障碍"))


EFFECTS: Effects = {
    "record": {
        "record_payment": record_payment,
        "reverse_payment": reverse_payment,
        "transfer_payment": transfer_payment,
        "reopen": reopen,
        "record_act_performed": record_act_performed,
        "add_obligation": add_obligation,
        "withdraw_obligation": withdraw_obligation,
        "accelerate": accelerate,
        "set_delay_penalty": set_delay_penalty,
        "set_amount": set_amount,
        "set_enforcement_fee": set_enforcement_fee,
        "return_payout": return_payout,
        "apply_for_rest": apply_for_rest,
        "find_fact": find_fact,
        "withdraw_fact": withdraw_fact,
        "record_appeal": record_appeal,
        "add_instrument": add_instrument,
        "record_effect": record_effect,
        "impose_measure": impose_measure,
        "renew_preservation": renew_preservation,
        "set_hold": set_hold,
        "end_hold": end_hold,
        "undo_hold": undo_hold,
        "record_interruption": record_interruption,
        "record_obstacle": record_obstacle,
    }
}
