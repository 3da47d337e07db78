"""What the warning before listing, and a listing in force, change."""

from duly.law.terms import DefaulterGround, FactQuestion
from duly.upkeep.prove.procedure.debtor import person_of
from duly.upkeep.prove.procedure.matter import Effects, Matter
from duly.upkeep.prove.procedure.records import Act, Found
from duly.upkeep.prove.procedure.refusal import NotTaken


def find_ground(matter: Matter, act: Act) -> None:
    """Find a ground for listing."""
    _find(matter, act, act.answers["ground"])


def revive(matter: Matter, act: Act) -> None:
    """Find ground (六) as the warning revives."""
    _find(matter, act, DefaulterGround.SETTLEMENT)


def _find(matter: Matter, act: Act, ground: DefaulterGround) -> None:
    person, question = person_of(act.course), FactQuestion.of_ground(ground)
    if matter.finding(question, person) is not None:
        raise NotTaken("ground_found_already")
    matter.found.append(Found(matter.number(), question, person, True, act.on))


def keep_warning(_: Matter, act: Act) -> None:
    """Keep the warning with the last day of its term."""
    act.course.warnings.append((act.papers[0], act.answers["last_day"]))


def seek_correction(_: Matter, act: Act) -> None:
    """Keep why a correction is asked for."""
    act.course.correction = act.answers["correction"]


EFFECTS: Effects = {
    "defaulter_warning": {
        "find_ground": find_ground,
        "revive": revive,
        "issue_warning": keep_warning,
        "warn_again": keep_warning,
    },
    "listing": {"seek_correction": seek_correction},
}
