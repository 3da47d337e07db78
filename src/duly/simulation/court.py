"""The two demo courts: codes, type codes and settings, each with where it comes from."""

from datetime import date, datetime

from duly.law.terms import ProceedingKind
from duly.registry.court_setup import AlreadyInstalled, NewCourt, NewSetting, establish_court
from duly.registry.models import Court

DEMO_COURT = NewCourt(
    code="粤0117",
    name="广州市从化区人民法院",
    address="广州市从化区示例大道1号",
    phone="020-87920000",
)
SECOND_COURT = NewCourt(
    code="粤0118",
    name="广州市增城区人民法院",
    address="广州市增城区示例大道2号",
    phone="020-82750000",
)
# 执前调 for urging throughout: 执诉前调 is a different code, and the court chooses one.
TYPE_CODES = {
    ProceedingKind.TRIAL: "民初",
    ProceedingKind.URGING: "执前调",
    ProceedingKind.ENFORCEMENT: "执",
    ProceedingKind.OBJECTION: "执异",
}
OWN = "示范法院自定，不是本院规定"
SETTINGS = (
    NewSetting("small_claim_yuan", "100000.00", f"申请标的较小：{OWN}；机制未定数额"),
    NewSetting("warning_term_days", "15", f"预失信、预罚款、拘留风险的提醒限期：{OWN}"),
    NewSetting("upper_court", "广东省广州市中级人民法院", "复议由上一级人民法院审查"),
    NewSetting("fine_account_holder", "示例市财政局非税收入专户", f"缴纳罚款的账户：{OWN}"),
    NewSetting("fine_account_number", "4401990098765432101", f"缴纳罚款的账户：{OWN}"),
    NewSetting("fine_account_bank", "示例银行广州从化支行", f"缴纳罚款的账户：{OWN}"),
)


def demo_court() -> Court | None:
    """Return the demo court if it is installed."""
    return Court.objects.filter(code=DEMO_COURT.code).first()


def establish(*, both: bool, since: date, at: datetime) -> tuple[Court, ...]:
    """Install the demo court, and beside it the second one where both are asked for.

    :raises duly.registry.court_setup.AlreadyInstalled: if the database has a court.
    """
    other = Court.objects.order_by("pk").first()
    if other is not None:
        raise AlreadyInstalled(f"本库已有{other.name}")
    return tuple(
        establish_court(court=new, type_codes=TYPE_CODES, settings=SETTINGS, since=since, at=at)
        for new in (DEMO_COURT, SECOND_COURT)[: 2 if both else 1]
    )
