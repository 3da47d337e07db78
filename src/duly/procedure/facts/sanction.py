"""Facts that the fine, the detention and the referral share: acts, claim, proposal, decision."""

from datetime import date

from duly.law.calendar import in_digits
from duly.law.finding import Outcome
from duly.law.mechanism.sanction.act import Act
from duly.law.mechanism.sanction.claim import Claim
from duly.law.mechanism.sanction.proposal import Proposal, read
from duly.law.mechanism.sanction.reconsideration import Decision
from duly.law.money import Yuan
from duly.law.terms import (
    FactQuestion,
    InstrumentKind,
    ObligationKind,
    SanctionGround,
    SanctionKind,
)
from duly.procedure import proposals, serving
from duly.procedure.facts import debt, instrument
from duly.procedure.models import Course, Misconduct, Sanction
from duly.registry.court_settings import SettingName, setting
from duly.registry.models import Matter, Party
from duly.work.reading import once

REVOKED = "revoked"

# What counts towards the amount applied for.
CLAIMED = (ObligationKind.MONEY.value, ObligationKind.ACT.value)


def acts(party: Party) -> tuple[Act, ...]:
    """Return the acts of a debtor whose finding stands, with what was decided for them.

    A revoked decision still counts: the revocation ends the matter of its acts.
    """
    found = party.misconducts.filter(withdrawn_at=None).order_by("committed_date", "pk")
    every = found.prefetch_related("sanctioned_acts__sanction")
    known: tuple[Act, ...] = once(("acts", party.pk), lambda: tuple(_act(one) for one in every))
    return known


def _act(one: Misconduct) -> Act:
    return Act(
        number=one.pk,
        ground=SanctionGround(one.ground),
        committed_on=one.committed_date,
        sanctioned={
            SanctionKind(row.kind): row.sanction.decided_date for row in one.sanctioned_acts.all()
        },
        referred=one.referrals.exclude(accepted=False).exists(),
    )


def claim(matter: Matter, party: Party, on: date) -> Claim:
    """Return what was applied for, the court's limit for a small claim, and a judge's finding."""
    limit = setting(matter.court, SettingName.SMALL_CLAIM, on=on)
    return Claim(
        asked=asked(matter),
        limit=Yuan.of(limit) if limit else None,
        judged=debt.found(matter, party, FactQuestion.SMALL_CLAIM),
    )


def asked(matter: Matter) -> Yuan | None:
    """Return the amount applied for; None where it includes an act without a value."""
    duties = matter.obligations.filter(kind__in=CLAIMED, withdrawn_at=None)
    amounts: list[int | None] = once(
        ("claimed", matter.pk), lambda: list(duties.values_list("amount_fen", flat=True))
    )
    if not amounts or None in amounts:
        return None
    return Yuan(sum(fen for fen in amounts if fen is not None))


def instrument_kind(matter: Matter) -> InstrumentKind | None:
    """Return the kind of the instrument that is enforced."""
    standing = instrument.last(matter)
    return None if standing is None else InstrumentKind(standing.kind)


def effective(matter: Matter, on: date) -> bool | None:
    """Return whether the instrument has taken effect; None where that is not known."""
    known = instrument.takes_effect(matter, on=on)
    if known is None or known.finding.outcome is Outcome.UNDECIDED:
        return None
    return known.finding.met


def proposal(course: Course) -> Proposal | None:
    """Return what the president has before him, or had last."""
    taken, answers = proposals.newest(course), proposals.proposed(course)
    return None if taken is None or answers is None else read(answers)


def sanction(course: Course) -> Sanction | None:
    """Return the sanction that was decided in a course."""
    return course.sanctions.order_by("-pk").first()


def decision(course: Course, party: Party, on: date) -> Decision | None:
    """Return the decision of a course with its receipt and its reconsideration."""
    decided = sanction(course)
    if decided is None:
        return None
    applied = getattr(decided, "reconsideration", None)
    return Decision(
        decided_on=decided.decided_date,
        received_on=serving.paper_served(decided.paper_id, party, on=on),
        applied_on=applied.applied_date if applied else None,
        answered=bool(applied and applied.outcome),
    )


def told(made: Sanction) -> str:
    """Say in a phrase who was sanctioned when, and how."""
    how = f"罚款{Yuan(made.amount_fen)}" if made.amount_fen else f"拘留{made.days}日"
    return f"{made.person}已于{in_digits(made.decided_date)}被决定{how}"


def standing(party: Party) -> tuple[Sanction, ...]:
    """Return the sanctions of a debtor that stand: not revoked, on an act still found."""
    decided = party.sanctions.exclude(reconsidered=REVOKED)
    kept = decided.filter(acts__withdrawn_at=None).distinct().order_by("decided_date", "pk")
    known: tuple[Sanction, ...] = once(("sanctions", party.pk), lambda: tuple(kept))
    return known
