"""Writes of the ledger. Called by `procedure` alone, inside its transaction and its lock."""

from duly.ledger.actions.allocation import reallocate
from duly.ledger.actions.obligation import (
    NewObligation,
    join_debtor,
    redirect_payee,
    register_obligation,
    set_due_date,
    withdraw_obligation,
)
from duly.ledger.actions.payment import register_payment, reverse_payment
from duly.ledger.actions.performance import (
    cancel_suspension,
    end_suspension,
    record_act_performance,
    suspend,
)

__all__ = [
    "NewObligation",
    "cancel_suspension",
    "end_suspension",
    "join_debtor",
    "reallocate",
    "record_act_performance",
    "redirect_payee",
    "register_obligation",
    "register_payment",
    "reverse_payment",
    "set_due_date",
    "suspend",
    "withdraw_obligation",
]
