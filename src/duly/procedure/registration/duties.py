"""What an instrument orders, as the form words it: obligations between the parties of a matter."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from duly.law.money import Refused as NotOnTheBooks
from duly.law.money import Row, read_schedule
from duly.law.step import Ask
from duly.law.terms import AccountOwner, ObligationKind
from duly.ledger import actions as ledger
from duly.ledger.actions import NewObligation
from duly.ledger.rows import Ordered
from duly.procedure.refusal import Unanswered
from duly.procedure.registration.asks import OWED_BY, OWED_TO
from duly.procedure.registration.form import Answers, at_place
from duly.procedure.registration.interest import terms_of
from duly.registry.models import Instrument, Party

UNKNOWN_DUE = "生效日尚未查明"
COSTS = ((ObligationKind.COURT_FEE, "court_fee"), (ObligationKind.OTHER_COSTS, "other_costs"))


def draft(
    instrument: Instrument,
    duties: Sequence[Answers],
    creditors: Sequence[Party],
    debtors: Sequence[Party],
    at: datetime,
) -> list[Ordered]:
    """Return the obligations of an instrument in their order, not kept yet.

    Raises Unregistrable for a duty that no instrument can order, or whose sides are not told.
    """
    drafts: list[Ordered] = []
    for index, duty in enumerate(duties):
        with at_place("duties", index):
            for new in _obligations(duty, creditors, debtors):
                drafts.append(_draft(instrument, new, len(drafts) + 1, at))
    return drafts


def _obligations(
    given: Answers, creditors: Sequence[Party], debtors: Sequence[Party]
) -> Iterator[NewObligation]:
    money = given["duty_kind"] is ObligationKind.MONEY
    owing = _owing(given["owed_by"], debtors)
    rows = _instalments(given)
    yield NewObligation(
        kind=given["duty_kind"],
        description=given["duty"],
        debtors=owing,
        due_reason=f"文书确定分{len(rows)}期履行" if rows else UNKNOWN_DUE,
        amount=given["amount"],
        creditor=_owed(given["owed_to"], creditors),
        payee=AccountOwner.CREDITOR if money else None,
        terms=terms_of(given) if money else None,
        instalments=[(row.due, row.amount) for row in rows],
        acceleration=given["acceleration"] or "",
    )
    for kind, name in COSTS:
        if given[name] is not None:
            yield NewObligation(
                kind=kind,
                description=kind.chinese,
                debtors=owing,
                due_reason=UNKNOWN_DUE,
                amount=given[name],
                payee=AccountOwner.COURT_FEES,
            )


def _owing(names: str | None, debtors: Sequence[Party]) -> list[Party]:
    """Who performs. That several answer jointly is never guessed."""
    if names:
        return [_named(name, debtors, OWED_BY) for name in names.split("、")]
    if len(debtors) == 1:
        return list(debtors)
    told = "有几名履行义务人，请写明由谁履行；连带承担的用“、”隔开，各自承担的分开填写"
    raise Unanswered({OWED_BY.name: f"{OWED_BY.chinese}：{told}"})


def _owed(name: str | None, creditors: Sequence[Party]) -> Party:
    if name:
        return _named(name, creditors, OWED_TO)
    if len(creditors) == 1:
        return creditors[0]
    raise Unanswered({OWED_TO.name: f"{OWED_TO.chinese}：有几名债权人，请写明向谁履行"})


def _named(text: str, parties: Sequence[Party], ask: Ask) -> Party:
    found = [party for party in parties if party.name == text.strip()]
    if len(found) == 1:
        return found[0]
    why = "有几名同名的当事人，请先单独登记" if found else "不是本案登记的当事人"
    raise Unanswered({ask.name: f"{ask.chinese}：“{text}”{why}"})


def _instalments(given: Answers) -> tuple[Row, ...]:
    if not given["instalments"]:
        return ()
    try:
        return read_schedule(given["instalments"])
    except NotOnTheBooks as refused:
        raise Unanswered({"instalments": f"分期履行：{refused.message}"}) from refused


def _draft(instrument: Instrument, new: NewObligation, ordinal: int, at: datetime) -> Ordered:
    try:
        return ledger.draft(instrument=instrument, new=new, ordinal=ordinal, at=at)
    except NotOnTheBooks as refused:
        field = {"description": "duty"}.get(refused.field, refused.field)
        raise Unanswered({field: refused.message}) from refused
