"""三(六): a certificate has its number and its code; a wrong one is revoked, and replaced."""

from datetime import date

import pytest

from duly.documents.models import Paper, PaperFile
from duly.law.identity import verification_code
from duly.law.terms import Role
from duly.procedure import certificate_numbers as issuing
from duly.procedure.models import Certificate
from duly.procedure.refusal import StepNotAllowed
from tests.procedure import walks
from tests.procedure.conftest import Walk
from tests.procedure.walks import JUDGE

HEAD = Role.BUREAU_HEAD


def certify(walk: Walk) -> Certificate:
    walk.take("certificate", "propose_certificate", JUDGE, reasons="限期内全部履行")
    walk.take("certificate", "approve_certificate", HEAD)
    return Certificate.objects.order_by("-pk")[0]


@pytest.fixture
def paid(walk: Walk) -> Walk:
    walks.to_warned(walk)
    walk.on = date(2026, 6, 10)
    walks.pay_all(walk)
    walk.take("defaulter_warning", "end_performed", JUDGE)
    return walk


def test_a_certificate_has_the_courts_number_and_a_code_nobody_can_guess(
    paid: Walk, monkeypatch: pytest.MonkeyPatch
):
    asked = []
    monkeypatch.setattr(issuing, "draw_below", lambda top: asked.append(top) or 32)
    issued = certify(paid)
    assert issued.number == "（2026）粤0117履证1号"
    assert issued.code == "0000000000010"
    assert asked == [32**13]
    assert asked[0] >= 2**60
    assert issued.issued_date == paid.on


def test_the_certificate_bears_its_number_and_its_code_on_paper(paid: Walk):
    issued = certify(paid)
    printed = bytes(PaperFile.objects.get(paper=issued.paper).pdf).decode()
    code = verification_code.grouped(issued.code)
    assert printed.startswith(f"编号：{issued.number}　验证码：{code}\n")
    assert issued.number not in issued.paper.text
    assert issued.paper.paper_number == issued.number
    assert issued.paper.verification_code == issued.code


def test_papers_without_a_number_bear_none(paid: Walk):
    warning = Paper.objects.get(matter=paid.matter, template="defaulter-warning")
    assert warning.paper_number == warning.verification_code == ""


def test_codes_differ(paid: Walk):
    code = certify(paid).code
    assert verification_code.check(code.lower()) == code


def test_a_wrong_certificate_is_revoked_by_two_people_and_replaced(paid: Walk):
    first = certify(paid)
    paid.on = date(2026, 6, 20)
    paid.take("revocation", "propose_revocation", JUDGE, reasons="履行完毕日期登记有误")
    with pytest.raises(StepNotAllowed):
        paid.take("revocation", "approve_revocation", JUDGE)
    (paper,) = paid.take("revocation", "approve_revocation", HEAD).papers
    assert first.number in paper.text
    first.refresh_from_db()
    assert (first.revoked_date, first.revoked_reasons) == (paid.on, "履行完毕日期登记有误")

    second = certify(paid)
    assert second.number == "（2026）粤0117履证2号"
    assert second.replaces == first
    assert second.code != first.code
    assert Certificate.objects.filter(revoked_date=None).get() == second


def test_a_revoked_certificate_is_not_revoked_again(paid: Walk):
    certify(paid)
    paid.take("revocation", "propose_revocation", JUDGE, reasons="登记有误")
    paid.take("revocation", "return_revocation", HEAD, reasons="先核对账目")
    paid.take("revocation", "propose_revocation", JUDGE, reasons="登记有误")
    paid.take("revocation", "approve_revocation", HEAD)
    with pytest.raises(StepNotAllowed):
        paid.take("revocation", "propose_revocation", JUDGE, reasons="登记有误")
