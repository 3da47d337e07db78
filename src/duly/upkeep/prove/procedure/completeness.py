"""Whether the model knows everything in the tables: what is new stops the proof with a sentence."""

from collections.abc import Iterator
from dataclasses import fields

from duly.law.terms import CommitmentKind, MeasureKind, ObjectionKind
from duly.upkeep.prove.procedure.answers import KINDS
from duly.upkeep.prove.procedure.choices import RECORDS
from duly.upkeep.prove.procedure.courses import open_course
from duly.upkeep.prove.procedure.effects import EFFECTS, STATE_ONLY
from duly.upkeep.prove.procedure.facts import FACTS
from duly.upkeep.prove.procedure.matter import Matter, Tables
from duly.upkeep.prove.procedure.opening import begin
from duly.upkeep.prove.procedure.records import Course, Measure, Objected, Promise
from duly.upkeep.prove.procedure.refusal import Unmodelled

HERE = "upkeep/prove/procedure"


def refuse_what_is_new(tables: Tables) -> None:
    """Raise Unmodelled with every sentence where the tables have what the model has not."""
    sentences = list(unmodelled(tables))
    if sentences:
        raise Unmodelled("\n".join(sentences))


def unmodelled(tables: Tables) -> Iterator[str]:
    """Return a sentence for each mechanism, step, ask and fact that has no model."""
    for name, mechanism in tables.items():
        if name not in FACTS:
            yield f"机制“{mechanism.chinese}”（{name}）没有模型：在 {HERE}/facts 中写明其事实"
            continue
        for step in mechanism.steps:
            if (name, step.name) not in EFFECTS and step.name not in STATE_ONLY.get(name, ()):
                yield (
                    f"步骤“{step.chinese}”（{name}.{step.name}）没有模型：在 {HERE}/effects 中"
                    "写明它改变什么，只改变状态的列入 STATE_ONLY"
                )
            for ask in step.asks:
                if ask.kind not in KINDS:
                    yield f"问项种类“{ask.kind.chinese}”没有模型：在 {HERE}/answers 中写明"
                if ask.records and ask.records not in RECORDS:
                    yield f"可选记录“{ask.records}”没有模型：在 {HERE}/choices 中写明"
    yield from _gone(tables)
    yield from _facts(tables)


def _gone(tables: Tables) -> Iterator[str]:
    known = {(name, step.name) for name, table in tables.items() for step in table.steps}
    modelled = {*EFFECTS, *((name, step) for name, steps in STATE_ONLY.items() for step in steps)}
    for name, step in sorted(modelled - known):
        yield f"步骤{name}.{step}已不在步骤表中：从 {HERE}/effects 中删去"


def _facts(tables: Tables) -> Iterator[str]:
    """A fact that the rules have and the model does not build, seen on a course of each kind."""
    matter = begin(0, 0, tables)
    for name in tables:
        if name in FACTS:
            kind, build = FACTS[name]
            built = set(build(matter, _specimen(matter, name)))
            for fact in sorted({one.name for one in fields(kind)} ^ built):
                what = "没有模型" if fact not in built else "已不存在"
                yield f"事实{name}.{fact}{what}：在 {HERE}/facts 中写明或者删去"


def _specimen(matter: Matter, mechanism: str) -> Course:
    """A course of a mechanism, with whatever a course of it is about."""
    person = matter.debtors[0]
    course = open_course(matter, mechanism, person)
    course.measure = Measure(0, person, MeasureKind.CASE_PUBLICITY, matter.today)
    course.objected = Objected(person, ObjectionKind.ACT, "执行行为", matter.today)
    course.promise = Promise(CommitmentKind.REPAIR, person)
    return course
