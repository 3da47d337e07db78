"""本机制的条款：逐条可查，文字与原件一致"""

from importlib import resources

import pytest

from duly.law.sources import Status, UnknownArticle, clause, clauses

COPY = (resources.files("duly.law.sources") / "data" / "mechanism.txt").read_text("utf-8")

OPENINGS = {
    "前言": "全面督促自动履行工作机制，即在",
    "一(一)1": "判后督促履行适用于金钱给付义务",
    "一(一)2": "适用判后督促履行的案件",
    "一(二)1": "由各业务庭在开庭时",
    "一(二)2": "各业务庭在制作判决书",
    "一(三)": "《自动履行告知书》模板。",
    "二(一)1": "除生效法律文书系公告的",
    "二(一)2": "适用执前督促的案件",
    "二(二)1": "立案庭在收到",
    "二(二)2": "进入执前督促履行程序的案件，以“执前调”案号进行登记",
    "二(二)3": "办理督促案件的调解员",
    "二(三)": "《执前督促履行申请书》模板。",
    "二(三)附1": "【机制定义】",
    "二(三)附2": "【机制优势】",
    "二(三)附3": "【适用条件】",
    "二(三)附4": "【申请程序】",
    "二(三)附5": "【督促人员】",
    "二(三)附6": "【督促方式】",
    "二(三)附7": "【期限及费用】",
    "二(三)附8": "【不履行后果】",
    "二(四)": "《执前督促履行告知书》模板。",
    "三(一)1": "适用案件范围\n预失信告知机制适用于",
    "三(一)2": "流程\n执行过程中",
    "三(二)1(1)": "违反财产报告制度",
    "三(二)1(4)": "其他具有能力执行而拒不执行",
    "三(三)1(3)": "隐藏、转移、处分",
    "三(四)2": "流程\n在执行异议案件立案时",
    "三(四)3(12)": "其他滥用异议权利的行为。",
    "三(五)1(2)": "适用于被执行人存在情况紧急",
    "三(五)3(2)": "《信用承诺书》模板（适用于临时修复信用案件）",
    "三(六)1(1)": "自动履行证明适用于",
    "三(六)1(2)": "被执行人有转移财产",
    "三(六)2": "流程\n执行案件立案后",
    "三(六)3": "《自动履行证明书》模板。",
}


@pytest.mark.parametrize(("reference", "opening"), OPENINGS.items())
def test_clause_opens_as_in_the_source(reference: str, opening: str):
    found = clause(reference)

    assert found.text.startswith(opening)
    assert found.status is Status.ON_FILE
    assert found.article == reference


@pytest.mark.parametrize("section", "一二三四五六")
def test_each_part_of_stage_three_has_scope_course_and_template(section: str):
    for item, heading in (("1", "适用案件范围"), ("2", "流程"), ("3", "《")):
        assert clause(f"三({section}){item}").text.startswith(heading)


def test_every_clause_is_the_source_word_for_word():
    for reference, found in clauses().items():
        assert found.text in COPY, reference
        assert found.text.strip(), reference


def test_full_width_brackets_are_read():
    assert clause("二（二）2") == clause("二(二)2")


@pytest.mark.parametrize("reference", ["", "四(一)", "二(五)", "二(二)4", "三(一)1(1)", "2(2)2"])
def test_unknown_clause_is_refused(reference: str):
    with pytest.raises(UnknownArticle):
        clause(reference)
