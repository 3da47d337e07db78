"""What the record shows of a debtor's person, for the rules that spare and for the judge."""

from duly.law.mechanism.care import CONSIDERED, Care
from duly.law.terms import PartyKind
from duly.procedure.facts import debt
from duly.registry.models import Matter, Party


def care(matter: Matter, party: Party) -> Care:
    """Return the age of a debtor and what was found about his circumstances."""
    found = {question: debt.found(matter, party, question) for question in CONSIDERED}
    return Care(PartyKind(party.kind), party.birth_date, found)
