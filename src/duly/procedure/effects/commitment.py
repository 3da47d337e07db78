"""What the steps of a commitment change, and how it follows its settlement."""

from django.utils import timezone

from duly.law.terms import CommitmentKind, MeasureKind, PartyRole
from duly.procedure import signing, standing
from duly.procedure.act import Act
from duly.procedure.facts.commitment import measures, restorable
from duly.procedure.models import Commitment, Lifted, Measure, Settlement
from duly.procedure.opening import move, open_course

UNSIGNED = frozenset({"open", "pledge_printed"})


def open_for(settlement: Settlement, act: Act) -> None:
    """Ask every debtor for his commitment when a settlement is recorded (三(五)1(1))."""
    for debtor in act.matter.parties.filter(role=PartyRole.DEBTOR).order_by("pk"):
        course = open_course(matter=act.matter, mechanism="commitment", at=act.at, party=debtor)
        Commitment.objects.create(
            course=course,
            party=debtor,
            kind=CommitmentKind.SETTLEMENT.value,
            settlement=settlement,
        )


def follow(settlement: Settlement, act: Act) -> None:
    """Follow a settlement to its end: kept with it; not signed by then, no longer asked for.

    A breach waits for the judge: with good reason (正当理由) it has no consequence.
    """
    running = settlement.commitments.filter(course__closed_at=None).select_related("course")
    for promise in running:
        if promise.course.state in UNSIGNED:
            _end(promise, "unsigned", act)
        elif settlement.performed:
            _end(promise, "kept", act)


def _end(promise: Commitment, state: str, act: Act) -> None:
    move(promise.course, state, at=act.at)
    promise.ended_date = act.on
    promise.save(update_fields=["ended_date"])


def record_consent(act: Act) -> None:
    """Record the applicant's consent to a repair."""
    promise = _promise(act)
    promise.consented_date = act.answers["consented_on"]
    promise.save(update_fields=["consented_date"])


def sign(act: Act) -> None:
    """Record that the debtor signed; the court's seal is only a receipt."""
    signing.take_up(act)
    promise = _promise(act)
    promise.signed_date = act.answers["signed_on"]
    promise.save(update_fields=["signed_date"])


def end(act: Act) -> None:
    """Close the commitment on the day of the act."""
    promise = _promise(act)
    promise.ended_date = act.on
    promise.save(update_fields=["ended_date"])


def lift_measures(act: Act) -> None:
    """Lift the measures for the days of the repair, each kept so that it can be restored."""
    promise = _promise(act)
    for measure in measures(promise):
        Lifted.objects.create(commitment=promise, measure=measure)
        measure.released_date = act.answers["done_on"]
        measure.release_evidence = act.answers["evidence"]
        measure.save(update_fields=["released_date", "release_evidence"])
        standing.end(measure, at=act.at)


def restore(act: Act) -> None:
    """Impose the very measures again: same kind, object and limit, same last day as decided.

    The last day does not move: no law lets a sanction run longer for having been lifted.
    """
    promise = _promise(act)
    titles = {
        MeasureKind.DEFAULTER_LISTING: "《纳入失信决定书》",
        MeasureKind.CONSUMPTION_RESTRICTION: "《限制消费令》",
    }
    for prior in restorable(promise, act.on):
        again = Measure.objects.create(
            matter=act.matter,
            party=prior.party,
            kind=prior.kind,
            object=prior.object,
            amount_fen=prior.amount_fen,
            imposed_date=timezone.localdate(act.at),
            expires_date=prior.expires_date,
            has_term=prior.has_term,
            evidence=f"临时修复期满未履行，恢复措施：{titles[MeasureKind(prior.kind)]}",
        )
        Lifted.objects.filter(measure=prior).update(restored=again)
        standing.begin(again, at=act.at)
    end(act)


def end_lapsed(act: Act) -> None:
    """Close a repair of which nothing is left to restore; a new warning is open to the judge."""
    end(act)
    for measure in measures(_promise(act)):
        standing.let_be_listed_again(measure, at=act.at)


def _promise(act: Act) -> Commitment:
    found: Commitment = act.course.commitment
    return found


EFFECTS = {
    "record_consent": record_consent,
    "sign_pledge": sign,
    "sign_repair": sign,
    "lift_measures": lift_measures,
    "end_kept": end,
    "end_breached": end,
    "end_tolerated": end,
    "close_unsigned": end,
    "refuse_repair": end,
    "end_lapsed": end_lapsed,
}
AFTERMATH = {"approve_restore": restore}
