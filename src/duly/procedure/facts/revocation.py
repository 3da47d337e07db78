"""Facts for revoking a certificate (撤销自动履行证明)."""

from datetime import date

from duly.law.mechanism.revocation import Facts
from duly.procedure.facts.defaulter_warning import debtor
from duly.procedure.models import Certificate, Course
from duly.registry.models import Party


def gather(course: Course, on: date) -> Facts:
    """Return whether the debtor's certificate stands."""
    return Facts(on=on, stands=standing(debtor(course)) is not None)


def standing(party: Party) -> Certificate | None:
    """Return the certificate of a debtor that has not been revoked."""
    return Certificate.objects.filter(party=party, revoked_date=None).first()
