"""How an act is written down: answers without what is secret, findings with their reasons."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Model

from duly.law.finding import Finding
from duly.law.identity import CaseNumber
from duly.law.mechanism import MECHANISMS
from duly.law.money import Yuan
from duly.law.step import Ask, AskKind
from duly.law.terms import Term
from duly.procedure.act import Act
from duly.procedure.models import OwnWording, StepTaken
from duly.registry.models import Matter

# Kept sealed in their own columns; what was done is on record without them.
SECRET = frozenset({AskKind.PHONE, AskKind.ACCOUNT, AskKind.IDENTIFIER})


def answers(act: Act) -> dict[str, Any]:
    """Return the answers of an act as plain values; what is kept sealed is left out."""
    return written(act.step.asks, act.answers)


def written(asks: tuple[Ask, ...], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers to some questions as plain values; what is kept sealed is left out."""
    secret = {ask.name for ask in asks if ask.secret or ask.kind in SECRET}
    return {
        name: _plain(value)
        for name, value in given.items()
        if value is not None and name not in secret
    }


def findings(weighed: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """Return findings as kept with the step: question, outcome, and each ground with its basis.

    A ground that something would change says what.
    """
    return [
        {
            "question": finding.question,
            "outcome": finding.outcome.value,
            "grounds": [
                {
                    "basis": ground.basis.in_digits,
                    "outcome": ground.outcome.value,
                    "because": ground.because,
                    **({"change": ground.change} if ground.change else {}),
                }
                for ground in finding.grounds
            ],
        }
        for finding in weighed
    ]


def last_act(matter: Matter) -> str:
    """Say who changed a matter last, when, and how: what a stale form is told."""
    newest = (
        StepTaken.objects.filter(course__matter=matter)
        .select_related("actor", "course")
        .order_by("-pk")
        .first()
    )
    if newest is None:
        return "本案刚刚被其他人修改，请查看后重新办理"
    own = OwnWording.objects.filter(course__matter=matter, at__gte=newest.at)
    if (changed := own.select_related("by").order_by("-pk").first()) is not None:
        return f"{changed.by.full_name}刚刚改动了一份文书的文字，本页内容已经过时；请核对后重新提交"
    step = MECHANISMS[newest.course.mechanism].step(newest.name)
    return (
        f"{newest.actor.full_name}已于{newest.court_time}办理“{step.chinese}”，"
        "本页内容已经过时；您填写的内容还在，请核对后重新提交"
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Term):
        return value.value
    if isinstance(value, Yuan):
        return f"{value.amount:.2f}"
    if isinstance(value, Decimal | CaseNumber):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Model):
        return {"id": value.pk, "label": str(value)}
    return value
