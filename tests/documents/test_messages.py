"""信息：谁发的、发给谁、怎样核实；不含付款方式和多余的个人信息。"""

import pytest

from duly.documents.blank import Blank
from duly.documents.drawing import Refused
from duly.documents.messages import MalformedMessage, load, wording_for, wording_ids, write
from duly.documents.messages.wording import ADDRESSEE, read
from duly.documents.sample import SAMPLE_COURT
from duly.documents.templates import declared
from duly.law.terms import Channel, Purpose

WRONG = {
    "a link": ("请点击http://pay.example.cn付款", "不得有链接"),
    "a bare address": ("详见court-pay.com", "不得有链接"),
    "an account": ("请汇入账号", "不得有链接"),
    "an ID number": ("证件号码{{证件号码}}", "不得写入"),
    "an amount": ("罚款{{罚款金额}}", "不得写入"),
}


def _blanks(wording_id: str) -> dict[str, Blank]:
    return {n: Blank(declared()[n].sample, "示例") for n in load(wording_id).blanks}


def _file(text: str) -> str:
    head = 'id = "x"\nchannel = "sms"\npurpose = "urging"\nclause = "二(二)3"\n'
    return f'+++\n{head}subject = ""\nstanding = "to_confirm"\n+++\n{text}\n'


@pytest.mark.parametrize("wording_id", wording_ids())
def test_a_message_names_court_person_and_the_way_to_verify_it(wording_id: str) -> None:
    blanks = _blanks(wording_id)
    written = write(load(wording_id), blanks, court=SAMPLE_COURT)

    told = {name: blank.value for name, blank in blanks.items()}
    assert SAMPLE_COURT.name in written.text
    assert told["法院电话"] in written.text
    assert any(told[name] in written.text for name in ADDRESSEE & told.keys())
    assert "{{" not in written.text + written.subject
    assert written.version == load(wording_id).version


@pytest.mark.parametrize(("text", "because"), WRONG.values(), ids=WRONG.keys())
def test_a_wording_with_a_payment_link_or_needless_data_is_refused(text: str, because: str) -> None:
    whole = "{{法院名称}}{{履行义务人}}{{法院电话}}{{法院地址}}"
    assert read(_file(whole)).text == whole
    with pytest.raises(MalformedMessage, match=because):
        read(_file(whole + text))


@pytest.mark.parametrize("lacking", ["法院名称", "履行义务人", "法院电话", "法院地址"])
def test_a_wording_without_sender_name_or_verification_is_refused(lacking: str) -> None:
    whole = "{{法院名称}}{{履行义务人}}{{法院电话}}{{法院地址}}"
    with pytest.raises(MalformedMessage, match="须写明"):
        read(_file(whole.replace("{{" + lacking + "}}", "")))


def test_a_blank_unfilled_malformed_or_too_many_blocks_the_message() -> None:
    blanks = _blanks("urging-text")
    wrong = {**blanks, "法院电话": Blank("", "本院设置"), "案号": Blank("一号", "立案登记")}
    with pytest.raises(Refused) as refused:
        write(load("urging-text"), {**wrong, "送达文书": Blank("通知", "x")}, court=SAMPLE_COURT)
    assert {one.blank for one in refused.value.refusals} == {"法院电话", "案号", "送达文书"}


def test_nothing_is_served_by_text_message() -> None:
    assert wording_for(Channel.SMS, Purpose.SERVICE) is None
    assert wording_for(Channel.EMAIL, Purpose.SERVICE) is not None
