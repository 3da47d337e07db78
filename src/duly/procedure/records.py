"""What a form lets choose from the record: parties, payments, findings, papers, mediators."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from duly.accounts.queries import holders_of
from duly.documents.models import PaperStatus
from duly.documents.queries import papers_of
from duly.law.mechanism.objection_notice.facts import Ruling
from duly.law.money import Yuan
from duly.law.terms import (
    AccountOwner,
    FactQuestion,
    ObligationKind,
    PartyRole,
    PropertyKind,
    Role,
    ServiceMethod,
)
from duly.ledger.actions.correction import SET_BY_COURT
from duly.ledger.models import Payment, Payout, PayoutState
from duly.procedure import serving
from duly.procedure.models import Measure, Responsible, Signature
from duly.registry.models import Matter

Option = tuple[str, str]


def options(kind: str, matter: Matter, on: date) -> tuple[Option, ...]:
    """Return the choices of a kind for a matter, as pairs of value and Chinese label."""
    return tuple((value, label) for value, label, _ in _LISTS[kind](matter, on))


def find(kind: str, matter: Matter, value: str, on: date) -> Any:
    """Return the record that a choice stands for, or None where there is no such choice."""
    return next((record for key, _, record in _LISTS[kind](matter, on) if key == value), None)


Row = tuple[str, str, Any]
Rows = Callable[[Matter, date], list[Row]]


def _parties(*roles: PartyRole) -> Rows:
    def rows(matter: Matter, _: date) -> list[Row]:
        return [
            (str(party.pk), f"{party.name}（{PartyRole(party.role).chinese}）", party)
            for party in matter.parties.order_by("pk")
            if not roles or party.role in roles
        ]

    return rows


def _payments(matter: Matter, _: date) -> list[Row]:
    standing = Payment.objects.filter(matter=matter, reverses=None, reversed_by=None)
    return [
        (
            str(payment.pk),
            f"{payment.paid_date} {Yuan(payment.amount_fen)}（{payment.get_arrival_display()}）",
            payment,
        )
        for payment in standing.order_by("pk")
    ]


def _at_the_court(matter: Matter, on: date) -> list[Row]:
    return [row for row in _payments(matter, on) if row[2].arrival != AccountOwner.CREDITOR]


def _acts(matter: Matter, _: date) -> list[Row]:
    undone = matter.obligations.filter(
        kind=ObligationKind.ACT.value, withdrawn_at=None, performance=None
    )
    return [(str(one.pk), one.description, one) for one in undone]


def _obligations(matter: Matter, _: date) -> list[Row]:
    standing = matter.obligations.filter(withdrawn_at=None).order_by("pk")
    return [
        (
            str(one.pk),
            one.description + ("" if one.amount_fen is None else f" {Yuan(one.amount_fen)}"),
            one,
        )
        for one in standing
    ]


def _accelerable(matter: Matter, _: date) -> list[Row]:
    wording = matter.obligations.filter(withdrawn_at=None, accelerated_date=None)
    return [(str(one.pk), one.description, one) for one in wording.exclude(acceleration="")]


def _set_by_court(matter: Matter, _: date) -> list[Row]:
    kinds = [kind.value for kind in SET_BY_COURT]
    standing = matter.obligations.filter(kind__in=kinds, withdrawn_at=None).order_by("pk")
    return [
        (str(one.pk), f"{one.description} {Yuan(one.amount_fen or 0)}", one) for one in standing
    ]


def _payouts(matter: Matter, _: date) -> list[Row]:
    paid = Payout.objects.filter(matter=matter, state=PayoutState.PAID.value)
    return [
        (str(one.pk), f"{one.paid_date} {one.recipient} {Yuan(one.amount_fen)}", one)
        for one in paid.select_related("recipient")
    ]


def _facts(matter: Matter, _: date) -> list[Row]:
    standing = matter.facts.filter(withdrawn_at=None).select_related("party").order_by("pk")
    return [
        (
            str(fact.pk),
            f"{fact.party or ''} {FactQuestion(fact.question).chinese}："
            f"{'成立' if fact.holds else '不成立'}",
            fact,
        )
        for fact in standing
    ]


def _servable(matter: Matter, _: date) -> list[Row]:
    instruments = [
        (f"instrument-{one.pk}", f"{one.number}{one.get_kind_display()}书", one)
        for one in matter.instruments.order_by("pk")
    ]
    papers = [
        (f"paper-{paper.pk}", f"{paper.title}（{paper.paper_date}）", paper)
        for paper in papers_of(matter.pk).filter(status=PaperStatus.ISSUED)
    ]
    return instruments + papers


def _electronic_services(matter: Matter, on: date) -> list[Row]:
    electronic = matter.services.filter(method=ServiceMethod.ELECTRONIC.value)
    days = {one.pk: (one, serving.weighed(one, on=on).served_on) for one in electronic}
    return [
        (str(pk), f"{day} {one.party}（{one.evidence}）", one)
        for pk, (one, day) in days.items()
        if day is not None
    ]


def preservations_of(matter: Matter) -> QuerySet[Measure]:
    """Return the measures on property that are in force, the next to end first."""
    return Measure.objects.filter(
        matter=matter,
        kind__in=[kind.value for kind in PropertyKind],
        released_date=None,
        expires_date__isnull=False,
    ).order_by("expires_date", "pk")


def _preservations(matter: Matter, _: date) -> list[Row]:
    return [
        (str(one.pk), f"{one} {one.object}（至{one.expires_date}{_stay(one)}）", one)
        for one in preservations_of(matter)
    ]


def _stay(measure: Measure) -> str:
    stayed = measure.objections.filter(outcome=Ruling.UPHELD.value).exists()
    return "，案外人异议成立，中止执行" if stayed else ""


def _holds(matter: Matter, _: date) -> list[Row]:
    return [
        (str(held.pk), f"{held.start_date}起 {held.reason}", held)
        for held in matter.holds.filter(undone_at=None).order_by("pk")
    ]


def _mediators(matter: Matter, on: date) -> list[Row]:
    there = holders_of(Role.MEDIATOR, on, matter.court.code)
    return [(str(user.pk), user.full_name, user) for user in there]


def _misconducts(matter: Matter, _: date) -> list[Row]:
    standing = matter.misconducts.filter(withdrawn_at=None).select_related("party")
    return [
        (str(one.pk), f"{one.party}：{one}（第{one.pk}号）", one)
        for one in standing.order_by("committed_date", "pk")
    ]


def _signatures(matter: Matter, _: date) -> list[Row]:
    waiting = Signature.objects.filter(party__matter=matter, taken_up_at=None, set_aside_at=None)
    rows = waiting.select_related("paper", "party").order_by("pk")
    return [
        (str(one.pk), f"{one} {timezone.localdate(one.signed_at)}（{one.name}）", one)
        for one in rows
    ]


def _responsible(matter: Matter, _: date) -> list[Row]:
    people = Responsible.objects.filter(party__matter=matter).select_related("party")
    return [(str(one.pk), f"{one.party}：{one}", one) for one in people.order_by("pk")]


_LISTS: dict[str, Rows] = {
    "party": _parties(),
    "debtor": _parties(PartyRole.DEBTOR),
    "creditor": _parties(PartyRole.CREDITOR),
    "act": _acts,
    "accelerable": _accelerable,
    "set_by_court": _set_by_court,
    "payout": _payouts,
    "obligation": _obligations,
    "payment": _payments,
    "court_payment": _at_the_court,
    "fact": _facts,
    "hold": _holds,
    "preservation": _preservations,
    "servable": _servable,
    "electronic_service": _electronic_services,
    "mediator": _mediators,
    "misconduct": _misconducts,
    "responsible": _responsible,
    "signature": _signatures,
}
