"""The end of a record: archived once nothing is left to do."""

from duly.law.mechanism.record.facts import DIVISIONS, OPEN, Facts, State, nothing_left_to_do
from duly.law.step import Step

ARCHIVE = Step[Facts](
    name="archive",
    chinese="归档",
    clause="二(二)2",
    by=DIVISIONS,
    origins=OPEN,
    target=State.CLOSED,
    guards=(nothing_left_to_do,),
    usual=False,
)
