"""Accounts into which debtors pay (收款账户)."""

from duly.law.terms.term import Term


class AccountOwner(Term):
    """Whose account it is: each obligation names its payee."""

    CREDITOR = "creditor", "债权人收款账户"
    ENFORCEMENT_FUNDS = "enforcement_funds", "执行案款账户"
    COURT_FEES = "court_fees", "诉讼费账户"


class AccountRoute(Term):
    """How the court learned the payee account (一(二)1)."""

    HEARING = "hearing", "开庭询问并记入笔录"
    CONFIRMATION = "confirmation", "收款账户确认书存档"


class CourtAccount(Term):
    """The two accounts of the court, between which a sum that went astray is moved."""

    ENFORCEMENT_FUNDS = AccountOwner.ENFORCEMENT_FUNDS.value, "执行案款账户"
    COURT_FEES = AccountOwner.COURT_FEES.value, "诉讼费账户"
