"""A party as typed: his number checked by his kind, nobody entered twice or on both sides."""

from collections.abc import Iterable
from datetime import date

from duly.law.identity import Malformed, credit_code, resident_id
from duly.law.terms import PartyKind, PartyRole
from duly.procedure.refusal import Unanswered
from duly.registry import actions as registry
from duly.registry.blind import IDENTIFIER, index
from duly.registry.models import Matter, Party

OPPOSED = frozenset({PartyRole.CREDITOR, PartyRole.DEBTOR})


def add(
    matter: Matter,
    role: PartyRole,
    *,
    kind: PartyKind,
    name: str,
    identifier: str | None,
    representative: str | None,
    prefix: str = "",
) -> Party:
    """Add a party to a matter. `prefix` stands before the names of the form's fields.

    :raises Unanswered: naming the field, for a malformed number, a party entered already,
        or one that stands on the other side.
    """
    number, born = weigh(
        matter.parties.all(),
        role,
        kind=kind,
        name=name,
        identifier=identifier,
        representative=representative,
        prefix=prefix,
    )
    return registry.add_party(
        matter=matter,
        role=role,
        kind=kind,
        name=name,
        identifier=number,
        birth_date=born,
        legal_representative=representative or "",
    )


def side_of(matter: Matter, name: str) -> str:
    """Return how a person of a name is bound to a side of a matter; empty where he is not."""
    for party in matter.parties.prefetch_related("agents").order_by("pk"):
        if name == party.name:
            return f"{name}是本案{PartyRole(party.role).chinese}"
        if name == party.legal_representative:
            return f"{name}是{party.name}的法定代表人"
        if any(name == agent.name for agent in party.agents.all()):
            return f"{name}是{party.name}的诉讼代理人"
    return ""


def weigh(
    others: Iterable[Party],
    role: PartyRole,
    *,
    kind: PartyKind,
    name: str,
    identifier: str | None,
    representative: str | None,
    prefix: str = "",
) -> tuple[str, date | None]:
    """Return the number and the birth date of a party who may stand beside others.

    :raises Unanswered: naming the field, as `add` does.
    """
    if representative and kind is PartyKind.PERSON:
        raise Unanswered({f"{prefix}representative": "法定代表人：自然人没有法定代表人"})
    number, born = identified(kind, identifier, f"{prefix}identifier")
    refuse_double(others, role, name, number, prefix=prefix)
    return number, born


def identified(kind: str, text: str | None, field: str) -> tuple[str, date | None]:
    """Return the number in its normal form, with the birth date of a person. Raises Unanswered."""
    if not text:
        return "", None
    try:
        if kind == PartyKind.UNIT:
            return credit_code.check(text), None
        number = resident_id.check(text)
        return number, resident_id.birth_date(number)
    except Malformed as refused:
        raise Unanswered({field: f"证件号码：{refused.message}"}) from refused


def refuse_double(
    others: Iterable[Party],
    role: PartyRole,
    name: str,
    identifier: str,
    *,
    besides: Party | None = None,
    prefix: str = "",
) -> None:
    """Refuse a party who is there already, or who would owe himself. Raises Unanswered."""
    others = [other for other in others if other != besides]
    same_name = any(other.role == role.value and other.name == name for other in others)
    if besides is None and not identifier and same_name:
        raise Unanswered({f"{prefix}name": f"姓名或名称：{role.chinese}{name}已经登记"})
    if not identifier:
        return
    wanted = index(identifier, IDENTIFIER)
    known = {other.role for other in others if other.identifier_index == wanted}
    if role.value in known:
        raise Unanswered({f"{prefix}identifier": f"证件号码：同一证件号码的{role.chinese}已经登记"})
    if role in OPPOSED and known & OPPOSED:
        raise Unanswered({f"{prefix}identifier": "证件号码：债权人与履行义务人不能是同一人"})
