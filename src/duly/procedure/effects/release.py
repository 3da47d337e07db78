"""What the steps of a release change."""

from duly.procedure import standing
from duly.procedure.act import Act
from duly.procedure.facts.release import lifted


def lift(act: Act) -> None:
    """Record that a measure is lifted, with the proof."""
    measure = lifted(act.course)
    measure.released_date = act.answers["done_on"]
    measure.release_evidence = act.answers["evidence"]
    measure.save(update_fields=["released_date", "release_evidence"])
    standing.end(measure, at=act.at)
    standing.let_be_listed_again(measure, at=act.at)


EFFECTS = {"lift": lift, "finish": lift}
