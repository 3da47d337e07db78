"""Preservations: urging that would outlast one is told so; each can be renewed before its end."""

from datetime import date

from duly.law.terms import Role
from duly.procedure import queries
from duly.procedure.models import Measure
from duly.procedure.refusal import Unanswered
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import FILING

TRIAL = Role.TRIAL_JUDGE


def freeze(walk: Walk, expires_on: str, **changes: str) -> Measure:
    walk.take(
        "record",
        "impose_measure",
        TRIAL,
        **{
            "party": walk.party("debtor"),
            "kind": "freeze",
            "object": "示例银行尾号0001账户",
            "property_class": "deposit",
            "imposed_on": "2026-03-03",
            "expires_on": expires_on,
            "evidence": "（2026）粤0117民初100号裁定书",
            **changes,
        },
    )
    return Measure.objects.latest("pk")


def renew(walk: Walk, measure: Measure, expires_on: str) -> None:
    walk.take(
        "record",
        "renew_preservation",
        TRIAL,
        measure=str(measure.pk),
        expires_on=expires_on,
        evidence="续行冻结裁定书",
    )


def test_urging_that_would_outlast_a_preservation_is_told_and_may_go_on(walk: Walk):
    freeze(walk, "2026-04-20")
    walks.to_requested(walk)
    view = queries.step_view(
        walk.course("pre_enforcement"), "register", walk.staff[FILING], walk.at
    )
    told = [one for one in view.findings if "保全" in one.question]

    assert view.permitted
    assert "2026年4月20日届满" in told[0].grounds[0].because
    taken = walk.take("pre_enforcement", "register", FILING)
    assert any("保全" in finding["question"] for finding in taken.step.findings)


def test_a_renewed_preservation_lasts_to_its_new_day(walk: Walk):
    frozen = freeze(walk, "2026-04-20")
    walk.on = date(2026, 4, 20)
    renew(walk, frozen, "2027-04-19")
    frozen.refresh_from_db()

    assert (frozen.expires_date, frozen.property_class) == (date(2027, 4, 19), "deposit")


def test_what_has_expired_is_not_renewed_and_nothing_is_shortened(walk: Walk):
    frozen = freeze(walk, "2026-04-20")
    with refused(Unanswered, "应晚于现在的届满日"):
        renew(walk, frozen, "2026-04-20")
    walk.on = date(2026, 4, 21)
    with refused(Unanswered, "效力消灭"):
        renew(walk, frozen, "2027-04-20")


def test_a_measure_that_lasts_too_long_is_recorded_with_its_warning(walk: Walk):
    measure = freeze(walk, "2028-03-03")
    taken = walk.course("record").steps_taken.latest("pk")
    told = [ground["because"] for one in taken.findings for ground in one["grounds"]]

    assert measure.expires_date == date(2028, 3, 3)
    assert any("至迟为2027年3月3日" in sentence for sentence in told)
