"""Registering what an instrument orders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from duly.law.money import Refused, Terms, Yuan, terms_data
from duly.law.terms import AccountOwner, ObligationKind, PartyRole
from duly.ledger.actions.band import keep_bands
from duly.ledger.models import Instalment, Liability, LiabilityKind, Obligation, Payment
from duly.ledger.rows import Ordered
from duly.registry.models import Instrument, Matter, Party

# What the court sets in enforcement: no day of the instrument is theirs.
SET_IN_ENFORCEMENT = (ObligationKind.ENFORCEMENT_FEE.value, ObligationKind.DELAY_PENALTY.value)
TO_CREDITORS = frozenset({ObligationKind.MONEY, ObligationKind.DELAY_PENALTY})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewObligation:
    """An obligation as the instrument words it.

    `amount` and `payee` are None for an act; `creditor` is None only where the court
    itself is paid. `due_date` None needs a `due_reason` that says why the day is not known.
    `instalments` are pairs of due day and amount, in order, that make up the amount;
    `acceleration` the words by which one that is missed lets all fall due. A delay penalty
    is about an act, `for_act`; with `daily_from` its amount is for each day from there on.
    """

    kind: ObligationKind
    description: str
    debtors: Sequence[Party]
    due_reason: str
    amount: Yuan | None = None
    creditor: Party | None = None
    payee: AccountOwner | None = None
    due_date: date | None = None
    instalments: Sequence[tuple[date, Yuan]] = ()
    terms: Terms | None = None
    acceleration: str = ""
    for_act: Obligation | None = None
    daily_from: date | None = None


def register_obligation(*, instrument: Instrument, new: NewObligation, at: datetime) -> Obligation:
    """Register an obligation of an instrument and return it.

    Several debtors answer jointly (连带); shares (按份) are registered one by one. Raises
    Refused, naming the field, for an obligation that no instrument can order.
    """
    made = draft(instrument=instrument, new=new, ordinal=instrument.obligations.count() + 1, at=at)
    keep([made])
    return made.obligation


def draft(*, instrument: Instrument, new: NewObligation, ordinal: int, at: datetime) -> Ordered:
    """Return an obligation in its place in an instrument, not kept yet. Raises Refused."""
    _check_parties(instrument.matter_id, new)
    _check_content(new)
    _check_instalments(new)
    debtors = _each_once(new.debtors)
    obligation = Obligation(
        matter=instrument.matter,
        instrument=instrument,
        ordinal=ordinal,
        kind=new.kind,
        description=new.description,
        amount_fen=None if new.amount is None else new.amount.fen,
        creditor=new.creditor,
        liability=LiabilityKind.JOINT if len(debtors) > 1 else LiabilityKind.SOLE,
        payee=new.payee or "",
        due_date=new.instalments[-1][0] if new.instalments else new.due_date,
        due_reason=new.due_reason,
        interest_terms=None if new.terms is None else terms_data(new.terms),
        acceleration=new.acceleration,
        for_act=new.for_act,
        daily_from=new.daily_from,
        registered_at=at,
    )
    return Ordered(
        obligation,
        [Liability(obligation=obligation, debtor=debtor) for debtor in debtors],
        [
            Instalment(obligation=obligation, ordinal=place, amount_fen=amount.fen, due_date=due)
            for place, (due, amount) in enumerate(new.instalments, start=1)
        ],
    )


def keep(drafts: Sequence[Ordered]) -> None:
    """Keep obligations with who answers for them and their instalments."""
    Obligation.objects.bulk_create([draft.obligation for draft in drafts])
    Liability.objects.bulk_create([row for draft in drafts for row in draft.liabilities])
    Instalment.objects.bulk_create([row for draft in drafts for row in draft.instalments])
    keep_bands({draft.obligation.matter_id for draft in drafts})


def join_debtor(*, obligation: Obligation, debtor: Party) -> None:
    """Let a further debtor answer for an obligation jointly (连带). Raises Refused."""
    if not _is(debtor, PartyRole.DEBTOR, obligation.matter_id):
        raise Refused("debtors", "履行义务人应当是本事项的履行义务人")
    Liability.objects.get_or_create(obligation=obligation, debtor=debtor)
    if obligation.liabilities.count() > 1:
        obligation.liability = LiabilityKind.JOINT
        obligation.save(update_fields=["liability"])


def set_due_date(*, matter: Matter, due_date: date | None, because: Sequence[str]) -> None:
    """Set the last day to perform on the obligations of a matter, or None while it is not known.

    An obligation in instalments keeps the days that its instrument names. Raises Refused
    without the steps of the reckoning. Call `reallocate` where something was paid already.
    """
    if not any(step.strip() for step in because):
        raise Refused("because", "应当写明履行期届满日的依据，或者为什么尚不能确定")
    one_day = matter.obligations.filter(withdrawn_at__isnull=True, instalments__isnull=True)
    one_day.exclude(kind__in=SET_IN_ENFORCEMENT).update(
        due_date=due_date, due_reason="；".join(because)
    )


def redirect_payee(*, matter: Matter, payee: AccountOwner) -> None:
    """Name the account into which the debts owed to creditors are paid from now on.

    Payments that have arrived keep what they were made for; what is owed to the court
    stays payable to the court. Raises Refused for the court-fee account.
    """
    if payee is AccountOwner.COURT_FEES:
        raise Refused("payee", "应付债权人的款项不能付入诉讼费账户")
    owed = matter.obligations.filter(withdrawn_at__isnull=True, creditor__isnull=False)
    owed.exclude(kind=ObligationKind.ACT).exclude(payee=AccountOwner.COURT_FEES).update(payee=payee)


def withdraw_obligation(*, obligation: Obligation, reason: str, at: datetime) -> Obligation:
    """Take an obligation registered in error, or changed on appeal, out of the reckoning.

    It stays on record. Raises Refused while a payment in force was made for it, and without
    a reason.
    """
    paid = Payment.objects.filter(
        targets__obligation=obligation, reverses__isnull=True, reversed_by__isnull=True
    )
    if paid.exists():
        raise Refused("obligation", "已有付款针对该项义务，应当先冲正付款，再撤回义务")
    if not reason.strip():
        raise Refused("reason", "撤回义务应当写明理由")
    obligation.withdrawn_at, obligation.withdrawn_reason = at, reason
    obligation.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    keep_bands({obligation.matter_id})
    return obligation


def _each_once(debtors: Sequence[Party]) -> list[Party]:
    # A party that is not kept yet equals itself alone and has no hash.
    return [one for place, one in enumerate(debtors) if one not in debtors[:place]]


def _check_parties(matter_id: int, new: NewObligation) -> None:
    if not new.debtors:
        raise Refused("debtors", "应当写明由谁履行")
    if any(not _is(debtor, PartyRole.DEBTOR, matter_id) for debtor in new.debtors):
        raise Refused("debtors", "履行义务人应当是本事项的履行义务人")
    if new.creditor is None:
        if new.payee is not AccountOwner.COURT_FEES:
            raise Refused("creditor", "应当写明向谁履行；只有付入诉讼费账户的费用没有债权人")
    elif not _is(new.creditor, PartyRole.CREDITOR, matter_id):
        raise Refused("creditor", "债权人应当是本事项的债权人")


def _is(party: Party, role: PartyRole, matter_id: int) -> bool:
    return party.matter_id == matter_id and party.role == role


def _check_content(new: NewObligation) -> None:
    if not new.description.strip():
        raise Refused("description", "应当写明义务内容")
    if not new.due_reason.strip():
        raise Refused("due_reason", "应当写明履行期届满日的依据，或者为什么尚不能确定")
    if new.kind is ObligationKind.ACT:
        if new.amount is not None or new.payee is not None:
            raise Refused("amount", "行为义务没有金额和收款账户")
    elif not new.amount:
        raise Refused("amount", "金钱义务应当写明大于零的金额")
    elif new.payee is None:
        raise Refused("payee", "金钱义务应当写明付入哪个账户")
    if new.payee is AccountOwner.COURT_FEES and new.kind in TO_CREDITORS:
        raise Refused("payee", "应付债权人的款项不能付入诉讼费账户")
    if new.terms is not None and new.kind is not ObligationKind.MONEY:
        raise Refused("terms", "只有金钱给付义务可以有一般债务利息")
    _check_penalty(new)


def _check_penalty(new: NewObligation) -> None:
    act = new.for_act
    if new.kind is not ObligationKind.DELAY_PENALTY:
        if act is not None or new.daily_from is not None:
            raise Refused("for_act", "只有迟延履行金针对行为义务")
    elif act is None or act.kind != ObligationKind.ACT:
        raise Refused("for_act", "迟延履行金应当写明针对哪一项行为义务")


def _check_instalments(new: NewObligation) -> None:
    if new.acceleration and not new.instalments:
        raise Refused("acceleration", "没有分期的义务，不存在全部到期")
    if not new.instalments:
        return
    if new.kind is ObligationKind.ACT:
        raise Refused("instalments", "行为义务不能分期付款")
    for index, ((before, _), (due, _)) in enumerate(pairwise(new.instalments), start=1):
        if due <= before:
            raise Refused(f"instalments[{index}].due_date", "各期届满日应当依次在后")
    for index, (_, amount) in enumerate(new.instalments):
        if not amount:
            raise Refused(f"instalments[{index}].amount", "每期金额应当大于零")
    total = Yuan.total(amount for _, amount in new.instalments)
    if total != new.amount:
        raise Refused("instalments", f"各期合计{total}，与义务金额{new.amount}不一致")
    if new.terms is not None and new.terms.total_cap is not None:
        raise Refused("terms.total_cap", "分期履行的义务不能设利息总额上限，应当分项登记")
