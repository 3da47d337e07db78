"""What the record says of a matter's instruments: the chain, its effect, the day due."""

from datetime import date

from django.db.models import F

from duly.law import effect
from duly.law.effect import Due, Effect
from duly.law.terms import Cause, InstrumentKind, InstrumentOutcome, PartyRole
from duly.procedure import serving
from duly.procedure.facts import case_file
from duly.procedure.facts.rows import of, rows
from duly.registry.court_files import calendar
from duly.registry.models import Appeal, Instrument, Matter
from duly.work.prepared import Prepared
from duly.work.reading import of_matter, once

INSTRUMENTS = rows(
    Prepared(
        lambda matters: Instrument.objects.filter(matter_id__in=matters).order_by("made_date", "pk")
    )
)
APPEALS = rows(
    Prepared(
        lambda matters: Appeal.objects.filter(
            instrument__matter_id__in=matters, withdrawn_date=None
        ).annotate(of_matter=F("instrument__matter_id"))
    ),
    "of_matter",
)


def chain(matter: Matter) -> list[Instrument]:
    """Return the instruments from first instance onwards."""
    return of(matter, INSTRUMENTS)


def first(matter: Matter) -> Instrument | None:
    """Return the first-instance instrument, which every paper names first."""
    return next(iter(chain(matter)), None)


def last(matter: Matter) -> Instrument | None:
    """Return the instrument that stands: the last of the chain."""
    return next(reversed(chain(matter)), None)


def is_own(matter: Matter) -> bool | None:
    """Return whether this court was first instance; None where no instrument is on record."""
    instrument = first(matter)
    return None if instrument is None else instrument.court_code == matter.court.code


def takes_effect(matter: Matter, *, on: date) -> Effect | None:
    """Return when the standing instrument took effect, with reasons; None without instrument."""
    known: Effect | None = once(
        ("effect", matter.pk, matter.focus, on), lambda: _effect(matter, on)
    )
    return known


def _effect(matter: Matter, on: date) -> Effect | None:
    instrument = last(matter)
    if instrument is None:
        return None
    served = serving.served_with(instrument, on=on)
    parties = case_file.parties(matter, PartyRole.CREDITOR, PartyRole.DEBTOR)
    return effect.takes_effect(
        effect.Instrument(
            kind=InstrumentKind(instrument.kind),
            outcome=InstrumentOutcome(instrument.outcome),
            made_on=instrument.made_date,
            served={party.name: served.get(party.pk) for party in parties},
            appealed=any(
                one.instrument_id == instrument.pk for one in of_matter(APPEALS, matter.pk)
            ),
            is_final=matter.focus == Cause.CONFIRMED,
            certified_on=instrument.effective_date,
        ),
        on=on,
        calendar=calendar(),
    )


def due(matter: Matter, *, on: date) -> Due | None:
    """Return the last day to perform with its reckoning; None while the effect is unknown."""
    instrument = last(matter)
    known = takes_effect(matter, on=on)
    if instrument is None or known is None or known.on is None:
        return None
    return effect.due_date(
        known.on,
        days=instrument.performance_days,
        fixed=instrument.performance_date,
        calendar=calendar(),
    )
