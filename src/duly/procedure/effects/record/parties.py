"""What further parties, their details and their agents change."""

from duly.law.terms import PartyRole
from duly.ledger import actions as ledger
from duly.procedure import authority, parties
from duly.procedure.act import Act
from duly.procedure.impositions import publish_case
from duly.procedure.opening import open_for_debtor
from duly.procedure.refusal import Unanswered
from duly.registry import actions as registry
from duly.registry.models import ContactPointKind, Party


def add_party(act: Act) -> None:
    """Add a party with what goes with his side; a joint debtor answers for every duty."""
    given = act.answers
    role: PartyRole = given["role"]
    if given["joint"] and role is not PartyRole.DEBTOR:
        raise Unanswered({"joint": "连带责任：只有履行义务人才承担"})
    party = parties.add(
        act.matter,
        role,
        kind=given["kind"],
        name=given["name"],
        identifier=given["identifier"],
        representative=given["representative"],
    )
    _contact_points(act, party)
    if role is PartyRole.DEBTOR:
        _answer_for(act, party)


def _answer_for(act: Act, party: Party) -> None:
    if act.answers["joint"]:
        for obligation in act.matter.obligations.filter(withdrawn_at=None):
            ledger.join_debtor(obligation=obligation, debtor=party)
    if open_for_debtor(act.matter, party, at=act.at):
        publish_case(act, party)


def _contact_points(act: Act, party: Party) -> None:
    for kind, name in ((ContactPointKind.PHONE, "phone"), (ContactPointKind.ADDRESS, "address")):
        if act.answers[name]:
            registry.add_contact_point(
                party=party,
                kind=kind,
                value=act.answers[name],
                source="增加当事人时登记",
                at=act.at,
            )


def complete_party(act: Act) -> None:
    """Set the number or the representative of a party that were not known before."""
    given = act.answers
    if not given["identifier"] and not given["representative"]:
        raise Unanswered({"identifier": "证件号码：证件号码和法定代表人至少填写一项"})
    party: Party = given["party"]
    identifier, born = parties.identified(party.kind, given["identifier"], "identifier")
    others = act.matter.parties.all()
    parties.refuse_double(others, PartyRole(party.role), party.name, identifier, besides=party)
    registry.complete_party(
        party=party,
        identifier=identifier,
        birth_date=born,
        legal_representative=given["representative"] or "",
    )


def record_agent(act: Act) -> None:
    """Record an authorised agent of a party; never who mediated in the matter (规定 16)."""
    given = act.answers
    if authority.mediated_by_name(act.matter.pk, given["name"]):
        barred = "曾任本案调解员，不得担任诉讼代理人（特邀调解规定第16条）"
        raise Unanswered({"name": f"姓名：{given['name']}{barred}"})
    registry.add_agent(
        party=given["party"],
        name=given["name"],
        phone=given["phone"] or "",
        special_authority=given["special_authority"],
        evidence=given["evidence"],
    )


EFFECTS = {
    "add_party": add_party,
    "complete_party": complete_party,
    "record_agent": record_agent,
}
