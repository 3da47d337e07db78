"""Every word of the desk that the English catalogue must hold, found in the sources themselves."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import duly.desk
from duly.batch.models import Outcome as BatchOutcome
from duly.desk.explained import RuleKind
from duly.desk.listing import Column
from duly.desk.views.batches import Order
from duly.documents.fonts import Face
from duly.documents.models import PaperStatus
from duly.documents.sample import SampleCase
from duly.documents.templates import LineKind, Seal, Standing
from duly.law import terms
from duly.law.finding import Outcome
from duly.law.mechanism import MECHANISMS
from duly.law.money.plan import InstalmentState
from duly.law.sources import Status
from duly.law.step import Ask
from duly.law.terms import MeasureKind, Term
from duly.outreach.by_hand import Decision
from duly.outreach.models import MessageState
from duly.procedure.alarms import AlarmKind
from duly.procedure.queries import DueWithin, Turn
from duly.procedure.registration import ASKS
from duly.registry.court_settings import SettingName
from duly.registry.models import AccountOwner, AccountState, ContactPointKind

DESK = Path(duly.desk.__file__).parent
IN_TEMPLATE = re.compile(r"""{%\s*translate\s+(?:"([^"]+)"|'([^']+)')""")
BLOCK = re.compile(r"{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate\s*%}", re.DOTALL)
HOLE = re.compile(r"{{\s*(\w+)\s*}}")
IN_PYTHON = re.compile(r"""\b(?:gettext|_)\(\s*"([^"]+)"\s*\)""")
STARTS = re.compile(r"Clock$|Deadline\.objects\.create$")
CHINESE = re.compile(r"[\u3400-\u9fff：]|^%")


def msgids() -> set[str]:
    """Return every Chinese word that a page may show in the reader's language."""
    found = {*_templates(), *_python(), *_terms(), *_steps(), *_clocks(), *_forms()}
    return {word for word in found if CHINESE.search(word)}


def _templates() -> Iterator[str]:
    for file in sorted((DESK / "templates").rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        for double, single in IN_TEMPLATE.findall(text):
            yield double or single
        for block in BLOCK.findall(text):
            yield HOLE.sub(r"%(\1)s", block)


def _python() -> Iterator[str]:
    for file in sorted(DESK.rglob("*.py")):
        yield from IN_PYTHON.findall(file.read_text(encoding="utf-8"))
    from duly.desk import numbers, wording
    from duly.desk.views.court import ASKS as SETTING_ASKS
    from duly.desk.views.guide import COLOURS
    from duly.desk.views.rewording import ASKS as WORDING_ASKS

    yield from wording._WEEKDAYS
    yield from numbers.LABELS
    yield from (chinese for _, chinese in COLOURS)
    yield from (word for ask in (*SETTING_ASKS, *WORDING_ASKS) for word in (ask.chinese, ask.hint))
    yield from ("是", "否", "暂时无法计算")


def _terms() -> Iterator[str]:
    shown: list[type[Term]] = [getattr(terms, name) for name in terms.__all__ if name != "Term"]
    shown += [
        RuleKind,
        BatchOutcome,
        Order,
        Column,
        AlarmKind,
        DueWithin,
        Turn,
        InstalmentState,
        Outcome,
        Status,
        PaperStatus,
        AccountOwner,
        SettingName,
        Face,
        AccountState,
        ContactPointKind,
        Decision,
        MessageState,
        SampleCase,
        LineKind,
        Standing,
        Seal,
    ]
    shown += [mechanism.states for mechanism in MECHANISMS.values()]
    shown += [ask.choices for ask in _asks() if ask.choices]
    for kind in shown:
        yield from (member.chinese for member in kind)
    yield from (kind.release for kind in MeasureKind)


def _asks() -> Iterator[Ask]:
    for group in ASKS:
        yield from group.asks
    for mechanism in MECHANISMS.values():
        for step in mechanism.steps:
            yield from step.asks


def _steps() -> Iterator[str]:
    for mechanism in MECHANISMS.values():
        yield mechanism.chinese
        for step in mechanism.steps:
            yield step.chinese
            yield from (clock.chinese for clock in step.starts)


def _clocks() -> Iterator[str]:
    """Yield the names of clocks that start when a course opens, which no step table has."""
    for package in ("law/mechanism", "procedure"):
        for file in sorted((DESK.parent / package).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and STARTS.match(ast.unparse(node.func)):
                    yield from _names(node)


def _names(call: ast.Call) -> Iterator[str]:
    named = [key.value for key in call.keywords if key.arg == "chinese"]
    for value in (*call.args[1:2], *named):
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


def _forms() -> Iterator[str]:
    yield from (group.chinese for group in ASKS)
    for ask in _asks():
        yield from (ask.chinese, ask.hint)
