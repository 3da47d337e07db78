"""Which matters a person may see, and how he finds one."""

import re
from datetime import date

from django.db.models import Q, QuerySet

from duly.accounts.models import User
from duly.accounts.queries import roles_by_court
from duly.law.identity import CaseNumber, Malformed, phone
from duly.law.terms import Role
from duly.procedure.models import Assignment
from duly.registry import actions as registry
from duly.registry.models import Matter

# No name or number has them, and a database may not even take them.
_UNSEEN = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
WITHOUT_SIGHT = frozenset({Role.MEDIATOR, Role.ADMINISTRATOR})
_LONG_NUMBER = re.compile(r"[0-9Xx]{7,18}")


def visible_matters(user: User, on: date) -> QuerySet[Matter]:
    """Return the matters that a person may see: those of the courts in which he holds a post.

    A mediator sees only those assigned to him now, an administrator none.
    """
    held = roles_by_court(user, on)
    courts = {court for court, roles in held.items() if roles - WITHOUT_SIGHT}
    if "" in courts:
        return Matter.objects.all()
    seen = Q(court__code__in=courts)
    if any(Role.MEDIATOR in roles for roles in held.values()):
        assigned = Assignment.objects.filter(mediator=user, until=None)
        seen |= Q(pk__in=assigned.values("course__matter"))
    return Matter.objects.filter(seen)


def find_matters(user: User, on: date, text: str) -> QuerySet[Matter]:
    """Return the matters that fit a search: a case number in any notation, part of a name, or
    a whole ID or phone number."""
    seen = visible_matters(user, on)
    wanted = text.strip()
    if not wanted:
        return seen
    if _UNSEEN.search(wanted):
        return seen.none()
    return seen.filter(_matches(wanted)).distinct()


def _matches(wanted: str) -> Q:
    try:
        return Q(numbers__contains=CaseNumber.parse(wanted).canonical)
    except Malformed:
        part = wanted.replace("(", "（").replace(")", "）")
    number = _phone(wanted)
    if number or _LONG_NUMBER.fullmatch(wanted):
        return Q(parties__identifier_index=registry.index(wanted.upper(), registry.IDENTIFIER)) | Q(
            parties__contact_points__value_index=registry.index(number or wanted, registry.PHONE)
        )
    return Q(names__contains=wanted) | Q(numbers__contains=part)


def _phone(wanted: str) -> str:
    """Return a phone number as it is kept, however it was written; empty for anything else."""
    try:
        return phone.check(wanted)
    except Malformed:
        return ""
