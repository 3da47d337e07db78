"""Which steps a person may take for many matters at once, and the batches that are made most."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from duly.desk.deciding import DECIDERS
from duly.law.mechanism import MECHANISMS
from duly.law.step import AskKind, Mechanism, Step
from duly.law.terms import Role

# Where the same act is meant for many: what is found about one person is never found in bulk.
IN_BULK = frozenset({"post_judgment", "pre_enforcement", "enforcement", "payout", "release"})
Held = Mapping[str, frozenset[Role]]


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that can be the same act in many matters."""

    mechanism: Mechanism[Any]
    step: Step[Any]

    @property
    def key(self) -> str:
        """How an address names it: post_judgment.issue_notice."""
        return f"{self.mechanism.name}.{self.step.name}"


@dataclass(frozen=True, slots=True)
class Usual:
    """A batch that is made week after week, as a link to its filled-in form."""

    chinese: str
    address: str


def offers(held: Held) -> tuple[Offer, ...]:
    """Return the steps that one of these posts may take in bulk.

    Never what is decided on a proposal, nor what asks for a record or a secret of one matter.
    """
    roles = frozenset[Role]().union(*held.values())
    return tuple(
        Offer(mechanism, step)
        for mechanism in MECHANISMS.values()
        if mechanism.name in IN_BULK
        for step in mechanism.steps
        if step.usual and step.by & roles and _is_the_same_everywhere(step)
    )


def _is_the_same_everywhere(step: Step[Any]) -> bool:
    own = any(ask.secret or (ask.kind is AskKind.RECORD and ask.required) for ask in step.asks)
    return not step.second_person and not step.by <= DECIDERS and not own


def usual(found: tuple[Offer, ...], on: date) -> list[Usual]:
    """Return the batches of every week that these steps allow."""
    ended = (on - timedelta(days=1)).isoformat()
    week = (on + timedelta(days=6 - on.weekday())).isoformat()
    known: tuple[tuple[str, dict[str, str], str], ...] = (
        ("post_judgment.issue_notice", {}, _("判后：发出自动履行告知书")),
        ("post_judgment.note_performed", {"due_by": week}, _("判后：履行期本周届满，逐件核对履行")),
        ("post_judgment.note_overdue", {"due_by": ended}, _("判后：履行期已满未履行")),
        ("pre_enforcement.issue_notice", {"due_by": week}, _("执前：督促期限本周届满，发出告知书")),
        ("pre_enforcement.transfer", {"due_by": ended}, _("执前：督促期限已满，转执行立案")),
        ("enforcement.issue_notice", {}, _("执行：发出执行通知书、报告财产令")),
    )
    offered = {one.key for one in found}
    return [
        Usual(words, reverse("desk:batch_new", query={"step": step, **narrowed}))
        for step, narrowed, words in known
        if step in offered
    ]
