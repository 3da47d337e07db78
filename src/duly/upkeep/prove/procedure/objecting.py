"""Sensible answers to what the steps of an objection ask."""

from typing import Any

from duly.law.mechanism.objection_notice.facts import Ruling
from duly.law.terms import ObjectionKind
from duly.upkeep.prove.procedure.choices import options
from duly.upkeep.prove.procedure.facts.promises import objected
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Course

THINGS = ("粤A·D0001小客车", "粤A·D0001 小客车", "从化区1号房", "从化区1号房首层")


Given = dict[str, Any]


def objector(matter: Matter, _: Course, __: Given) -> Any:
    """Somebody who objects: often one whose objection has ended already; None for a stranger."""
    before = [
        one.objected.person
        for one in matter.courses
        if one.objected is not None and one.objected.outcome
    ]
    return matter.chance.choice((*(before or matter.persons), *matter.persons, None))


def thing(matter: Matter, _: Course, __: Given) -> str:
    """What is objected to: one of few, so that objections repeat."""
    return matter.chance.choice(THINGS)


def measure(matter: Matter, course: Course, given: Given) -> Any:
    """The measure on the thing whose enforcement is stayed, where there is one."""
    stays = objected(course).kind is ObjectionKind.THING and given["outcome"] is Ruling.UPHELD
    there = options(matter, "preservation") if stays else ()
    return matter.chance.choice(there) if there else None


def order(_: Matter, course: Course, given: Given) -> str | None:
    """What is undone, where an objection to an act is upheld."""
    undone = objected(course).kind is ObjectionKind.ACT and given["outcome"] is Ruling.UPHELD
    return "撤销" if undone else None
