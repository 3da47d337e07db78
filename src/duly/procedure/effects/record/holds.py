"""What holds change: time limits that rest and move, and the doubled interest."""

from datetime import date

from duly.law.calendar import in_digits
from duly.law.mechanism.hold import stops_doubled_interest
from duly.ledger import actions as ledger
from duly.procedure import holding
from duly.procedure.act import Act
from duly.procedure.models import Hold
from duly.procedure.refusal import StepNotAllowed, Unanswered


def set_hold(act: Act) -> None:
    """Hold the matter from a day on; the doubled part rests where the law says so."""
    given = act.answers
    _refuse_overlap(act, given["held_from"])
    held = Hold.objects.create(
        matter=act.matter,
        start_date=given["held_from"],
        kind=given["kind"].value,
        on_debtor_request=given["on_debtor_request"],
        reason=given["reason"],
    )
    _suspend(act, held)
    holding.begin(held)


def _refuse_overlap(act: Act, first: date) -> None:
    last = max((one.end_date for one in holding.standing(act.matter) if one.end_date), default=None)
    if last is not None and first <= last:
        raise Unanswered({"held_from": f"起日：此前的中止、暂缓至{in_digits(last)}，不能重叠"})


def _suspend(act: Act, held: Hold) -> None:
    rests = stops_doubled_interest(
        act.answers["kind"], on_debtor_request=held.on_debtor_request, on=act.on
    )
    if not rests.met:
        return
    held.suspension = ledger.suspend(
        matter=act.matter,
        start_date=held.start_date,
        end_date=None,
        reason=held.reason,
        at=act.at,
    )
    held.save(update_fields=["suspension"])
    ledger.reallocate(matter=act.matter, reason="中止、暂缓", at=act.at)


def end_hold(act: Act) -> None:
    """Resume the matter: what rested moves by the days really held."""
    held, resumed_on = holding.running(act.matter), act.answers["resumed_on"]
    if held is None:
        raise StepNotAllowed("案件没有中止、暂缓")
    if resumed_on <= held.start_date:
        raise Unanswered(
            {"resumed_on": "恢复日期：应晚于起日；登记有误的，改办“撤销中止、暂缓的登记”"}
        )
    holding.end(held, holding.last_held_day(resumed_on))
    if held.suspension is not None:
        ledger.end_suspension(suspension=held.suspension, end_date=resumed_on)
        ledger.reallocate(matter=act.matter, reason="恢复办理", at=act.at)


def undo_hold(act: Act) -> None:
    """Take back a hold that should not have been: every limit and sum is as without it."""
    held: Hold = act.answers["hold"]
    suspension = held.suspension
    holding.undo(held, act.answers["reason"], act.at)
    if suspension is not None:
        ledger.cancel_suspension(suspension=suspension)
        ledger.reallocate(matter=act.matter, reason="撤销中止、暂缓的登记", at=act.at)


EFFECTS = {"set_hold": set_hold, "end_hold": end_hold, "undo_hold": undo_hold}
