"""Template versions: checked by paragraph, compared by words, in force by the day of the paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from duly.accounts.models import User
from duly.documents import versions
from duly.documents.corrections import beside_the_source
from duly.documents.models import TemplateDecision, TemplateVersion, Wording
from duly.documents.sample import SAMPLE_COURT, SampleCase, sample
from duly.documents.templates import (
    LineKind,
    Standing,
    WrittenLine,
    file_of,
    lines_of,
    load,
    read,
    template_ids,
    with_lines,
)
from duly.law.sources import shelf
from duly.registry.models import Court
from tests.documents.conftest import DAY

WARNING = "defaulter-warning"


def lines() -> list[WrittenLine]:
    return list(lines_of(file_of(WARNING)))


def changed(old: str, new: str) -> list[WrittenLine]:
    """Return the warning's lines with one stretch of text replaced."""
    found = [replace(one, text=one.text.replace(old, new)) for one in lines()]
    assert found != lines()
    return found


def sentences(given: list[WrittenLine]) -> list[tuple[int, str]]:
    found = versions.faults(WARNING, given, on=DAY, court=SAMPLE_COURT, law=shelf())
    return [(fault.paragraph, fault.sentence) for fault in found]


@pytest.mark.parametrize("template_id", template_ids())
def test_a_template_is_its_lines_and_back(template_id: str) -> None:
    file = file_of(template_id)
    assert with_lines(file, lines_of(file)) == file
    again = read(file.replace(file.split("+++\n")[2], "") + _written(file))
    assert again.wording == load(template_id).wording


def _written(file: str) -> str:
    return "".join(f"{one.as_filed}\n" for one in lines_of(file))


@pytest.mark.parametrize("template_id", template_ids())
def test_every_packaged_wording_passes_the_check_of_its_own_changes(template_id: str) -> None:
    found = versions.faults(
        template_id, lines_of(file_of(template_id)), on=DAY, court=SAMPLE_COURT, law=shelf()
    )
    assert found == ()


@pytest.mark.parametrize("template_id", template_ids())
def test_the_three_samples_of_a_paper_differ(template_id: str) -> None:
    texts = {sample(load(template_id), case, on=DAY).text for case in SampleCase}
    assert len(texts) == len(SampleCase)


def test_the_three_samples_print_and_leave_out_what_may_be_left_out() -> None:
    texts = {case: sample(load(WARNING), case, on=DAY).text for case in SampleCase}
    later = "（2026）粤0117民初1234号判决、"
    assert later not in texts[SampleCase.SPARE]
    assert "你单位" in texts[SampleCase.FULL]
    assert "你单位" not in texts[SampleCase.USUAL]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{理由}}", "{{借口}}", "空白项“借口”没有登记"),
        ("{{理由}}", "{{家属}}", "空白项“家属”没有来源"),
        ("特此提醒通知。", "特此提醒通知××。", "留有占位内容“××”"),
        ("特此提醒通知。", "依照第二百五十五条特此通知。", "“第二百五十五条”是手写的条文号"),
        ("特此提醒通知。", "依照{{法条:没有的事}}特此通知。", "法条“没有的事”在起用日无法确定"),
        ("特此提醒通知。", "｛｛称谓｝｝请注意。", "不成对的空白项标记"),
        ("特此提醒通知。", "* 特此提醒通知。", "开头的“* ”在样式里另有用处"),
        ("特此提醒通知。", "特此\t通知。", "不可见字符"),
        ("，{{/送达}}并", "，并", "“送达”没有在这一段里结束"),
    ],
)
def test_a_fault_names_its_paragraph(old: str, new: str, told: str) -> None:
    given = changed(old, new)
    number = next(n for n, one in enumerate(given, 1) if new in one.text)
    assert any(paragraph == number and told in sentence for paragraph, sentence in sentences(given))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{理由}}", "拒绝履行", "缺少空白项“理由”"),
        ("{{送达文书}}", "文书", "缺少“送达”中的空白项“送达文书”"),
        ("预纳入失信名单提醒通知书", "提醒函", "法院名称和文书名称不能改"),
    ],
)
def test_what_is_missing_belongs_to_the_whole(old: str, new: str, told: str) -> None:
    assert any(not place and told in sentence for place, sentence in sentences(changed(old, new)))


def test_a_law_no_longer_cited_is_told() -> None:
    given = changed("{{法条:失信情形、失信期限}}", "{{法条:失信情形}}")
    given = [one for one in given if "{{条文:失信期限}}" not in one.text]
    assert sentences(given) == []
    assert versions.notes(WARNING, given, load(WARNING)) == ("不再引用的法条：失信期限",)


def test_the_difference_is_by_words_and_keeps_blanks_whole() -> None:
    told = versions.words("责令{{称谓}}尽快履行下列义务", "责令{{被告知人}}立即履行下列义务")
    assert [(c.kind, c.text) for c in told] == [
        ("same", "责令"),
        ("removed", "{{称谓}}尽快"),
        ("added", "{{被告知人}}立即"),
        ("same", "履行下列义务"),
    ]


def test_a_paragraph_stands_beside_its_counterpart() -> None:
    old = [WrittenLine(LineKind.BODY, text) for text in ("甲乙丙丁", "子丑寅卯", "末段文字")]
    new = [
        WrittenLine(LineKind.BODY, text)
        for text in ("甲乙丙丁", "新写的一段话", "子丑寅卯辰", "末段文字")
    ]
    rows = versions.compared(old, new)
    assert [(row.place, row.same) for row in rows] == [(1, True), (2, False), (3, False), (4, True)]
    assert "".join(c.text for c in rows[2].new) == "子丑寅卯辰"
    assert [c.kind for c in rows[1].changes] == ["added"]


@pytest.mark.parametrize(
    "template_id", [i for i in template_ids() if load(i).standing is Standing.COURT]
)
def test_an_unchanged_wording_equals_the_source_but_for_its_corrections(template_id: str) -> None:
    source, ours = beside_the_source(load(template_id))
    assert ours == source


def test_a_changed_wording_no_longer_equals_the_source() -> None:
    template = read(with_lines(file_of(WARNING), changed("特此提醒通知。", "特此通知。")))
    told = versions.words(*beside_the_source(template))
    assert [(c.kind, c.text) for c in told if c.kind != "same"] == [("removed", "提醒")]


def test_a_change_beside_the_seal_tells_nothing_of_the_seal() -> None:
    file = file_of("urging-notice")
    closing = WrittenLine(LineKind.BODY, "特此通知。")
    lines = [replace(o, text="特此通知，望履行。") if o == closing else o for o in lines_of(file)]
    told = versions.words(*beside_the_source(read(with_lines(file, lines))))
    assert [(c.kind, c.text) for c in told if c.kind != "same"] == [("added", "，望履行")]


PublishIn = Callable[[str, date], str]


@pytest.fixture
def court(db: None) -> Court:
    return Court.objects.create(code="粤0117", name="广州市从化区人民法院")


@pytest.fixture
def publish(court: Court) -> PublishIn:
    """Return a function that puts a wording in force from a day, and gives its hash."""
    at = datetime(2026, 11, 1, 1, tzinfo=UTC)
    head, president = (User.objects.create(username=name, full_name=name) for name in "ab")

    def put(new: str, since: date) -> str:
        kept = versions.keep(with_lines(file_of(WARNING), changed("特此提醒通知。", new)))
        row = TemplateVersion.objects.create(
            court=court,
            template=WARNING,
            version=kept.version,
            since=since,
            basis="纪要1号",
            proposed_by=head,
            proposed_at=at,
        )
        TemplateDecision.objects.create(
            proposal=row, published=True, decided_by=president, decided_at=at
        )
        return kept.version

    return put


def test_the_wording_follows_the_day_of_the_paper(court: Court, publish: PublishIn) -> None:
    first = publish("特此提醒，望及时履行。", date(2026, 12, 1))
    second = publish("特此提醒。", date(2027, 1, 1))
    in_force = {
        on: versions.in_force(court, WARNING, on=on).version
        for on in (date(2026, 11, 30), date(2026, 12, 1), date(2027, 1, 1))
    }
    assert list(in_force.values()) == [load(WARNING).version, first, second]


def test_a_kept_wording_is_known_by_its_hash_and_never_changes(
    court: Court, publish: PublishIn
) -> None:
    version = publish("特此提醒，望及时履行。", date(2026, 12, 1))
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE documents_wording SET text = 'x'")
    assert "望及时履行" in versions.file_by_hash(WARNING, version)
    assert versions.by_hash(WARNING, version).version == version
    with pytest.raises(versions.UnknownVersion, match="没有版本"):
        versions.by_hash(WARNING, "0" * 64)


def test_a_text_that_has_not_its_hash_is_not_used(court: Court) -> None:
    Wording.objects.create(template=WARNING, version="f" * 64, text=file_of(WARNING))
    with pytest.raises(versions.UnknownVersion, match="不符"):
        versions.by_hash(WARNING, "f" * 64)


def test_lines_that_repeat_must_end() -> None:
    given = list(lines_of(file_of("urging-notice")))
    given = [one for one in given if one.text != "{{/义务}}"]
    found = versions.faults("urging-notice", given, on=DAY, court=SAMPLE_COURT, law=shelf())
    assert [fault.sentence for fault in found] == ["重复的部分“义务”没有结束"]
