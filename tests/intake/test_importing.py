"""Import registers what the form would, everything or nothing, and never twice."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from duly.accounts.models import User
from duly.intake import actions, verdicts
from duly.journal.models import Entry
from duly.journal.queries import verify
from duly.law.terms import PartyRole, Role
from duly.ledger.models import Obligation
from duly.procedure.actions import register_matter, take_step
from duly.procedure.models import Course, StepTaken
from duly.procedure.refusal import StepNotAllowed
from duly.registry.models import AccountState, ContactPoint, Matter, Party, PayeeAccount
from tests.intake.conftest import AT, Desk, matter, told
from tests.procedure.conftest import MONEY_MATTER
from tests.procedure.untouched import state

SECOND = {"debtor_kind": "单位", "debtor_name": "示例建材有限公司"}


def rows_of(model: type[Any], *left_out: str) -> list[dict[str, Any]]:
    """What a table holds, without what is its own in every row."""
    own = {"id", "matter", "party", "obligation", "instrument", "creditor", *left_out}
    names = [field.name for field in model._meta.concrete_fields if field.name not in own]
    return list(model.objects.order_by("pk").values(*names))


def test_an_import_keeps_what_the_form_keeps(desk: Desk):
    register_matter(answers=MONEY_MATTER, actor=desk.clerk, at=AT)
    tables = (Matter, Party, ContactPoint, Obligation, Course)
    sealed = ("identifier", "value", "numbers")
    typed = [rows_of(table, *sealed) for table in tables]
    account = dict.fromkeys([name for name in matter() if name.startswith("account_")], "")
    report = desk.take_in([matter(101, **account)])

    assert (told(report), report.stored) == ([], 1)
    for table, before in zip(tables, typed, strict=True):
        assert rows_of(table, *sealed) == before * 2
    assert Matter.objects.last().numbers == "（2026）粤0117民初101号"
    assert Party.objects.last().identifier == "440199199003070013"


def test_further_rows_of_a_number_add_parties_and_duties(desk: Desk):
    penalty = {
        "duty_kind": "金钱给付",
        "duty": "违约金",
        "amount": "500.00",
        "interest_kind": "文书没有确定利息",
        "owed_by": "示例建材有限公司",
    }
    report = desk.take_in(
        [
            matter(owed_by="陈示例、示例建材有限公司"),
            {"number": matter()["number"], **SECOND, **penalty},
        ]
    )
    assert told(report) == []
    owed = {
        one.description: [row.debtor.name for row in one.liabilities.order_by("pk")]
        for one in Obligation.objects.all()
    }
    both = ["陈示例", "示例建材有限公司"]
    assert owed == {"货款": both, "案件受理费": both, "违约金": ["示例建材有限公司"]}
    assert list(Obligation.objects.values_list("ordinal", flat=True)) == [1, 2, 3]
    assert Course.objects.filter(mechanism="certificate").count() == 2


def test_joint_liability_is_never_guessed(desk: Desk):
    report = desk.preview([matter(), {"number": matter()["number"], **SECOND}])
    (fault,) = report.faults
    assert (fault.row, fault.column) == (2, "由谁履行")
    assert "连带承担的用“、”隔开" in fault.why


def test_an_account_is_confirmed_by_a_step_of_its_own(desk: Desk):
    desk.take_in([matter()])
    account = PayeeAccount.objects.get()
    assert (account.number, account.state) == ("6200000000000005", AccountState.CONFIRMED)
    taken = StepTaken.objects.get()
    assert (taken.course.state, taken.name) == ("account_confirmed", "confirm_account")
    assert taken.answers["bank"] == "示例银行从化支行"
    assert "6200000000000005" not in str(taken.answers)
    entry = Entry.objects.get(seq=taken.entry_seq)
    assert (entry.act, entry.subject["to"]) == (
        "post_judgment.confirm_account",
        "account_confirmed",
    )
    # The step that follows is open, and the first account is not asked for again.
    current = Matter.objects.get()
    with pytest.raises(StepNotAllowed, match="不能确认收款账户"):
        take_step(
            matter_id=current.pk,
            course_id=taken.course_id,
            step="confirm_account",
            answers={},
            actor=desk.clerk,
            at=AT,
            version=current.version,
        )


def test_accounts_are_confirmed_by_the_trial_division_alone(desk: Desk, staff: Mapping[Role, User]):
    filing = Desk(staff[Role.FILING_CLERK], desk.court, desk.folder)
    (fault,) = filing.preview([matter()]).faults
    assert (fault.row, fault.column) == (2, "收款账户账号")
    with pytest.raises(StepNotAllowed):
        Desk(staff[Role.MEDIATOR], desk.court, desk.folder).preview([matter()])


@pytest.mark.parametrize(
    ("name", "cell", "column", "why"),
    [
        ("number", "（2026）粤0117民初０１号", "案号", "全角数字"),
        ("number", "", "案号", "请填写"),
        ("made_on", "2026-03-04", "作出日期", "晚于今天"),
        ("made_on", "2025-12-31", "作出日期", "早于案号的收案年度"),
        ("made_on", "2026-02-30", "作出日期", "没有2026-02-30这一天"),
        ("instrument_kind", "民事判决书", "文书种类", "应为：判决、调解、裁定"),
        ("performance_days", "4000", "履行期（生效后几日内）", "最长3650日"),
        ("debtor_identifier", "440199199003070014", "履行义务人证件号码", "校验码"),
        ("debtor_name", "陈\u200b示例", "履行义务人姓名或名称", "不可见字符"),
        ("debtor_phone", "１３８00000002", "履行义务人电话", "全角数字"),
        ("amount", "-0", "金额（元）", "公式"),
        ("amount", "0", "金额（元）", "大于零"),
        ("amount", "1e309", "金额（元）", "写成半角数字"),
        ("amount", "100,000.00", "金额（元）", "写成半角数字"),
        ("amount", "", "金额（元）", "金钱给付应填写金额"),
        ("interest_kind", "固定年利率（%）", "利率或者倍数", "请填写"),
        ("instalments", "2026-12-10 1.00", "分期履行", "不一致"),
        ("account_number", "123", "收款账户账号", "位"),
        ("account_bank", "", "收款账户开户行", "请填写"),
        ("address_confirmed", "已签", "履行义务人已签送达地址确认书", "应为：是、否"),
        ("duty", "=HYPERLINK(1)", "义务内容", "公式"),
        ("cause", "@SUM(A1)", "案由", "公式"),
        ("owed_by", "李四", "由谁履行", "不是本案登记的当事人"),
    ],
)
def test_every_row_is_checked_by_the_rules_of_the_form(
    desk: Desk, name: str, cell: str, column: str, why: str
):
    report = desk.preview(
        [matter(99), matter(100, **{"instalments": "", "owed_by": "", name: cell})]
    )
    found = [fault for fault in report.faults if fault.column == column]
    assert [fault.row for fault in found] == [3], told(report)
    assert why in found[0].why
    assert (report.new, report.bad) == (1, 1)


def test_all_errors_are_told_at_once(desk: Desk):
    report = desk.preview([matter(1, amount="x", cause=""), matter(2, debtor_name="某某")])
    assert [(fault.row, fault.column) for fault in report.faults] == [
        (2, "案由"),
        (2, "金额（元）"),
        (3, "履行义务人姓名或名称"),
    ]


def test_nothing_is_stored_unless_every_row_is_good(desk: Desk):
    before = state()
    report = desk.take_in([matter(1), matter(2, amount="一百"), matter(3)])
    assert (report.new, report.bad, report.stored) == (2, 1, 0)
    assert state() == before


def test_a_preview_shows_what_would_be_registered_and_stores_nothing(desk: Desk):
    before = state()
    report = desk.preview([matter(1)])
    assert ("履行义务人", "陈示例") in report.first[0]
    assert ("金钱给付", "货款 100,000.00元（陈示例）") in report.first[0]
    assert state() == before


def test_the_same_file_again_registers_nothing(desk: Desk):
    rows = [matter(1), matter(2)]
    desk.take_in(rows)
    before = state()
    again = desk.take_in(rows)
    assert (again.registered, again.stored, told(again)) == (2, 0, [])
    assert state() == before
    more = desk.take_in([matter(2), matter(3)])
    assert (more.registered, more.stored) == (1, 1)


@pytest.mark.parametrize(
    ("name", "cell", "said"),
    [
        ("amount", "99999.00", "金钱给付“货款”的金额登记为“100000.00”，文件为“99999.00”"),
        ("cause", "借款合同纠纷", "案由登记为“买卖合同纠纷”，文件为“借款合同纠纷”"),
        ("debtor_name", "陈别人", "没有登记履行义务人陈别人的类别"),
        ("debtor_phone", "13800000009", "履行义务人陈示例的电话与登记的不同"),
        ("account_number", "6200000000000104", "债权人喆淼商贸有限公司的收款账户账号与登记的不同"),
        ("made_on", "2026-03-01", "作出日期登记为“2026-03-02”，文件为“2026-03-01”"),
        ("court_fee", "2301.00", "案件受理费“案件受理费”的金额登记为“2300.00”，文件为“2301.00”"),
    ],
)
def test_a_known_number_with_other_content_is_named(desk: Desk, name: str, cell: str, said: str):
    desk.take_in([matter()])
    report = desk.take_in([matter(**{name: cell})])
    (fault,) = report.faults
    assert (fault.row, fault.column, report.stored) == (2, "案号", 0)
    assert said in fault.why


def test_a_matter_that_went_on_is_still_recognised(desk: Desk):
    rows = [matter(debtor_identifier="")]
    desk.take_in(rows)
    debtor = Party.objects.get(role=PartyRole.DEBTOR.value)
    debtor.identifier_index = "completed since"
    debtor.save()
    Obligation.objects.update(due_date=date(2026, 4, 1), due_reason="已查明")
    assert desk.take_in(rows).registered == 1


def test_a_matter_registered_by_the_form_is_recognised(desk: Desk):
    register_matter(answers=MONEY_MATTER, actor=desk.clerk, at=AT)
    account = dict.fromkeys([name for name in matter() if name.startswith("account_")], "")
    assert desk.take_in([matter(**account)]).registered == 1


def test_a_number_stands_in_one_place_of_a_file(desk: Desk):
    report = desk.preview([matter(1), matter(2), matter(1)])
    (fault,) = report.faults
    assert (fault.row, fault.column) == (4, "案号")
    assert "与第2行是同一案号" in fault.why


def test_a_further_row_does_not_contradict_the_first(desk: Desk):
    report = desk.preview([matter(), {"number": matter()["number"], "cause": "借款合同纠纷"}])
    (fault,) = report.faults
    assert (fault.row, fault.column) == (3, "案由")


def test_killed_half_way_the_whole_import_leaves_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(verdicts, "AT_ONCE", 1)
    before, real, calls = state(), actions.register, []

    def killed_at_the_second(*given: Any) -> Any:
        calls.append(given)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*given)

    monkeypatch.setattr(actions, "register", killed_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        desk.take_in([matter(1), matter(2), matter(3)])
    assert len(calls) == 2
    assert state() == before


def test_killed_half_way_skipping_bad_rows_goes_on_from_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(verdicts, "AT_ONCE", 1)
    rows, real, calls = [matter(1), matter(2), matter(3)], actions.register, []

    def killed_at_the_second(*given: Any) -> Any:
        calls.append(given)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(actions, "register", killed_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            desk.take_in(rows, bad_rows=desk.folder / "bad.csv")
    assert Matter.objects.count() == 1
    again = desk.take_in(rows, bad_rows=desk.folder / "bad.csv")
    assert (again.registered, again.stored) == (1, 2)
    assert verify([]).breaks == ()


def test_a_bad_row_after_many_good_ones_takes_them_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(verdicts, "AT_ONCE", 1)
    before = state()
    report = desk.take_in([matter(1), matter(2), matter(3, cause=""), matter(4, cause="")])
    assert (report.new, report.stored, [fault.row for fault in report.faults]) == (2, 0, [4, 5])
    assert state() == before


def test_every_matter_has_its_entry_in_the_journal_and_so_has_the_file(desk: Desk):
    desk.take_in([matter(1), matter(2)])
    acts = list(Entry.objects.order_by("seq").values_list("act", flat=True))
    assert acts == [
        "register_matter",
        "register_matter",
        "post_judgment.confirm_account",
        "post_judgment.confirm_account",
        "import_matters",
    ]
    assert verify([]).breaks == ()
    assert Entry.objects.last().detail == {"matters": 2}


def test_the_number_of_queries_does_not_grow_with_the_file(desk: Desk):
    def queries(first: int, count: int) -> int:
        path = desk.file([matter(first + place) for place in range(count)])
        with CaptureQueriesContext(connection) as caught:
            assert desk.take_in(path).stored == count
        return len(caught)

    queries(1, 1)
    assert queries(10, 2) == queries(20, 8)
