"""A new matter with its parties, instrument and obligations: all or nothing."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import roles_by_court
from duly.journal import actions as journal
from duly.law.identity import CaseNumber
from duly.law.money import Refused as NotOnTheBooks
from duly.law.money import Row, read_schedule
from duly.law.terms import (
    AccountOwner,
    Cause,
    InstrumentOutcome,
    ObligationKind,
    PartyRole,
    Role,
)
from duly.ledger import actions as ledger
from duly.ledger.actions import NewObligation
from duly.procedure import answers as typed_answers
from duly.procedure import parties
from duly.procedure.opening import open_course, open_for_debtor
from duly.procedure.refusal import StepNotAllowed, Unanswered
from duly.procedure.registration.asks import ASKS
from duly.procedure.registration.interest import terms_of
from duly.registry import actions as registry
from duly.registry.models import ContactPointKind, Court, Instrument, Matter, Party

MAY_REGISTER = frozenset({Role.TRIAL_CLERK, Role.TRIAL_JUDGE, Role.FILING_CLERK})
UNKNOWN_DUE = "生效日尚未查明"
ON_REGISTRATION = "立案登记"
LONGEST_TERM_DAYS = 3650


@transaction.atomic
def register_matter(
    *, answers: Mapping[str, str], actor: User, at: datetime, court: Court | None = None
) -> Matter:
    """Register a matter and open its first course.

    `answers` are as typed, by the names in `ASKS`. The court is that of the person's post
    unless one is given; a post without a court registers in the first one here.

    :raises StepNotAllowed: if the person holds no post that registers matters.
    :raises Unanswered: with a sentence for each field that is missing or breaks its rule.
    """
    on = timezone.localdate(at)
    code, post = _post(actor, on, court)
    asks = tuple(ask for group in ASKS for ask in group.asks)
    given = typed_answers.read(asks, answers, None, on)
    _check(given, on)
    here = _locked(code)
    _refuse_registered(here, given)
    matter = _matter(given, here, at)
    creditor, debtor = _creditor(matter, given, at), _debtor(matter, given, at)
    instrument = _instrument(matter, given)
    _obligations(instrument, creditor, debtor, given, at)
    for mechanism in ("record", "post_judgment"):
        open_course(matter=matter, mechanism=mechanism, at=at)
    open_for_debtor(matter, debtor, at=at)
    journal.record(
        at=at,
        actor_id=actor.pk,
        actor_name=actor.full_name,
        post=post.value,
        act="register_matter",
        matter_id=matter.pk,
        detail={"instrument": instrument.number, "parties": matter.names},
    )
    return matter


def _post(actor: User, on: date, court: Court | None) -> tuple[str, Role]:
    """Return the code of the court in which a person registers, and his post there."""
    held = {
        code: min(roles & MAY_REGISTER)
        for code, roles in roles_by_court(actor, on).items()
        if roles & MAY_REGISTER and (court is None or code in ("", court.code))
    }
    if not held:
        raise StepNotAllowed("登记案件由业务庭、立案庭办理")
    code = max(held)
    return (code if court is None else court.code), held[code]


def _locked(code: str) -> Court:
    """Two registrations of one instrument wait for each other at the court."""
    courts = Court.objects.select_for_update().order_by("pk")
    here = courts.filter(code=code).first() if code else courts.first()
    if here is None:
        raise StepNotAllowed("尚未设置法院，不能登记；请先在法院设置中填写名称和代字")
    return here


def _refuse_registered(court: Court, given: Mapping[str, Any]) -> None:
    """Refuse what is on record already: the same instrument between the same parties."""
    known = Matter.objects.filter(court=court, instruments__number=given["number"].canonical)
    for side in (PartyRole.CREDITOR, PartyRole.DEBTOR):
        known = known.filter(
            pk__in=Party.objects.filter(role=side.value, name=given[f"{side.value}_name"]).values(
                "matter_id"
            )
        )
    if known.exists():
        raise Unanswered({"number": "案号：该文书的同一当事人已经登记，请在已有事项中办理"})


def _check(given: Mapping[str, Any], on: date) -> None:
    errors = dict(_impossible(given, on))
    if errors:
        raise Unanswered(errors)


def _impossible(given: Mapping[str, Any], on: date) -> list[tuple[str, str]]:
    money = given["duty_kind"] is ObligationKind.MONEY
    number: CaseNumber = given["number"]
    rules = (
        ("made_on", given["made_on"] > on, "作出日期：晚于今天"),
        ("made_on", given["made_on"].year < number.year, "作出日期：早于案号的收案年度"),
        (
            "performance_days",
            (given["performance_days"] or 0) > LONGEST_TERM_DAYS,
            f"履行期：最长{LONGEST_TERM_DAYS}日",
        ),
        (
            "performance_date",
            given["performance_date"] is not None and given["performance_date"] < given["made_on"],
            "履行期届满日：早于作出日期",
        ),
        (
            "performance_date",
            given["performance_days"] is not None and given["performance_date"] is not None,
            "履行期届满日：与“生效后几日内”只能填一项",
        ),
        (
            "duty_kind",
            given["duty_kind"] not in (ObligationKind.MONEY, ObligationKind.ACT),
            "义务种类：请选择金钱给付或者行为履行；诉讼费用填在下面",
        ),
        ("amount", money and given["amount"] is None, "金额（元）：金钱给付应填写金额"),
        ("amount", not money and given["amount"] is not None, "金额（元）：行为义务没有金额"),
    )
    return [(field, sentence) for field, broken, sentence in rules if broken]


def _matter(given: Mapping[str, Any], court: Court, at: datetime) -> Matter:
    return Matter.objects.create(
        court=court,
        cause=given["cause"],
        focus=Cause(given["focus"]).value,
        opened_at=at,
    )


def _creditor(matter: Matter, given: Mapping[str, Any], at: datetime) -> Party:
    party = parties.add(
        matter,
        PartyRole.CREDITOR,
        kind=given["creditor_kind"],
        name=given["creditor_name"],
        identifier=given["creditor_identifier"],
        representative=None,
        prefix="creditor_",
    )
    if given["creditor_phone"]:
        registry.add_contact_point(
            party=party,
            kind=ContactPointKind.PHONE,
            value=given["creditor_phone"],
            source=ON_REGISTRATION,
            at=at,
        )
    return party


def _debtor(matter: Matter, given: Mapping[str, Any], at: datetime) -> Party:
    party = parties.add(
        matter,
        PartyRole.DEBTOR,
        kind=given["debtor_kind"],
        name=given["debtor_name"],
        identifier=given["debtor_identifier"],
        representative=given["debtor_representative"],
        prefix="debtor_",
    )
    for kind, name in (
        (ContactPointKind.PHONE, "debtor_phone"),
        (ContactPointKind.ADDRESS, "debtor_address"),
    ):
        if given[name]:
            registry.add_contact_point(
                party=party,
                kind=kind,
                value=given[name],
                source=ON_REGISTRATION,
                at=at,
                confirmed_for_service=given["address_confirmed"],
                electronic_consent=given["electronic_consent"],
            )
    return party


def _instrument(matter: Matter, given: Mapping[str, Any]) -> Instrument:
    number: CaseNumber = given["number"]
    own = number.court == matter.court.code
    name = given["court_name"] or (matter.court.name if own else "")
    if not name:
        raise Unanswered({"court_name": "作出法院：案号不是本院的，请填写作出法院"})
    if own and name != matter.court.name:
        raise Unanswered({"court_name": f"作出法院：案号代字{number.court}是{matter.court.name}"})
    return registry.add_instrument(
        matter=matter,
        number=number,
        court_name=name,
        kind=given["instrument_kind"],
        outcome=InstrumentOutcome.FIRST_INSTANCE,
        made_date=given["made_on"],
        performance_days=given["performance_days"],
        performance_date=given["performance_date"],
    )


def _obligations(
    instrument: Instrument,
    creditor: Party,
    debtor: Party,
    given: Mapping[str, Any],
    at: datetime,
) -> None:
    money = given["duty_kind"] is ObligationKind.MONEY
    rows = _instalments(given)
    wanted = [
        NewObligation(
            kind=given["duty_kind"],
            description=given["duty"],
            debtors=[debtor],
            due_reason=f"文书确定分{len(rows)}期履行" if rows else UNKNOWN_DUE,
            amount=given["amount"],
            creditor=creditor,
            payee=AccountOwner.CREDITOR if money else None,
            terms=terms_of(given) if money else None,
            instalments=[(row.due, row.amount) for row in rows],
            acceleration=given["acceleration"] or "",
        )
    ]
    for kind, name in (
        (ObligationKind.COURT_FEE, "court_fee"),
        (ObligationKind.OTHER_COSTS, "other_costs"),
    ):
        if given[name] is not None:
            wanted.append(
                NewObligation(
                    kind=kind,
                    description=kind.chinese,
                    debtors=[debtor],
                    due_reason=UNKNOWN_DUE,
                    amount=given[name],
                    payee=AccountOwner.COURT_FEES,
                )
            )
    for new in wanted:
        _register(instrument, new, at)


def _instalments(given: Mapping[str, Any]) -> tuple[Row, ...]:
    if not given["instalments"]:
        return ()
    try:
        return read_schedule(given["instalments"])
    except NotOnTheBooks as refused:
        raise Unanswered({"instalments": f"分期履行：{refused.message}"}) from refused


def _register(instrument: Instrument, new: NewObligation, at: datetime) -> None:
    try:
        ledger.register_obligation(instrument=instrument, new=new, at=at)
    except NotOnTheBooks as refused:
        field = {"description": "duty"}.get(refused.field, refused.field)
        raise Unanswered({field: refused.message}) from refused
