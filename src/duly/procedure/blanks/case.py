"""Blanks about the case itself: instruments, parties, numbers, obligations."""

from datetime import date
from typing import Any

from duly.documents.blank import Blank, Rows
from duly.law.calendar import in_digits
from duly.law.money import Fee, Yuan, enforcement_fee
from duly.law.terms import ObligationKind, PartyRole, ProceedingKind
from duly.ledger.models import Obligation
from duly.procedure.act import Act
from duly.procedure.facts import case_file, instrument
from duly.procedure.models import StepTaken
from duly.procedure.refusal import StepNotAllowed
from duly.registry.models import (
    AccountOwner,
    AccountState,
    Instrument,
    Matter,
    Party,
    PayeeAccount,
    Proceeding,
)

ON_RECORD = "立案登记"
FULL = ("作出法院", "作出日期", "文书案号", "文书种类")


def day(value: date | str | None, source: str) -> Blank:
    """Return the blank for a day, written in digits; empty where there is none."""
    moment = date.fromisoformat(value) if isinstance(value, str) else value
    return Blank(in_digits(moment) if moment else "", source)


def money(value: Yuan, source: str) -> Blank:
    """Return the blank for an amount, in yuan with 元."""
    return Blank(str(value), source)


def instruments(matter: Matter, *columns: str) -> dict[str, Blank | Rows]:
    """Return the blanks of the first-instance instrument, and rows for those after it."""
    first, *later = instrument.chain(matter)
    return {**_of(first, columns), "后续文书": Rows(tuple(_of(one, columns) for one in later))}


def _of(one: Instrument, columns: tuple[str, ...]) -> dict[str, Blank]:
    source = f"生效法律文书{one.number}"
    every = {
        "作出法院": Blank(one.court_name, source),
        "作出日期": day(one.made_date, source),
        "文书案号": Blank(one.number, source),
        "文书种类": Blank(one.get_kind_display(), source),
    }
    return {name: every[name] for name in columns}


def names(matter: Matter, role: PartyRole) -> Blank:
    """Return the names of a side, joined by 、."""
    parties = case_file.parties(matter, role)
    return Blank("、".join(party.name for party in parties), "当事人信息")


def cause(matter: Matter) -> Blank:
    """Return the cause of action without 纠纷, which the papers print themselves."""
    return Blank(matter.cause.removesuffix("纠纷"), ON_RECORD)


def you(party: Party) -> Blank:
    """Return 你 or 你单位, by the kind of party."""
    return Blank("你单位" if party.is_unit else "你", "当事人类别")


def oneself(party: Party) -> Blank:
    """Return 本人 or 本单位, by the kind of party."""
    return Blank("本单位" if party.is_unit else "本人", "当事人类别")


def number(proceeding: Proceeding | None) -> Blank:
    """Return the number of a proceeding; empty before it is registered."""
    return Blank(proceeding.number if proceeding else "", "案件登记")


def newest_number(matter: Matter) -> Blank:
    """Return the number that the matter bears now: its newest proceeding's, or the trial's."""
    newest = matter.proceedings.exclude(kind=ProceedingKind.OBJECTION.value).order_by("-pk").first()
    if newest is not None:
        return number(newest)
    first = instrument.first(matter)
    return Blank(first.number if first else "", "生效法律文书")


def enforcement(matter: Matter) -> Proceeding:
    """Return the enforcement proceeding. Raises StepNotAllowed before it is filed."""
    found = matter.proceedings.filter(kind="enforcement").order_by("-pk").first()
    if found is None:
        raise StepNotAllowed("本案尚未执行立案")
    return found


def applied_on(matter: Matter) -> Blank:
    """Return the day on which enforcement was applied for."""
    taken = _taken(matter, "receive_application")
    return day(taken.answers["applied_on"] if taken else None, "执行申请")


def answered(matter: Matter, step: str, name: str) -> Any:
    """Return what was answered in the newest step of a name; None where it was not taken."""
    taken = _taken(matter, step)
    return taken.answers.get(name) if taken else None


def _taken(matter: Matter, step: str) -> StepTaken | None:
    return StepTaken.objects.filter(course__matter=matter, name=step).order_by("-pk").first()


def summary(matter: Matter) -> Blank:
    """Return the duty in a phrase that stands before 义务: 给付货款100,000.00元的."""
    parts = []
    for one in duties(matter):
        if one.amount_fen is None:
            parts.append(f"{one.description}")
        else:
            interest = "及相应利息" if one.interest_terms else ""
            parts.append(f"给付{one.description}{Yuan(one.amount_fen)}{interest}")
    return Blank("、".join(parts) + "的", "义务登记")


def obligations(matter: Matter) -> Rows:
    """Return a row for each duty ordered, without its final punctuation."""
    return Rows(tuple({"义务内容": Blank(_duty(one), "义务登记")} for one in duties(matter)))


def duties(matter: Matter) -> list[Obligation]:
    """Return the duties to the creditors: money and acts, without the court's fees."""
    return list(
        Obligation.objects.filter(
            matter=matter,
            kind__in=(ObligationKind.MONEY.value, ObligationKind.ACT.value),
            withdrawn_at=None,
        )
        .select_related("creditor")
        .order_by("instrument_id", "ordinal")
    )


def _duty(one: Obligation) -> str:
    if one.amount_fen is None:
        return one.description
    interest = "及生效法律文书确定的利息" if one.interest_terms else ""
    return f"向{one.creditor}支付{one.description}{Yuan(one.amount_fen)}{interest}"


def fees(act: Act) -> dict[str, Blank]:
    """Return court fee, other costs, and the enforcement fee reckoned on what is asked."""
    matter = act.matter
    asked = Yuan(sum(one.amount_fen or 0 for one in duties(matter)))
    fee = enforcement_fee(asked if asked.fen else None)
    return {
        "案件受理费": money(_sum(matter, ObligationKind.COURT_FEE), "义务登记"),
        "其他诉讼费用": money(_sum(matter, ObligationKind.OTHER_COSTS), "义务登记"),
        "申请执行费": Blank(_fee_text(fee), "诉讼费用交纳办法第十四条，按申请执行金额计算"),
    }


def _fee_text(fee: Fee) -> str:
    return str(fee.fee) if fee.fee is not None else f"{fee.lowest}至{fee.highest}"


def _sum(matter: Matter, kind: ObligationKind) -> Yuan:
    owed = Obligation.objects.filter(matter=matter, kind=kind.value, withdrawn_at=None)
    return Yuan(sum(one.amount_fen or 0 for one in owed))


def account_rows(matter: Matter, owner: AccountOwner) -> Rows:
    """Return the confirmed accounts of an owner, one row each."""
    accounts = case_file.accounts(matter)
    return Rows(
        tuple(
            {
                "户名": Blank(one.holder, _kept(one), verified=_is_own(one)),
                "账号": Blank(one.number, _kept(one)),
                "开户行": Blank(one.bank, _kept(one)),
            }
            for one in accounts
            if one.owner == owner and one.state == AccountState.CONFIRMED
        )
    )


def _kept(account: PayeeAccount) -> str:
    return f"收款账户第{account.version}版（{account.evidence}）"


def _is_own(account: PayeeAccount) -> bool:
    """Whether the holder is known to be real: the creditor himself, or checked by two people."""
    known = account.creditor is not None and account.holder == account.creditor.name
    return known or account.confirmed_by_id is not None


def phone(party: Party) -> Blank:
    """Return the newest phone number of a party; empty where none is on record."""
    point = party.contact_points.filter(kind="phone").order_by("-pk").first()
    return Blank(point.value if point else "", f"联系方式（{point.source}）" if point else "")
