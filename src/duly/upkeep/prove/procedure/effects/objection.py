"""What the steps of an objection change."""

from duly.upkeep.prove.procedure.facts.promises import objected
from duly.upkeep.prove.procedure.matter import Effects, Matter
from duly.upkeep.prove.procedure.records import Act
from duly.upkeep.prove.procedure.refusal import NotTaken


def record_signature(_: Matter, act: Act) -> None:
    """Note that the objector signed."""
    objected(act.course).signed_on = act.answers["signed_on"]


def refuse(_: Matter, act: Act) -> None:
    """End a repeated objection."""
    objected(act.course).outcome = "refused"


def withdraw(_: Matter, act: Act) -> None:
    """End an objection that was withdrawn."""
    objected(act.course).outcome = "withdrawn"


def decide(matter: Matter, act: Act) -> None:
    """Rule on an objection; whoever carried the enforcement out takes no part."""
    for course in matter.courses:
        if course.mechanism in ("enforcement", "defaulter_warning") and any(
            one.actor is act.actor for one in course.taken
        ):
            raise NotTaken("reviewer_enforced")
    own = objected(act.course)
    own.outcome, own.measure = act.answers["outcome"].value, act.answers["measure"]


def end_remedy(_: Matter, act: Act) -> None:
    """Take over the outcome of the remedy."""
    own = objected(act.course)
    own.outcome, own.ended_on = act.answers["final_outcome"].value, act.on


def end(_: Matter, act: Act) -> None:
    """Note when the remedies were over."""
    objected(act.course).ended_on = act.on


EFFECTS: Effects = {
    "objection_notice": {
        "record_signature": record_signature,
        "refuse": refuse,
        "withdraw": withdraw,
        "decide": decide,
        "end": end,
        "end_remedy": end_remedy,
    }
}
