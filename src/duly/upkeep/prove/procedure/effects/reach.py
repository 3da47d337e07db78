"""What service, contacts and addresses change."""

from duly.law.service import Attempt
from duly.law.terms import Stage
from duly.upkeep.prove.procedure.matter import Effects, Matter
from duly.upkeep.prove.procedure.records import Act, Contacted, Served

URGES = frozenset({"urging-notice", "performance-notice"})


def record_service(matter: Matter, act: Act) -> None:
    """Put an attempt at service on record, with what the record knows of the address."""
    given = act.answers
    person, paper = given["party"], given["what"]
    attempt = Attempt(
        method=given["method"],
        acted_on=given["acted_on"],
        signed_on=given["signed_on"],
        arrived_on=given["arrived_on"],
        acknowledged_on=given["acknowledged_on"],
        returned_on=given["returned_on"],
        address_confirmed=person.address_confirmed,
        electronic_consent=person.electronic_consent,
        other_address=given["other_address"],
        witnessed=given["witnessed"],
        recorded=given["recorded"],
        urges=paper.template in URGES,
    )
    matter.served.append(Served(paper, person, attempt))


def record_contact(matter: Matter, act: Act) -> None:
    """Put an attempt to reach a debtor on record, in the stage that runs."""
    given = act.answers
    stage = Stage.ENFORCEMENT if matter.enforcement_filed else Stage.PRE_ENFORCEMENT
    reached, told = given["result"].is_contact, given["told_consequences"]
    matter.contacts.append(Contacted(given["party"], stage, reached, told))


def add_contact_point(_: Matter, act: Act) -> None:
    """Note a number or an address, and what was agreed about service."""
    person = act.answers["party"]
    person.reachable = True
    if act.answers["confirmed_for_service"]:
        person.address_confirmed = True
    if act.answers["electronic_consent"]:
        person.electronic_consent = True


EFFECTS: Effects = {
    "record": {
        "record_service": record_service,
        "record_contact": record_contact,
        "add_contact_point": add_contact_point,
    }
}
