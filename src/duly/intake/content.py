"""What is said of a matter: by a draft and by the record, so that the two can be compared."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duly.law.money import Yuan
from duly.law.terms import Cause, InstrumentKind, ObligationKind, PartyKind, PartyRole
from duly.ledger.rows import Ordered
from duly.registry.models import Instrument, Matter, Party
from duly.registry.rows import NewMatter


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that registration keeps of a matter, drafted or on record."""

    registered: NewMatter
    obligations: Sequence[Ordered]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is said of a matter. A sealed one is compared and never shown."""

    what: str
    value: str
    sealed: bool = False


def differences(file: Content, record: Content) -> list[str]:
    """Return, in Chinese, what a file says otherwise than the record; nothing if all is there.

    What the record has besides is no difference: a matter goes on after it is registered.
    """
    known: defaultdict[str, set[str]] = defaultdict(set)
    for one in _said(record):
        known[one.what].add(one.value)
    return [
        _difference(one, known[one.what]) for one in _said(file) if one.value not in known[one.what]
    ]


def _difference(said: Said, known: set[str]) -> str:
    if not known:
        return f"没有登记{said.what}"
    if said.sealed:
        return f"{said.what}与登记的不同"
    told = "、".join(sorted(value or "（空）" for value in known))
    return f"{said.what}登记为“{told}”，文件为“{said.value or '（空）'}”"


def _said(content: Content) -> Iterator[Said]:
    new = content.registered
    yield from _of_matter(new.matter)
    for instrument in new.instruments:
        yield from _of_instrument(instrument)
    for party in new.parties:
        yield from _of_party(party)
    for point in new.contact_points:
        what = f"{_called(point.party)}的{point.get_kind_display()}"
        yield Said(what, point.value_index, sealed=True)
    for account in new.accounts:
        if account.creditor is not None:
            what = f"{_called(account.creditor)}的收款账户"
            yield Said(f"{what}户名", account.holder)
            yield Said(f"{what}账号", account.number_index, sealed=True)
            yield Said(f"{what}开户行", account.bank)
    for ordered in content.obligations:
        yield from _of_obligation(ordered)


def _of_matter(matter: Matter) -> Iterator[Said]:
    yield Said("案由", matter.cause)
    yield Said("案件类别", Cause(matter.focus).chinese)


def _of_instrument(instrument: Instrument) -> Iterator[Said]:
    of = instrument.number
    yield Said(f"{of}的文书种类", InstrumentKind(instrument.kind).chinese)
    yield Said(f"{of}的作出法院", instrument.court_name)
    yield Said(f"{of}的作出日期", f"{instrument.made_date}")
    yield Said(f"{of}的履行期", _text(instrument.performance_days))
    yield Said(f"{of}的履行期届满日", _text(instrument.performance_date))


def _of_party(party: Party) -> Iterator[Said]:
    called = _called(party)
    yield Said(f"{called}的类别", PartyKind(party.kind).chinese)
    # What the file leaves open may have been completed since.
    if party.identifier_index:
        yield Said(f"{called}的证件号码", party.identifier_index, sealed=True)
    if party.legal_representative:
        yield Said(f"{called}的法定代表人", party.legal_representative)


def _of_obligation(ordered: Ordered) -> Iterator[Said]:
    one = ordered.obligation
    of = f"{ObligationKind(one.kind).chinese}“{one.description}”"
    yield Said(f"{of}的金额", "" if one.amount_fen is None else Yuan(one.amount_fen).plain)
    yield Said(f"{of}的债权人", "" if one.creditor is None else one.creditor.name)
    yield Said(
        f"{of}的履行义务人", "、".join(sorted(row.debtor.name for row in ordered.liabilities))
    )
    yield Said(f"{of}的利息", _text(one.interest_terms))
    yield Said(f"{of}的分期履行", "；".join(_instalments(ordered)))
    yield Said(f"{of}的加速到期条款", one.acceleration)


def _instalments(ordered: Ordered) -> Iterator[str]:
    for row in ordered.instalments:
        yield f"{row.due_date} {Yuan(row.amount_fen).plain}"


def _called(party: Party) -> str:
    return f"{PartyRole(party.role).chinese}{party.name}"


def _text(value: object) -> str:
    return "" if value is None else str(value)
