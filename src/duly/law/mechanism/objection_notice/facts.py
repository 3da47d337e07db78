"""What the rules about an objection to enforcement (三(四)) need to know."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from duly.law.terms import ObjectionKind, Term

OBJECTIONS = "最高人民法院关于人民法院办理执行异议和复议案件若干问题的规定"
SCOPE = "三(四)1"
FLOW = "三(四)2"
NOTICE = "三(四)3"
SHORTEST_PART = 4


class Ruling(Term):
    """How an objection is decided."""

    UPHELD = "upheld", "异议成立"
    DISMISSED = "dismissed", "驳回异议"


class Ending(Term):
    """How an objection ended before it was decided."""

    WITHDRAWN = "withdrawn", "撤回异议"
    REFUSED = "refused", "不予受理"


BARRING = frozenset({Ruling.DISMISSED.value, Ending.WITHDRAWN.value, Ending.REFUSED.value})


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier objection that touches the same act or thing.

    `same_person` says whether the objector is the same, by number or by name;
    `same_thing` is false where the two descriptions only overlap. `outcome` is the value
    of a Ruling or an Ending, empty while it runs.
    """

    objector: str
    number: str
    received_on: date
    same_person: bool
    same_thing: bool
    outcome: str

    @property
    def bars(self) -> bool:
        """Whether it came to an end after which it may not be brought again."""
        return self.same_thing and self.outcome in BARRING


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know of one objection."""

    on: date
    kind: ObjectionKind
    received_on: date
    notice_signed_on: date | None
    earlier: tuple[Earlier, ...]
    ruling: Ruling | None
    remedy_until: date | None


def object_key(text: str) -> str:
    """Return what an act or a thing is known by: its letters, digits and characters alone.

    Width, case, spaces and punctuation do not tell two things apart.
    """
    normal = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in normal if character.isalnum())


def overlaps(one: str, other: str) -> bool:
    """Return whether the shorter of two keys is a part of the longer, and long enough to tell."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= SHORTEST_PART and shorter in longer
