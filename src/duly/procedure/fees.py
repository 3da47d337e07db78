"""The enforcement fee (申请执行费): owed to the court, borne by the debtors, paid afterwards.

诉讼费用交纳办法 14, 20, 38. Registered when enforcement is filed, on the money that the
instrument orders; without any the court sets it within its range. Debtors who answer for
different debts bear it in proportion to them. It holds no release up.
"""

from collections import defaultdict

from duly.law.money import Yuan, enforcement_fee
from duly.law.terms import AccountOwner, ObligationKind, PartyRole
from duly.ledger import actions as ledger
from duly.ledger.actions import NewObligation
from duly.procedure.act import Act
from duly.procedure.facts import case_file, instrument
from duly.procedure.refusal import StepNotAllowed
from duly.registry.models import Matter

AFTERWARDS = "执行后交纳（诉讼费用交纳办法第二十条），由被执行人负担"


def register(act: Act) -> None:
    """Register the enforcement fee as the tariff gives it; nothing where the court sets it."""
    groups = _claimed(act.matter)
    asked = Yuan.total(groups.values())
    if not asked:
        return
    fee = enforcement_fee(asked)
    if fee.fee is None:
        return
    for debtors, share in _shares(fee.fee, groups).items():
        _register(act, share, "；".join((*fee.because, AFTERWARDS)), debtors)


def set_by_judge(act: Act) -> None:
    """Register the fee that the judge sets, where the tariff leaves a range."""
    debtors = act.matter.parties.filter(role=PartyRole.DEBTOR)
    everyone = frozenset(debtors.values_list("pk", flat=True))
    _register(act, act.answers["amount"], f"{act.answers['reason']}；{AFTERWARDS}", everyone)


def is_unset(matter: Matter) -> bool:
    """Whether the matter is filed for enforcement and no enforcement fee is on record."""
    if all(course.state == "received" for course in case_file.courses(matter, "enforcement")):
        return False
    return not matter.obligations.filter(kind=ObligationKind.ENFORCEMENT_FEE.value).exists()


def _claimed(matter: Matter) -> dict[frozenset[int], Yuan]:
    """The money that the instrument orders, by who answers for it."""
    groups: dict[frozenset[int], Yuan] = defaultdict(lambda: Yuan(0))
    for one in matter.obligations.filter(kind=ObligationKind.MONEY.value, withdrawn_at=None):
        debtors = frozenset(one.liabilities.values_list("debtor_id", flat=True))
        groups[debtors] += Yuan(one.amount_fen or 0)
    return dict(groups)


def _shares(fee: Yuan, groups: dict[frozenset[int], Yuan]) -> dict[frozenset[int], Yuan]:
    """The fee in proportion to what each group answers for; odd fen fall to the first."""
    asked = Yuan.total(groups.values()).fen
    shares = {who: Yuan(fee.fen * part.fen // asked) for who, part in groups.items()}
    first = next(iter(shares))
    shares[first] += fee - Yuan.total(shares.values())
    return {who: share for who, share in shares.items() if share}


def _register(act: Act, amount: Yuan, because: str, debtors: frozenset[int]) -> None:
    standing = instrument.last(act.matter)
    if standing is None:
        raise StepNotAllowed("没有登记法律文书")
    ledger.register_obligation(
        instrument=standing,
        new=NewObligation(
            kind=ObligationKind.ENFORCEMENT_FEE,
            description=ObligationKind.ENFORCEMENT_FEE.chinese,
            debtors=list(act.matter.parties.filter(pk__in=debtors).order_by("pk")),
            due_reason=because,
            amount=amount,
            payee=AccountOwner.COURT_FEES,
        ),
        at=act.at,
    )
