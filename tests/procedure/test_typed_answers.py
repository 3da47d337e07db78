"""What is typed is read strictly; a refusal names the field and the rule, and changes nothing."""

from datetime import date

import pytest

from duly.accounts.models import Post
from duly.procedure.actions import register_matter
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered
from duly.registry.models import ContactPoint, Party
from tests.procedure import walks
from tests.procedure.conftest import MONEY_MATTER, Walk
from tests.procedure.untouched import refused
from tests.procedure.walks import CLERK, JUDGE

ZERO_WIDTH, RIGHT_TO_LEFT, SURROGATE = "\u200b", "\u202e", "\ud800"


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("number", "2026粤0117民初100号", "案号应为"),
        ("number", "（2026）粤0117民初0100号", "不补零"),
        ("number", "（2026）粤0117民初１００号", "全角数字"),
        ("number", "（2026）粤0117民初100号之一", "案号到“号”字为止"),
        ("number", "（1648）粤0117民初100号", "不合理"),
        ("number", f"（2026）粤0117民初{ZERO_WIDTH}100号", "U+200B"),
        ("debtor_identifier", "440199199003070014", "校验码"),
        ("debtor_identifier", "440199199002300010", "证件号码"),
        ("debtor_identifier", "４40199199003070013", "全角数字"),
        ("debtor_phone", "1380000000", "电话"),
        ("debtor_phone", "+86 138000\u202e00002", "U+202E"),
        ("debtor_phone", "１3800000002", "全角数字"),
        ("made_on", "2026-02-30", "没有2026-02-30这一天"),
        ("made_on", "2026-2-3", "年-月-日"),
        ("made_on", "２０２６-02-03", "半角"),
        ("made_on", "1648-02-03", "不合理"),
        ("made_on", "2026-03-04", "晚于今天"),
        ("made_on", "2025-12-31", "早于案号的收案年度"),
        ("amount", "-0", "半角数字"),
        ("amount", "0", "大于零"),
        ("amount", "1e309", "半角数字"),
        ("amount", "１００", "半角数字"),
        ("amount", "1,000.00", "半角数字"),
        ("amount", "1_000", "半角数字"),
        ("amount", "0.001", "半角数字"),
        ("amount", "9" * 14, "超过13位整数"),
        ("amount", "NaN", "半角数字"),
        ("performance_days", "-0", "整数"),
        ("performance_days", "1e3", "整数"),
        ("performance_days", "１０", "整数"),
        ("performance_days", "999999", "最长3650日"),
        ("debtor_name", "陈\x00示例", "不可见字符"),
        ("debtor_name", f"陈{SURROGATE}示例", "不可见字符"),
        ("debtor_name", f"陈{ZERO_WIDTH}示例", "不可见字符"),
        ("debtor_name", f"陈{RIGHT_TO_LEFT}示例", "不可见字符"),
        ("debtor_name", "陈××", "姓名"),
        ("creditor_name", "喆淼" * 51, "最多100个字"),
        ("cause", f"买卖{ZERO_WIDTH}合同纠纷", "看不见的字符（U+200B）"),
        ("cause", "买卖\x00合同纠纷", "看不见的字符（U+0000）"),
        ("cause", f"买卖{SURROGATE}合同纠纷", "看不见的字符（U+D800）"),
        ("cause", "买卖\u2028合同纠纷", "看不见的字符（U+2028）"),
        ("cause", "买卖\u3164合同纠纷", "看不见的字符（U+3164）"),
        ("cause", "\u3000 \u00a0", "请填写"),
        ("cause", "买" * 61, "最多60个字"),
        ("duty", "货" * 161, "最多160个字"),
        ("focus", "no_such_group", "没有这一项"),
        ("address_confirmed", "true", "请选择是或者否"),
        ("interest_kind", "", "请选择"),
        ("performance_date", "2026-05-01", "只能填一项"),
        ("creditor_identifier", "440199199003070013", "证件号码"),
        ("debtor_representative", "赵示例", "自然人没有法定代表人"),
    ],
)
def test_a_field_of_the_registration_form_is_refused_by_its_rule(
    walk: Walk, field: str, typed: str, words: str
):
    with refused(Unanswered, words) as caught:
        walk.register(**{"number": "（2026）粤0117民初101号", field: typed})

    assert field in caught.value.errors


def test_every_error_of_a_form_is_told_at_once(walk: Walk):
    with refused(Unanswered) as caught:
        walk.register(number="x", debtor_name="", amount="-1", made_on="2026-13-01")

    assert set(caught.value.errors) == {"number", "debtor_name", "amount", "made_on"}


def test_a_money_duty_needs_its_amount_and_an_act_has_none(walk: Walk):
    other = {"number": "（2026）粤0117民初101号"}
    with refused(Unanswered, "应填写金额"):
        walk.register(**other, amount="")
    with refused(Unanswered, "行为义务没有金额"):
        walk.register(**other, duty_kind="act")


def test_what_the_form_does_not_ask_has_no_effect(walk: Walk):
    """Mass assignment: names of columns typed in besides are not read."""
    walk.take(
        "record",
        "add_contact_point",
        JUDGE,
        party=walk.party("debtor"),
        phone="13800000003",
        source="申请人提供",
        state="closed",
        version="99",
        matter_id="1",
        role="creditor",
        value="13999999999",
    )

    newest = ContactPoint.objects.order_by("-pk")[0]
    assert newest.value == "13800000003"
    assert walk.course("record").state == "open"
    taken = walk.course("record").steps_taken.get()
    assert set(taken.answers) == {"party", "source", "confirmed_for_service", "electronic_consent"}


def test_phone_and_account_numbers_are_kept_sealed_alone(walk: Walk):
    walks.to_running(walk)

    taken = walk.course("post_judgment").steps_taken.get(name="confirm_account")
    assert "number" not in taken.answers
    assert taken.answers["holder"] == "喆淼商贸有限公司"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("44019900A2345678", "账号"),
        ("４401990012345678", "全角数字"),
        ("44019900\x0012345678", "不可见字符"),
        ("12", "账号"),
    ],
)
def test_a_malformed_account_number_is_refused(walk: Walk, typed: str, words: str):
    with refused(Unanswered, words) as caught:
        walk.take(
            "post_judgment",
            "confirm_account",
            CLERK,
            creditor=walk.party("creditor"),
            holder="喆淼商贸有限公司",
            number=typed,
            bank="示例银行",
            route="hearing",
            evidence="笔录",
        )

    assert set(caught.value.errors) == {"number"}


@pytest.mark.parametrize("missing", ["holder", "number", "bank"])
def test_clause_1_1_2_an_account_without_holder_number_or_bank_is_refused(walk: Walk, missing: str):
    account = {"holder": "喆淼商贸有限公司", "number": "4401990012345678", "bank": "示例银行"}
    with refused(Unanswered, "请填写") as caught:
        walk.take(
            "post_judgment",
            "confirm_account",
            CLERK,
            creditor=walk.party("creditor"),
            route="hearing",
            evidence="笔录",
            **{**account, missing: ""},
        )

    assert set(caught.value.errors) == {missing}


def test_a_party_of_another_matter_is_no_choice(walk: Walk):
    foreign = str(walk.matter.parties.get(role="debtor").pk)
    walk.register(number="（2026）粤0117民初101号")

    with refused(Unanswered, "没有这一项，请从列表中选择") as caught:
        walk.take(
            "record",
            "record_contact",
            JUDGE,
            party=foreign,
            on="2026-03-03",
            channel="call",
            result="reached",
            note="联系",
        )
    assert set(caught.value.errors) == {"party"}


def test_a_debtor_is_no_creditor_whose_account_could_be_confirmed(walk: Walk):
    with refused(Unanswered, "没有这一项") as caught:
        walk.take(
            "post_judgment",
            "confirm_account",
            CLERK,
            creditor=walk.party("debtor"),
            holder="陈示例",
            number="4401990012345678",
            bank="示例银行",
            route="hearing",
            evidence="笔录",
        )
    assert set(caught.value.errors) == {"creditor"}


def test_a_day_after_today_is_refused_where_it_tells_what_has_happened(walk: Walk):
    with refused(Refused, "联系日期2026年3月4日晚于今天2026年3月3日"):
        walk.take(
            "record",
            "record_contact",
            JUDGE,
            party=walk.party("debtor"),
            on="2026-03-04",
            channel="call",
            result="reached",
            note="联系",
        )


def test_one_instrument_between_the_same_parties_is_registered_once(walk: Walk):
    with refused(Unanswered, "已经登记"):
        walk.register()


def test_nobody_owes_himself(walk: Walk):
    with refused(Unanswered, "债权人与履行义务人不能是同一人"):
        walk.register(
            number="（2026）粤0117民初101号",
            creditor_kind="person",
            creditor_name="陈示例",
            creditor_identifier=MONEY_MATTER["debtor_identifier"],
        )


def test_only_who_holds_a_post_on_the_day_registers(walk: Walk):
    clerk = walk.staff[CLERK]
    Post.objects.filter(user=clerk).update(until=date(2026, 3, 3))
    with refused(StepNotAllowed, "由业务庭、立案庭办理"):
        register_matter(answers=MONEY_MATTER, actor=clerk, at=walk.at)


def test_an_identifier_found_in_any_spelling_is_one_person(walk: Walk):
    walk.register(number="（2026）粤0117民初101号", debtor_identifier=" 440199199003070013\t")
    known = Party.objects.filter(role="debtor").values_list("identifier_index", flat=True)
    assert len(set(known)) == 1
