"""The last day to perform follows the record: what changes the effect changes the day due."""

from dataclasses import replace

from duly.law.mechanism.post_judgment.steps import START_TERM
from duly.ledger import actions as ledger
from duly.procedure import clocks
from duly.procedure.act import Act
from duly.procedure.facts import instrument
from duly.procedure.models import Course, StepTaken
from duly.registry.models import Matter

BEGUN = ("start_term", "receive_application")


def refresh(act: Act) -> None:
    """Reckon the day due again, where it was reckoned before and the record has changed.

    An appeal leaves it unknown until the instrument that decides it takes effect.
    """
    matter = act.matter
    if not StepTaken.objects.filter(course__matter=matter, name__in=BEGUN).exists():
        return
    due = instrument.due(matter, on=act.on)
    known = instrument.takes_effect(matter, on=act.on)
    if due is not None:
        ledger.set_due_date(matter=matter, due_date=due.last_day, because=due.because)
    elif known is not None and _appealed(matter):
        because = [ground.because for ground in known.finding.obstacles]
        ledger.set_due_date(matter=matter, due_date=None, because=because)
    else:
        return
    ledger.reallocate(matter=matter, reason="履行期届满日重新查明", at=act.at)
    _restart(act)


def _appealed(matter: Matter) -> bool:
    standing = instrument.last(matter)
    return standing is not None and standing.appeals.filter(withdrawn_date=None).exists()


def _restart(act: Act) -> None:
    for course in Course.objects.filter(matter=act.matter, mechanism="post_judgment"):
        for clock in START_TERM.starts:
            if course.deadlines.filter(name=clock.name, stopped_at=None).exists():
                clocks.stop(course, (clock.name,), at=act.at)
                course.matter = act.matter
                clocks.start(clock, replace(act, course=course))
