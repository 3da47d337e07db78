"""The ladder: which channel comes next for a person, when, and why. Pure; the court's data say."""

from duly.outreach.ladder.planning import next_attempt
from duly.outreach.ladder.rungs import Caps, Ladder, MalformedLadder, Quiet, Rung, ladder_of, read
from duly.outreach.ladder.standing import Facts, Outcome, Past, Plan, Point

__all__ = [
    "Caps",
    "Facts",
    "Ladder",
    "MalformedLadder",
    "Outcome",
    "Past",
    "Plan",
    "Point",
    "Quiet",
    "Rung",
    "ladder_of",
    "next_attempt",
    "read",
]
