"""The way to a fine and to a detention, as far as a test needs it."""

from datetime import date

from duly.procedure.models import Misconduct
from duly.registry.models import CourtSetting
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.walks import JUDGE

FINE, DETENTION = "fine_warning", "detention_warning"
WARNING = {FINE: "fine-warning", DETENTION: "detention-warning"}
SETTINGS = {
    "small_claim_yuan": "100000",
    "upper_court": "广东省广州市中级人民法院",
    "fine_account_holder": "示例市财政局非税收入专户",
    "fine_account_number": "4401990098765432101",
    "fine_account_bank": "示例银行广州从化支行",
}
FACTORS = {
    "nature": "拒不履行生效判决",
    "gravity": "经多次督促仍不履行",
    "consequences": "申请执行人的债权未能实现",
    "local_economy": "当地城镇居民人均可支配收入中等",
}


@walks.way
def set_up(walk: Walk, **changes: str) -> None:
    """The court sets what fines and small claims need."""
    for name, value in {**SETTINGS, **changes}.items():
        CourtSetting.objects.create(
            court=walk.court, name=name, value=value, source="审委会纪要", since=date(2020, 1, 1)
        )


def find(walk: Walk, mechanism: str, **changes: str) -> Misconduct:
    """The judge finds one act: by default that the debtor is able and refuses."""
    answers = {
        "ground": "able_but_refusing",
        "committed_on": "2026-06-01",
        "facts": "名下有存款，\n仍拒不履行。",
        "evidence": "银行流水，执行卷第30页",
    }
    walk.take(mechanism, "find_misconduct", JUDGE, **{**answers, **changes})
    return Misconduct.objects.latest("pk")


def to_found(walk: Walk, mechanism: str) -> Misconduct:
    """The court has its settings, the matter is in enforcement, and an act is found."""
    set_up(walk)
    walks.to_enforcement(walk)
    walk.on = date(2026, 6, 2)
    return find(walk, mechanism)


def warn(walk: Walk, mechanism: str, last_day: str = "2026-06-17") -> None:
    """The judge warns, and the warning is served."""
    walk.take(mechanism, "issue_warning", JUDGE, last_day=last_day)
    walk.serve_paper(WARNING[mechanism], JUDGE)


def to_run_out(walk: Walk, mechanism: str) -> Misconduct:
    """A warning was served and has run out."""
    act = to_found(walk, mechanism)
    warn(walk, mechanism)
    walk.on = date(2026, 6, 18)
    return act


def fine(act: Misconduct, **changes: str) -> dict[str, str]:
    """Return the answers that propose a fine for an act."""
    answers = {"target": "person", "amount": "5000", "act": str(act.pk), "pay_by": "2026-07-10"}
    return {**answers, **FACTORS, **changes}


def detention(act: Misconduct, **changes: str) -> dict[str, str]:
    """Return the answers that propose a detention for an act."""
    return {"target": "person", "days": "10", "act": str(act.pk), **FACTORS, **changes}


def settle(walk: Walk, reached_on: str) -> None:
    """The parties reach a settlement that runs until the end of August."""
    walk.take(
        "enforcement",
        "record_settlement",
        JUDGE,
        reached_on=reached_on,
        content="分三期支付",
        ends_on="2026-08-31",
        evidence="执行卷第20页",
    )


def breach(walk: Walk) -> None:
    """The judge finds the settlement breached."""
    walk.take("enforcement", "end_settlement", JUDGE, performed="no", reasons="第一期逾期未付")
