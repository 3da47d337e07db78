"""One matter through all three stages, by the door alone."""

from datetime import date

from duly.law.terms import MeasureKind, Role
from duly.procedure.models import Course, Measure
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.walks import JUDGE, PRESIDENT

PRINTS = True


def test_a_debtor_who_pays_within_the_warned_term_gets_certificate_and_releases(walk: Walk):
    walks.to_warned(walk)
    walk.on = date(2026, 6, 10)
    walks.pay_all(walk)

    walk.take("defaulter_warning", "end_performed", JUDGE)
    walk.take("certificate", "propose_certificate", JUDGE, reasons="限期内全部履行")
    issued = walk.take("certificate", "approve_certificate", Role.BUREAU_HEAD)

    assert [paper.title for paper in issued.papers] == ["自动履行证明书"]
    assert walk.course("defaulter_warning").state == "performed"
    shield = walk.course("release")
    walk.take_on(shield, "lift", JUDGE, done_on="2026-06-10", evidence="公开网屏蔽回执")
    walks.pay_out(walk)
    walk.take("enforcement", "conclude", JUDGE, how="performed")
    assert not Measure.objects.filter(matter=walk.matter, released_date=None).exists()
    assert walk.matter.proceedings.get(kind="enforcement").outcome == "执行完毕"


def test_a_listed_debtor_who_pays_is_released_from_every_measure(walk: Walk):
    walks.to_published(walk)
    walk.on = date(2026, 6, 24)
    walks.pay_all(walk)

    releases = {
        MeasureKind(course.measure.kind): course
        for course in Course.objects.filter(matter=walk.matter, mechanism="release")
    }
    assert set(releases) == {
        MeasureKind.CASE_PUBLICITY,
        MeasureKind.CONSUMPTION_RESTRICTION,
        MeasureKind.DEFAULTER_LISTING,
        MeasureKind.CREDIT_NOTICE,
    }
    listing = releases[MeasureKind.DEFAULTER_LISTING]
    assert listing.deadlines.get().last_date == date(2026, 6, 29)
    walk.take_on(listing, "propose_deletion", JUDGE, reasons="已积极履行完毕")
    walk.take_on(listing, "sign_deletion", PRESIDENT)
    walk.take_on(listing, "finish", JUDGE, done_on="2026-06-24", evidence="名单库删除回执")
    order = releases[MeasureKind.CONSUMPTION_RESTRICTION]
    walk.take_on(order, "propose_lifting", JUDGE, reasons="已履行完毕")
    walk.take_on(order, "sign_lifting", PRESIDENT)
    walk.take_on(order, "finish", JUDGE, done_on="2026-06-24", evidence="解除回执")
    for kind in (MeasureKind.CASE_PUBLICITY, MeasureKind.CREDIT_NOTICE):
        walk.take_on(releases[kind], "lift", JUDGE, done_on="2026-06-24", evidence="回执")
    assert not Measure.objects.filter(matter=walk.matter, released_date=None).exists()
