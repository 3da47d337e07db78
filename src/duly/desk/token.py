"""What a form carries, so that it acts once, for one person, on what he saw."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core import signing

SALT = "duly.desk.token"
# A form left open longer than a working day is drawn again.
LIFETIME = 12 * 60 * 60


class NotThisForm(Exception):
    """The token is missing, forged, too old, or belongs to another form or person."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act by one person: the step of a course, or the registration of a matter (no ids)."""

    user_id: int
    step: str
    matter_id: int = 0
    course_id: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What the person had before him: the matter's version, and the hash of each paper."""

    version: int
    papers: Mapping[str, str] = field(default_factory=dict)


def issue(act: Act, seen: Seen) -> str:
    """Return the token of a form."""
    return signing.dumps([_bound(act), seen.version, dict(seen.papers)], salt=SALT)


def read(token: str, act: Act) -> Seen:
    """Return what the form showed.

    Raises NotThisForm unless the token was issued for this very act and person.
    """
    try:
        bound, version, papers = signing.loads(token, salt=SALT, max_age=LIFETIME)
    except (signing.BadSignature, ValueError, TypeError) as forged:
        raise NotThisForm from forged
    if bound != _bound(act):
        raise NotThisForm
    return Seen(version, papers)


def _bound(act: Act) -> list[int | str]:
    return [act.user_id, act.matter_id, act.course_id, act.step]
