"""A published view: all that one party may know of one matter on one day, as plain data.

Days are written 2026-10-08, money is whole fen, words of the law are the values of their terms:
what reads a view needs neither the record nor the law.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtCard:
    """How the court is reached."""

    name: str
    address: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedLine:
    """One thing ordered. `fen` is what is left today: None for an act, or where unknown."""

    kind: str
    description: str
    is_act: bool
    ordered_fen: int | None
    principal_fen: int | None
    ordinary_fen: int | None
    doubled_fen: int | None
    fen: int | None
    due: str | None
    performed: bool
    undecided: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account to pay into, what is to come there today, and what to write as remark."""

    owner: str
    holder: str
    number: str
    bank: str
    fen: int
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A time limit that runs for the reader; `name` is the deadline's, `label` its Chinese."""

    name: str
    label: str
    last_day: str
    provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTrack:
    """A measure from its first day to its release. `state` is the release's, empty before it."""

    kind: str
    object: str
    imposed: str
    state: str
    release_due: str | None
    released: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCard:
    """A paper that may be downloaded."""

    id: int
    title: str
    number: str
    day: str
    certificate: bool
    revoked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SignCard:
    """A paper made out for the reader to sign: what it says, line by line, and its digest."""

    id: int
    title: str
    lines: tuple[str, ...]
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    """One instalment of a plan and what is left of it."""

    day: str
    fen: int
    left_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCard:
    """A plan that a debtor offers, for the creditor to answer."""

    party: str
    day: str
    instalments: tuple[Instalment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """What paying today spares, computed; None where it cannot be, or there is nothing.

    `month_fen` is what thirty further days would add, `late_per_day` what each day after the
    last day to perform costs, `fee_fen` the enforcement fee that filing would add.
    """

    month_fen: int | None
    late_per_day: str
    fee_fen: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """An attempt to reach the debtor: day, channel and result; what was said stays inside."""

    day: str
    channel: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one party is shown of one matter on one day.

    `per_day` is exact, in yuan, empty where it cannot be told; `undecided` says why. The total
    is what can be reckoned of all lines; `unplaced_fen` is what of it no account is named for.
    `applications` are the kinds of submission that the matter is open to as it stands;
    `own_accounts` are a creditor's accounts on record, their last places alone.
    """

    purpose: str
    on: str
    party: str
    is_unit: bool
    other_side: str
    number: str
    cause: str
    stage: str
    instruments: tuple[str, ...]
    court: CourtCard
    lines: tuple[OwedLine, ...]
    total_fen: int
    paid_fen: int
    per_day: str
    undecided: tuple[str, ...]
    notes: tuple[str, ...]
    performed: bool
    performed_on: str | None
    gain: Gain
    accounts: tuple[Account, ...]
    unplaced_fen: int
    limits: tuple[Limit, ...]
    measures: tuple[MeasureTrack, ...]
    plan: tuple[Instalment, ...]
    offers: tuple[PlanCard, ...]
    papers: tuple[PaperCard, ...]
    to_sign: tuple[SignCard, ...]
    applications: tuple[str, ...]
    own_accounts: tuple[str, ...]
    contacts: tuple[ContactCard, ...]
