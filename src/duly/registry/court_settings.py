"""What a court has set for itself: the newest row in force on a day counts."""

from collections.abc import Callable
from datetime import date

from duly.law.identity import bank_account, unit_name
from duly.law.money import Yuan
from duly.law.terms import Term
from duly.registry.models import Court

LONGEST_TERM = 60
LONGEST_HOLD = 30


class SettingName(Term):
    """What a court may set: an amount, a term, or what its papers print."""

    SMALL_CLAIM = "small_claim_yuan", "申请标的较小的数额（元）"
    WARNING_TERM = "warning_term_days", "提醒限期（日）"
    ACCOUNT_HOLD = "account_hold_days", "收款账户变更的等待期（工作日）"
    UPPER_COURT = "upper_court", "上一级人民法院"
    FINE_ACCOUNT_HOLDER = "fine_account_holder", "罚款账户户名"
    FINE_ACCOUNT_NUMBER = "fine_account_number", "罚款账户账号"
    FINE_ACCOUNT_BANK = "fine_account_bank", "罚款账户开户行"


def setting(court: Court, name: SettingName, *, on: date) -> str:
    """Return the value that a court has set under a name on a day; empty where unset."""
    rows = court.settings.filter(name=name.value, since__lte=on).order_by("-since")
    return rows.values_list("value", flat=True).first() or ""


def check(name: SettingName, value: str) -> str:
    """Return a value as it is kept.

    :raises ValueError: with the rule it breaks, in Chinese.
    """
    return _CHECKS[name](value.strip())


def _amount(value: str) -> str:
    return Yuan.of(value).plain


def _days(value: str) -> str:
    if not (value.isascii() and value.isdigit()) or not 1 <= int(value) <= LONGEST_TERM:
        raise ValueError(f"提醒限期应为1至{LONGEST_TERM}的整数")
    return str(int(value))


def _hold(value: str) -> str:
    if not (value.isascii() and value.isdigit()) or int(value) > LONGEST_HOLD:
        raise ValueError(f"等待期应为0至{LONGEST_HOLD}的整数，0为不等待")
    return str(int(value))


def _account(value: str) -> str:
    return bank_account.check(value).number


_CHECKS: dict[SettingName, Callable[[str], str]] = {
    SettingName.SMALL_CLAIM: _amount,
    SettingName.WARNING_TERM: _days,
    SettingName.ACCOUNT_HOLD: _hold,
    SettingName.UPPER_COURT: unit_name.check,
    SettingName.FINE_ACCOUNT_HOLDER: unit_name.check,
    SettingName.FINE_ACCOUNT_NUMBER: _account,
    SettingName.FINE_ACCOUNT_BANK: unit_name.check,
}
