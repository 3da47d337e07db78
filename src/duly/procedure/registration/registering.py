"""New matters with their parties, instruments and obligations: all or nothing, one or thousands."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from duly.accounts.models import User
from duly.journal import actions as journal
from duly.journal.actions import Event
from duly.ledger import actions as ledger
from duly.procedure import handling
from duly.procedure.models import Course
from duly.procedure.refusal import Unanswered
from duly.procedure.registration import accounts
from duly.procedure.registration.drafting import Draft, draft
from duly.procedure.registration.form import Form, Place, Typed, Unregistrable
from duly.procedure.registration.registered import registered_under
from duly.procedure.registration.registrar import Registrar, registrar
from duly.registry import actions as registry
from duly.registry.models import Court, Matter, Party


@transaction.atomic
def register_matter(
    *, answers: Typed, actor: User, at: datetime, court: Court | None = None
) -> Matter:
    """Register a matter and open its first course.

    `answers` are as typed, by the names in `ASKS`. The court is that of the person's post
    unless one is given; a post without a court registers in the first one here.

    :raises StepNotAllowed: if the person holds no post that registers matters.
    :raises Unanswered: with a sentence for each field that is missing or breaks its rule.
    """
    by = registrar(actor, at=at, court=court)
    try:
        return register([draft(Form.single(answers), by)], by)[0]
    except Unregistrable as refused:
        errors = {place.field: sentence for place, sentence in refused.errors.items()}
        raise Unanswered(errors) from refused


@transaction.atomic
def register(drafts: Sequence[Draft], by: Registrar) -> list[Matter]:
    """Register drafted matters and open their first courses, an entry in the journal each.

    Every table is written once for all of them: some thousand at a time is a good number.

    :raises Unregistrable: if the instrument of one is registered between the same parties.
    """
    hold(by.court)
    _refuse_registered(drafts, by.court)
    registry.keep([one.new for one in drafts])
    ledger.keep([obligation for one in drafts for obligation in one.obligations])
    Course.objects.bulk_create([course for one in drafts for course in one.courses])
    handling.note([one.matter for one in drafts], by.actor)
    _record(drafts, by)
    return [one.matter for one in drafts]


def hold(court: Court) -> None:
    """Let two registrations of one instrument wait for each other at the court."""
    Court.objects.select_for_update().get(pk=court.pk)


def _record(drafts: Sequence[Draft], by: Registrar) -> None:
    confirmed = [one for drafted in drafts for one in drafted.confirmed]
    entries = journal.record_all(
        [_event(one, by) for one in drafts] + [accounts.event(one, by) for one in confirmed]
    )
    accounts.keep(confirmed, entries[len(drafts) :])


def _event(drafted: Draft, by: Registrar) -> Event:
    return Event(
        at=by.at,
        actor_id=by.actor.pk,
        actor_name=by.actor.full_name,
        post=by.post.value,
        act="register_matter",
        matter_id=drafted.matter.pk,
        detail={"instrument": drafted.instrument.number, "parties": drafted.matter.names},
    )


_Sides = frozenset[tuple[str, str]]


def _refuse_registered(drafts: Sequence[Draft], court: Court) -> None:
    """Refuse what is on record already: the same instrument between the same parties."""
    known = _sides_on_record([one.instrument.number for one in drafts], court)
    for one in drafts:
        sides = frozenset((party.role, party.name) for party in one.new.parties)
        if any(_same_parties(sides, other) for other in known[one.instrument.number]):
            why = "案号：该文书的同一当事人已经登记，请在已有事项中办理"
            raise Unregistrable({Place("instrument", 0, "number"): why})
        known[one.instrument.number].append(sides)


def _sides_on_record(numbers: Sequence[str], court: Court) -> defaultdict[str, list[_Sides]]:
    matters = registered_under(numbers, court)
    sides: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    parties = Party.objects.filter(matter__in=matters).values_list("matter_id", "role", "name")
    for matter_id, role, name in parties:
        sides[matter_id].add((role, name))
    known: defaultdict[str, list[_Sides]] = defaultdict(list)
    for matter_id, found in matters.items():
        for number in found:
            known[number].append(frozenset(sides[matter_id]))
    return known


def _same_parties(sides: _Sides, others: _Sides) -> bool:
    """Whether a creditor and a debtor are on the same sides of both."""
    return {"creditor", "debtor"} <= {role for role, _ in sides & others}
