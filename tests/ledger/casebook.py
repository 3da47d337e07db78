"""What the ledger's tests do to the matter: register debts, payments."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from duly.accounts.models import User
from duly.law.money import Yuan
from duly.law.terms import AccountOwner, ObligationKind
from duly.ledger import actions
from duly.ledger.models import Obligation, Payment
from duly.registry.models import Instrument, Matter, Party

AT = datetime(2022, 12, 1, 4, 0, tzinfo=UTC)
DUE = date(2022, 3, 1)


@dataclass
class Book:
    """The matter and its people, with the ledger's acts at hand."""

    matter: Matter
    instrument: Instrument
    first: Party
    second: Party
    debtor: Party
    other_debtor: Party
    clerk: User

    def owe(self, amount: str | None = "100000", **others: Any) -> Obligation:
        given: dict[str, Any] = {
            "kind": ObligationKind.MONEY,
            "description": "支付货款",
            "debtors": [self.debtor],
            "creditor": self.first,
            "payee": AccountOwner.CREDITOR,
            "due_date": DUE,
            "due_reason": "判决书写明2022年3月1日前",
            "amount": None if amount is None else Yuan.of(amount),
        }
        new = actions.NewObligation(**{**given, **others})
        return actions.register_obligation(instrument=self.instrument, new=new, at=AT)

    def owe_court_fee(self, amount: str = "1150") -> Obligation:
        return self.owe(
            amount,
            kind=ObligationKind.COURT_FEE,
            description="负担案件受理费",
            creditor=None,
            payee=AccountOwner.COURT_FEES,
        )

    def owe_act(self) -> Obligation:
        return self.owe(None, kind=ObligationKind.ACT, description="返还车辆", payee=None)

    def pay(self, amount: str, on: date, **others: Any) -> Payment:
        given: dict[str, Any] = {"evidence": "银行回单", "by": self.clerk, "at": AT}
        return actions.register_payment(
            matter=self.matter, amount=Yuan.of(amount), paid_on=on, **{**given, **others}
        )
