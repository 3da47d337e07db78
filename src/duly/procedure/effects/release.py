"""What the steps of a release change."""

from duly.procedure.act import Act
from duly.procedure.facts.release import lifted


def lift(act: Act) -> None:
    """Record that a measure is lifted, with the proof."""
    measure = lifted(act.course)
    measure.released_date = act.answers["done_on"]
    measure.release_evidence = act.answers["evidence"]
    measure.save(update_fields=["released_date", "release_evidence"])


EFFECTS = {"lift": lift, "finish": lift}
