"""Recording money that arrived, and taking a wrong record away by another."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from duly.accounts.models import User
from duly.law.calendar import in_digits
from duly.law.money import Refused, Yuan
from duly.law.terms import AccountOwner, ObligationKind
from duly.ledger import funds
from duly.ledger.actions.allocation import reallocate
from duly.ledger.models import Obligation, Payment, ReferenceClaim, Target
from duly.registry.models import Matter, Party


def register_payment(
    *,
    matter: Matter,
    amount: Yuan,
    paid_on: date,
    evidence: str,
    by: User,
    at: datetime,
    arrival: AccountOwner | None = None,
    creditor: Party | None = None,
    payer: Party | None = None,
    reference: str | None = "",
    obligations: Sequence[Obligation] = (),
) -> Payment:
    """Record a payment that arrived at an account, and set it against the debt by law.

    It counts towards the obligations payable at that account, or those of them named in
    `obligations`; a payer who is a debtor pays what he answers for. `arrival` and
    `creditor` may be left out where the debts of money leave no doubt. What exceeds the
    debt is booked as 待退. Raises Refused, naming the field.
    """
    _check(amount, paid_on, evidence, at)
    towards = _towards(_payable(matter, arrival, creditor), payer, obligations)
    _refuse_known_reference(reference or "")
    payment = Payment.objects.create(
        matter=matter,
        amount_fen=amount.fen,
        paid_date=paid_on,
        arrival=arrival or towards[0].payee,
        creditor_id=towards[0].creditor_id if _at_creditor(towards[0], arrival) else None,
        payer=payer,
        evidence=evidence,
        reference=reference or "",
        recorded_by=by,
        recorded_at=at,
    )
    _bind(payment, towards)
    reallocate(matter=matter, reason=f"登记{in_digits(paid_on)}到账的付款{amount}", at=at)
    return payment


def reverse_payment(*, payment: Payment, reason: str, by: User, at: datetime) -> Payment:
    """Take a payment recorded in error out of the reckoning, by a row that points back at it.

    Its bank reference may be used again. Raises Refused without a reason, for a payment
    reversed already, and for a reversal.
    """
    if not reason.strip():
        raise Refused("reason", "冲正应当写明理由")
    if payment.reverses_id is not None:
        raise Refused("payment", "冲正记录本身不能再冲正；如冲正有误，请重新登记付款")
    if Payment.objects.filter(reverses=payment).exists():
        raise Refused("payment", "该笔付款已经冲正")
    reversal = Payment.objects.create(
        matter_id=payment.matter_id,
        amount_fen=payment.amount_fen,
        paid_date=payment.paid_date,
        arrival=payment.arrival,
        creditor_id=payment.creditor_id,
        payer_id=payment.payer_id,
        evidence=payment.evidence,
        reverses=payment,
        reversal_reason=reason,
        recorded_by=by,
        recorded_at=at,
    )
    ReferenceClaim.objects.filter(payment=payment).delete()
    because = f"冲正{in_digits(payment.paid_date)}的付款：{reason}"[:200]
    reallocate(matter=payment.matter, reason=because, at=at)
    return reversal


def split_payment(
    *,
    payment: Payment,
    amount: Yuan,
    arrival: AccountOwner | None,
    reason: str,
    evidence: str,
    by: User,
    at: datetime,
) -> None:
    """Take a part out of a payment, or all of it: into another account of the court, or back.

    `arrival` None: whoever received it returned it, and it was never paid. The payment is
    reversed, and what stays and what was moved are recorded anew, both on the day on which
    the money came. Raises Refused beyond the payment, and where the money has gone on.
    """
    rest = payment.amount_fen - amount.fen
    if not amount or rest < 0:
        raise Refused("amount", f"金额应当大于零，不超过该笔到账的{Yuan(payment.amount_fen)}")
    reverse_payment(payment=payment, reason=reason, by=by, at=at)
    parts = [(Yuan(rest), AccountOwner(payment.arrival))] if rest else []
    parts += [(amount, arrival)] if arrival else []
    for place, (part, account) in enumerate(parts):
        register_payment(
            matter=payment.matter,
            amount=part,
            paid_on=payment.paid_date,
            arrival=account,
            creditor=payment.creditor if account is AccountOwner.CREDITOR else None,
            payer=payment.payer,
            reference="" if place else payment.reference,
            evidence=f"{payment.evidence}；{evidence}"[:300],
            by=by,
            at=at,
        )
    if funds.of(payment.matter_id).short:
        raise Refused("payment", "该笔款项已经发放，先登记银行退票或者追回")


def _check(amount: Yuan, paid_on: date, evidence: str, at: datetime) -> None:
    if not amount:
        raise Refused("amount", "付款金额应当大于零")
    if paid_on > timezone.localtime(at).date():
        raise Refused("paid_on", f"到账日期{in_digits(paid_on)}还没有到")
    if not evidence.strip():
        raise Refused("evidence", "应当写明付款凭证")


def _payable(
    matter: Matter, arrival: AccountOwner | None, creditor: Party | None
) -> list[Obligation]:
    """The obligations payable at the account where the money arrived."""
    in_force = matter.obligations.filter(withdrawn_at__isnull=True)
    payable = list(in_force.exclude(kind=ObligationKind.ACT).order_by("pk"))
    if arrival is None:
        payable = [one for one in payable if one.kind == ObligationKind.MONEY] or payable
        if len({one.payee for one in payable}) > 1:
            raise Refused("arrival", "本事项的义务付入不同的账户，应当写明款项到达哪个账户")
    else:
        own = _accounts_of_creditors(matter)
        payable = [one for one in payable if _may_arrive(one, arrival, own)]
    if creditor is not None:
        payable = [one for one in payable if one.creditor_id == creditor.pk]
    if not payable:
        raise Refused("arrival", "本事项没有应当付入该账户的义务，请核对到账账户")
    at_creditor = [one for one in payable if _at_creditor(one, arrival)]
    if len({one.creditor_id for one in at_creditor}) > 1:
        raise Refused("creditor", "本事项有几名债权人，应当写明款项到达谁的账户")
    return payable


def _towards(
    payable: list[Obligation], payer: Party | None, named: Sequence[Obligation]
) -> list[Obligation]:
    if not {one.pk for one in named} <= {one.pk for one in payable}:
        raise Refused("obligations", "所选义务不是应当付入该账户的义务")
    chosen = list(named) or payable
    own = [one for one in chosen if payer and one.liabilities.filter(debtor=payer).exists()]
    return own or chosen


def _accounts_of_creditors(matter: Matter) -> frozenset[AccountOwner]:
    """The accounts into which what is owed to creditors may come, wherever it was directed.

    A creditor may always be paid himself; the court, once it has an account for the matter.
    """
    at_court = matter.payee_accounts.filter(owner=AccountOwner.ENFORCEMENT_FUNDS.value)
    court = {AccountOwner.ENFORCEMENT_FUNDS} if at_court.exists() else set()
    return frozenset({AccountOwner.CREDITOR, *court})


def _may_arrive(
    obligation: Obligation, arrival: AccountOwner, of_creditors: frozenset[AccountOwner]
) -> bool:
    own = obligation.creditor_id is not None and arrival in of_creditors
    return own or obligation.payee == arrival


def _at_creditor(obligation: Obligation, arrival: AccountOwner | None) -> bool:
    return (arrival or obligation.payee) == AccountOwner.CREDITOR


def _bind(payment: Payment, towards: Sequence[Obligation]) -> None:
    if payment.reference:
        ReferenceClaim.objects.create(reference=payment.reference, payment=payment)
    Target.objects.bulk_create(Target(payment=payment, obligation=one) for one in towards)


def _refuse_known_reference(reference: str) -> None:
    claim = ReferenceClaim.objects.filter(reference=reference).select_related("payment").first()
    if claim is not None:
        known = claim.payment
        raise Refused(
            "reference",
            f"流水号{reference}已于{in_digits(timezone.localtime(known.recorded_at).date())}"
            f"登记过（{in_digits(known.paid_date)}到账，{Yuan(known.amount_fen)}），不能重复登记",
        )
