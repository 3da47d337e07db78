"""What an address asks of the list; what no list knows counts as not asked for."""

from datetime import date

from django.http import QueryDict

from duly.accounts.models import User
from duly.accounts.queries import colleagues as people_of_the_courts
from duly.desk import amounts
from duly.desk.courses import STAGES
from duly.desk.listing.rows import SHOWN
from duly.law.terms import Cause, Role
from duly.procedure import queries
from duly.procedure.queries import DueWithin, Sieve

# Whose time limits are never asked for: nothing falls due to them.
WITHOUT_LIMITS = frozenset({Role.ADMINISTRATOR})
OWNERS = tuple(role for role in Role if role not in WITHOUT_LIMITS)
# The mechanisms that run beside the three stages.
BESIDE = tuple(name for name in SHOWN if name not in STAGES)
# The parameters of an address that narrow the list; the others turn its pages.
PARAMETERS = ("q", "state", "mechanism", "due", "owner", "focus", "band", "person", "paper")


def asked(given: QueryDict) -> Sieve:
    """Return what an address asks for."""
    band, due, owner, focus = (given.get(name, "") for name in ("band", "due", "owner", "focus"))
    person, mechanism = given.get("person", ""), given.get("mechanism", "")
    return Sieve(
        text=given.get("q", "").strip(),
        state=queries.known_state(given.get("state", "")),
        mechanism=mechanism if mechanism in BESIDE else "",
        focus=focus if focus in set(Cause) else "",
        band=int(band) if band in {str(number) for number, _ in amounts.bands()} else None,
        due=DueWithin(due) if due in set(DueWithin) else None,
        owner=Role(owner) if owner in set(OWNERS) else None,
        paper=given.get("paper", "").strip(),
        person=int(person[:18]) if person.isascii() and person.isdecimal() else None,
    )


def colleagues(user: User, on: date) -> list[User]:
    """Return the people whose matters the reader may ask for, himself first."""
    others = [one for one in people_of_the_courts(user, on) if one.pk != user.pk]
    return [user, *others]
