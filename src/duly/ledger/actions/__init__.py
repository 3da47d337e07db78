"""Writes of the ledger. Called by `procedure` alone, inside its transaction and its lock."""

from duly.ledger.actions.acceleration import accelerate
from duly.ledger.actions.allocation import reallocate
from duly.ledger.actions.correction import correct_amount
from duly.ledger.actions.obligation import (
    NewObligation,
    draft,
    join_debtor,
    keep,
    redirect_payee,
    register_obligation,
    set_due_date,
    withdraw_obligation,
)
from duly.ledger.actions.payment import register_payment, reverse_payment, split_payment
from duly.ledger.actions.payout import (
    decide_payout,
    drop_payout,
    pay_out,
    propose_payout,
    propose_refund,
    return_payout,
)
from duly.ledger.actions.performance import (
    cancel_suspension,
    end_suspension,
    record_act_performance,
    suspend,
)
from duly.ledger.actions.settlement import value_act, waive_rest

__all__ = [
    "NewObligation",
    "accelerate",
    "cancel_suspension",
    "correct_amount",
    "decide_payout",
    "draft",
    "drop_payout",
    "end_suspension",
    "join_debtor",
    "keep",
    "pay_out",
    "propose_payout",
    "propose_refund",
    "reallocate",
    "record_act_performance",
    "redirect_payee",
    "register_obligation",
    "register_payment",
    "return_payout",
    "reverse_payment",
    "set_due_date",
    "split_payment",
    "suspend",
    "value_act",
    "waive_rest",
    "withdraw_obligation",
]
