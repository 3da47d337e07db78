"""What a court has set for itself: the newest row in force on a day counts."""

import re
from collections.abc import Callable
from datetime import date

from duly.law.identity import bank_account, phone, unit_name
from duly.law.money import Yuan
from duly.law.terms import ProceedingKind, Term
from duly.registry.models import Court
from duly.work.reading import once

LONGEST_TERM = 60
LONGEST_HOLD = 30
LONGEST_LINE = 40
LONGEST_KEPT = 36500


class SettingName(Term):
    """What a court may set: its name, its type codes, amounts, terms, what its papers print."""

    COURT_NAME = "court_name", "法院名称"
    COURT_ADDRESS = "court_address", "法院地址"
    COURT_PHONE = "court_phone", "法院电话"
    CODE_URGING = "type_code_urging", "类型代字：执前督促"
    CODE_ENFORCEMENT = "type_code_enforcement", "类型代字：首次执行"
    CODE_OBJECTION = "type_code_objection", "类型代字：执行异议"
    SMALL_CLAIM = "small_claim_yuan", "申请标的较小的数额（元）"
    WARNING_TERM = "warning_term_days", "提醒限期（日）"
    PERFORM_TERM = "perform_term_days", "执行通知书的履行期限（日）"
    REPORT_TERM = "report_term_days", "财产报告期限（日）"
    PAY_TERM = "fine_term_days", "罚款缴纳期限（日）"
    ACCOUNT_HOLD = "account_hold_days", "收款账户变更的等待期（工作日）"
    UPPER_COURT = "upper_court", "上一级人民法院"
    FINE_ACCOUNT_HOLDER = "fine_account_holder", "罚款账户户名"
    FINE_ACCOUNT_NUMBER = "fine_account_number", "罚款账户账号"
    FINE_ACCOUNT_BANK = "fine_account_bank", "罚款账户开户行"
    KEEP_FILES = "keep_batch_files_days", "批次文件的保存天数"
    KEEP_IMPORTS = "keep_import_files_days", "导入文件的保存天数"
    KEEP_UPLOADS = "keep_uploads_days", "不予采纳的上传附件的保存天数"


# Where a setting stands in for what was entered at the installation.
FIELDS = {
    SettingName.COURT_NAME: "name",
    SettingName.COURT_ADDRESS: "address",
    SettingName.COURT_PHONE: "phone",
}
CODES = {
    ProceedingKind.URGING: SettingName.CODE_URGING,
    ProceedingKind.ENFORCEMENT: SettingName.CODE_ENFORCEMENT,
    ProceedingKind.OBJECTION: SettingName.CODE_OBJECTION,
}


def installed(court: Court) -> dict[SettingName, str]:
    """Return what was entered at the installation, or set since, for what every court has."""
    codes = dict(court.type_codes.values_list("kind", "code"))
    return {
        **{name: getattr(court, field) for name, field in FIELDS.items()},
        **{name: codes.get(kind.value, "") for kind, name in CODES.items()},
    }


def type_code(court: Court, kind: ProceedingKind, *, on: date) -> str:
    """Return the type code of a kind of proceeding on a day; empty where none is set."""
    own = setting(court, CODES[kind], on=on) if kind in CODES else ""
    return (
        own or court.type_codes.filter(kind=kind.value).values_list("code", flat=True).first() or ""
    )


def apply(court: Court, *, on: date) -> None:
    """Let the court go by the name, address and telephone that are in force on a day."""
    wanted = {field: setting(court, name, on=on) for name, field in FIELDS.items()}
    changed = {f: said for f, said in wanted.items() if said and said != getattr(court, f)}
    if changed:
        Court.objects.filter(pk=court.pk).update(**changed)


def setting(court: Court, name: SettingName, *, on: date) -> str:
    """Return the value that a court has set under a name on a day; empty where unset."""
    rows = court.settings.filter(name=name.value, since__lte=on).order_by("-since")
    found: str | None = once(
        ("setting", court.pk, name.value, on), lambda: rows.values_list("value", flat=True).first()
    )
    return found or ""


def check(name: SettingName, value: str) -> str:
    """Return a value as it is kept.

    :raises ValueError: with the rule it breaks, in Chinese.
    """
    return _CHECKS[name](value.strip())


def _amount(value: str) -> str:
    return Yuan.of(value).plain


def _days(value: str) -> str:
    if not (value.isascii() and value.isdigit()) or not 1 <= int(value) <= LONGEST_TERM:
        raise ValueError(f"期限应为1至{LONGEST_TERM}的整数")
    return str(int(value))


def _hold(value: str) -> str:
    if not (value.isascii() and value.isdigit()) or int(value) > LONGEST_HOLD:
        raise ValueError(f"等待期应为0至{LONGEST_HOLD}的整数，0为不等待")
    return str(int(value))


def _code(value: str) -> str:
    if not re.fullmatch("[一-鿿]{1,4}", value):
        raise ValueError("类型代字应为一至四个汉字")
    return value


def _line(value: str) -> str:
    if not 2 <= len(value) <= LONGEST_LINE:
        raise ValueError(f"应为2至{LONGEST_LINE}个字")
    return value


def _phone(value: str) -> str:
    return phone.check(value)


def _keep(shortest: int) -> Callable[[str], str]:
    """Return the check of a number of days for which something is kept."""

    def check_days(value: str) -> str:
        if not (value.isascii() and value.isdigit()) or not shortest <= int(value) <= LONGEST_KEPT:
            raise ValueError(f"保存天数应为{shortest}至{LONGEST_KEPT}的整数")
        return str(int(value))

    return check_days


def _account(value: str) -> str:
    return bank_account.check(value).number


_CHECKS: dict[SettingName, Callable[[str], str]] = {
    SettingName.COURT_NAME: unit_name.check,
    SettingName.COURT_ADDRESS: _line,
    SettingName.COURT_PHONE: _phone,
    SettingName.CODE_URGING: _code,
    SettingName.CODE_ENFORCEMENT: _code,
    SettingName.CODE_OBJECTION: _code,
    SettingName.SMALL_CLAIM: _amount,
    SettingName.WARNING_TERM: _days,
    SettingName.PERFORM_TERM: _days,
    SettingName.REPORT_TERM: _days,
    SettingName.PAY_TERM: _days,
    SettingName.ACCOUNT_HOLD: _hold,
    SettingName.UPPER_COURT: unit_name.check,
    SettingName.FINE_ACCOUNT_HOLDER: unit_name.check,
    SettingName.FINE_ACCOUNT_NUMBER: _account,
    SettingName.FINE_ACCOUNT_BANK: unit_name.check,
    SettingName.KEEP_FILES: _keep(30),
    SettingName.KEEP_IMPORTS: _keep(1),
    SettingName.KEEP_UPLOADS: _keep(30),
}
