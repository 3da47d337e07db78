"""The payee account once post-judgment urging is over, or where there was none (一(二)1)."""

from duly.law.mechanism import account
from duly.law.mechanism.record.facts import DIVISIONS, OPEN, Facts


def _has_none(facts: Facts) -> bool:
    return facts.keeps_account and not facts.account_complete


def _has_one(facts: Facts) -> bool:
    return facts.keeps_account and facts.account_complete


def _changes(facts: Facts) -> bool:
    return facts.keeps_account and facts.account_change_pending


STEPS = (
    account.confirm_first(by=DIVISIONS, origins=OPEN, when=_has_none, usual=False),
    account.decide_change(by=DIVISIONS, origins=OPEN, when=_changes),
    account.propose_change(by=DIVISIONS, origins=OPEN, when=_has_one),
)
