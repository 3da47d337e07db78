"""The nightly round: what is done once a day, in this order.

Each entry names a function `(*, on: date, at: datetime) -> str` that may run again without harm;
its answer is the line that the round keeps. One that fails does not stop the next.
"""

ROUND: tuple[str, ...] = (
    "duly.procedure.nightly.watch_terms",
    "duly.procedure.nightly.watch_limitations",
    "duly.procedure.nightly.watch_preservations",
    "duly.procedure.nightly.watch_holds",
    "duly.procedure.court_rules.apply_names",
    "duly.portal.ferry.court.publish_missed",
    "duly.desk.retention.drop_old_files",
    "duly.portal.office.keeping.drop_old_files",
    "duly.journal.actions.anchor_daily",
)
