"""The people of a history: parties of the matter, and the court's staff with their posts."""

from dataclasses import dataclass
from datetime import date

from duly.law.terms import PartyKind, PartyRole, Role


@dataclass(slots=True, eq=False)
class Person:
    """A party. `born` is None for units, and where the date of birth is not known."""

    pk: int
    name: str
    role: PartyRole
    kind: PartyKind
    born: date | None = None
    reachable: bool = False
    address_confirmed: bool | None = None
    electronic_consent: bool | None = None

    def __str__(self) -> str:
        return f"{self.name}({self.role.value},{self.kind.value})"


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone of the court: a number and the posts held."""

    pk: int
    posts: frozenset[Role]

    def __str__(self) -> str:
        return f"#{self.pk}({'+'.join(sorted(self.posts))})"


def _staff() -> tuple[Actor, ...]:
    alone = [frozenset({role}) for role in Role]
    # Two judges and two mediators, and posts joined in one hand: an acting president who
    # also tries cases is the person who could decide his own proposal.
    joined = [
        frozenset({Role.ENFORCEMENT_JUDGE}),
        frozenset({Role.MEDIATOR}),
        frozenset({Role.PRESIDENT}),
        frozenset({Role.TRIAL_CLERK, Role.TRIAL_JUDGE}),
        frozenset({Role.ENFORCEMENT_JUDGE, Role.PRESIDENT}),
        frozenset({Role.ENFORCEMENT_JUDGE, Role.BUREAU_HEAD}),
        frozenset({Role.FILING_CLERK, Role.FILING_HEAD}),
        frozenset({Role.ENFORCEMENT_CLERK, Role.BUREAU_HEAD}),
    ]
    return tuple(Actor(number, posts) for number, posts in enumerate(alone + joined, 1))


STAFF = _staff()
BY_ROLE = {role: tuple(one for one in STAFF if role in one.posts) for role in Role}
