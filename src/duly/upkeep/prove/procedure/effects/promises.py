"""What the steps of a commitment change: measures lifted for a time, and restored as they were."""

from duly.law.terms import MeasureKind
from duly.upkeep.prove.procedure.courses import begin, end, let_be_listed_again
from duly.upkeep.prove.procedure.debtor import asked_to_lift
from duly.upkeep.prove.procedure.facts.promises import promise_of
from duly.upkeep.prove.procedure.matter import Effects, Matter
from duly.upkeep.prove.procedure.records import Act, Measure


def record_consent(_: Matter, act: Act) -> None:
    """Note the applicant's consent."""
    promise_of(act.course).consented_on = act.answers["consented_on"]


def sign(_: Matter, act: Act) -> None:
    """Note that the debtor signed."""
    promise_of(act.course).signed_on = act.answers["signed_on"]


def lift_measures(matter: Matter, act: Act) -> None:
    """Lift the measures for the days of the repair."""
    promise = promise_of(act.course)
    for measure in list(asked_to_lift(matter, promise)):
        promise.lifted.append(measure)
        end(matter, measure, act.answers["done_on"])
        if measure.kind is MeasureKind.DEFAULTER_LISTING and not measure.has_term:
            matter.deleted_on_consent[measure.person] = act.answers["done_on"]


def restore(matter: Matter, act: Act) -> None:
    """Impose again what can be restored, as the rules say of each measure lifted."""
    promise = promise_of(act.course)
    for prior, told in zip(promise.lifted, act.facts.measures, strict=True):
        if not told.can_be_restored(act.on):
            continue
        again = Measure(
            matter.number(),
            prior.person,
            told.kind,
            act.on,
            told.expires_on,
            told.has_term,
            prior.thing,
            prior.fen,
        )
        promise.restored.append(again)
        matter.measures.append(again)
        begin(matter, again)


def end_lapsed(matter: Matter, act: Act) -> None:
    """Let a debtor of whose listing nothing is left be warned anew."""
    for measure in promise_of(act.course).lifted:
        let_be_listed_again(matter, measure)


EFFECTS: Effects = {
    "commitment": {
        "record_consent": record_consent,
        "sign_pledge": sign,
        "sign_repair": sign,
        "lift_measures": lift_measures,
        "approve_restore": restore,
        "end_lapsed": end_lapsed,
    }
}
