"""Settlement plans: kept with their instalments, weighed on a day, closed when found performed."""

from datetime import date

from duly.law.calendar import in_digits
from duly.law.finding import Finding
from duly.law.mechanism.settlement_plan import without_good_reason
from duly.law.money import Payment, PlanStanding, Row, Yuan, plan_standing, read_schedule
from duly.law.terms import AccountOwner
from duly.ledger import actions as ledger
from duly.ledger.book import payments_in_force
from duly.procedure.act import Act
from duly.procedure.facts import case_file, debt
from duly.procedure.models import PlanInstalment, Settlement, SettlementPlan
from duly.procedure.refusal import StepNotAllowed, Unanswered
from duly.registry.models import Matter


def standing(matter: Matter, on: date) -> PlanStanding | None:
    """Return how the newest settlement's plan stands on a day; None where it has none.

    What was paid into the plan's account since the settlement was reached counts.
    """
    newest = debt.settlement(matter)
    plan = None if newest is None else SettlementPlan.objects.filter(settlement=newest).first()
    if newest is None or plan is None:
        return None
    rows = [Row(one.due_date, Yuan(one.amount_fen)) for one in plan.instalments.all()]
    paid = [
        Payment(one.paid_date, Yuan(one.amount_fen))
        for one in payments_in_force(matter.pk)
        if one.paid_date >= newest.reached_date and one.arrival != AccountOwner.COURT_FEES
    ]
    return plan_standing(rows, paid, on=on)


def urging_plan(matter: Matter, on: date) -> PlanStanding | None:
    """Return how the plan agreed during urging (协商履行方案) stands; None where there is none."""
    urging = {course.pk for course in case_file.courses(matter, "pre_enforcement")}
    agreed = [one for one in case_file.steps(matter, "record_plan") if one.course_id in urging]
    if not agreed:
        return None
    newest = agreed[-1]
    rows = read_schedule(newest.answers["instalments"])
    since = date.fromisoformat(newest.answers["agreed_on"])
    paid = [
        Payment(one.paid_date, Yuan(one.amount_fen))
        for one in payments_in_force(matter.pk)
        if one.paid_date >= since
    ]
    return plan_standing(rows, paid, on=on)


def check_urging_plan(act: Act) -> None:
    """See that the lines of a plan agreed during urging can be read. It changes no debt."""
    read_schedule(act.answers["instalments"])


def prepared(matter: Matter, on: date) -> Finding | None:
    """Return 是否无正当理由不履行, prepared for the judge; None where no plan is on record."""
    plan = standing(matter, on)
    return None if plan is None else without_good_reason(plan)


def record_plan(act: Act) -> None:
    """Keep the instalments of the running settlement; from now on its account is paid."""
    given, settlement = act.answers, _newest(act.matter)
    if settlement is None:
        raise StepNotAllowed("没有正在履行的和解协议")
    rows = read_schedule(given["instalments"])
    _check(rows, settlement)
    plan = SettlementPlan.objects.create(
        settlement=settlement,
        payee=given["paid_to"].value,
        waives=given["waives"],
        evidence=given["evidence"],
    )
    PlanInstalment.objects.bulk_create(
        PlanInstalment(plan=plan, ordinal=ordinal, amount_fen=row.amount.fen, due_date=row.due)
        for ordinal, row in enumerate(rows, start=1)
    )
    ledger.redirect_payee(matter=act.matter, payee=AccountOwner(plan.payee))


def end(act: Act) -> None:
    """After the finding: waive what the agreement waives, or pay to the court again."""
    settlement = _newest(act.matter)
    plan = None if settlement is None else SettlementPlan.objects.filter(settlement=settlement)
    agreed = None if plan is None else plan.first()
    if agreed is None:
        return
    if not act.answers["performed"]:
        ledger.redirect_payee(matter=act.matter, payee=AccountOwner.ENFORCEMENT_FUNDS)
    elif agreed.waives:
        ledger.waive_rest(
            matter=act.matter,
            waived_on=act.on,
            reason=f"和解协议履行完毕，依{agreed.evidence}免除其余债务",
            by=act.actor,
            at=act.at,
        )


def _newest(matter: Matter) -> Settlement | None:
    return matter.settlements.order_by("-pk").first()


def _check(rows: tuple[Row, ...], settlement: Settlement) -> None:
    if rows[0].due < settlement.reached_date:
        raise Unanswered({"instalments": "分期履行计划：第1期早于协议达成日期"})
    if rows[-1].due != settlement.ends_date:
        day = in_digits(settlement.ends_date)
        raise Unanswered({"instalments": f"分期履行计划：最后一期应当是协议的最后一期履行日{day}"})
