"""How people are told apart and reached: shown masked, opened one at a time with a reason."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext

from duly.accounts.models import User
from duly.accounts.queries import posts_of
from duly.desk import masking
from duly.journal import actions as journal
from duly.procedure.facts import case_file
from duly.registry.models import ContactPoint, ContactPointKind, Matter, Party

SHORTEST_REASON = 2
CREDIT_CODE, RESIDENT_ID, PHONE = "统一社会信用代码", "身份证号码", "电话"
AGENT_PHONE, ACCOUNT = "代理人电话", "收款账户"
LABELS = (CREDIT_CODE, RESIDENT_ID, AGENT_PHONE, ACCOUNT)


class NoReason(ValueError):
    """Nobody opens a number without saying why."""


@dataclass(frozen=True, slots=True)
class SealedNumber:
    """A number of a party: what it is, how it is shown, what it is in full; `of` tells several
    apart by the agent or the bank."""

    key: str
    label: str
    masked: str
    full: str
    of: str = ""


def of_party(party: Party) -> tuple[SealedNumber, ...]:
    """Return the numbers of a party: identifier, phones, agents' phones, accounts."""
    return tuple(_of(party))


def _of(party: Party) -> Iterator[SealedNumber]:
    if party.identifier:
        label = CREDIT_CODE if party.is_unit else RESIDENT_ID
        masked = masking.identifier(party.identifier)
        yield SealedNumber(f"party-{party.pk}", label, masked, party.identifier)
    for point in party.contact_points.all():
        kind = ContactPointKind(point.kind)
        key, masked = f"contact-{point.pk}", _MASKS[kind](point.value)
        yield SealedNumber(key, kind.chinese, masked, point.value, _standing(point))
    for agent in party.agents.all():
        if agent.phone:
            masked = masking.phone(agent.phone)
            yield SealedNumber(f"agent-{agent.pk}", AGENT_PHONE, masked, agent.phone, agent.name)
    for account in party.payee_accounts.all():
        masked = masking.account(account.number)
        key = f"account-{account.pk}"
        yield SealedNumber(key, ACCOUNT, masked, account.number, account.bank)


def _standing(point: ContactPoint) -> str:
    """Say of an address that its party confirmed it for service."""
    confirmed = point.kind == ContactPointKind.ADDRESS and point.confirmed_for_service
    return gettext("送达地址确认书") if confirmed else ""


_MASKS: Mapping[ContactPointKind, Callable[[str], str]] = {
    ContactPointKind.PHONE: masking.phone,
    ContactPointKind.ADDRESS: masking.address,
    ContactPointKind.EMAIL: masking.email,
}


@transaction.atomic
def unmask(*, matter: Matter, key: str, reason: str, actor: User, at: datetime) -> SealedNumber:
    """Return a number in full, and put on record who asked for it and why.

    Raises LookupError where the matter has no such number, NoReason without a reason.
    """
    found = next((n for p in parties(matter) for n in of_party(p) if n.key == key), None)
    if found is None:
        raise LookupError(key)
    if len(reason.strip()) < SHORTEST_REASON:
        raise NoReason(gettext("请写明查看完整号码的理由"))
    journal.record(
        at=at,
        actor_id=actor.pk,
        actor_name=actor.full_name,
        post="、".join(str(post) for post in posts_of(actor, timezone.localdate(at))),
        act="unmask",
        matter_id=matter.pk,
        subject={"number": key, "what": found.label},
        detail={"reason": reason.strip()},
    )
    return found


def parties(matter: Matter) -> list[Party]:
    """Return the parties of a matter with everything that a page shows of them."""
    wanted = ("contact_points", "agents", "payee_accounts")
    found = case_file.parties(matter)
    prefetch_related_objects(found, *wanted)
    return found
