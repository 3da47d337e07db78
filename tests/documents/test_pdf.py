"""PDF: text character for character, embedded fonts, page numbers, the same bytes every time."""

import io
from collections.abc import Callable
from datetime import date

import pikepdf
import pytest

from duly.documents.fonts import missing_glyphs
from duly.documents.mark import Mark, SealPlace
from duly.documents.render import pdf
from duly.documents.sample import sample
from duly.documents.templates import load, template_ids
from tests.documents.conftest import DAY, DrawSample, without_spaces

Extract = Callable[[bytes], str]
RARE = "喆堃淼赟㛃龘䶮𠅤𬭛"
UNSEALED = "（未加盖电子印章）"


def printed(text: str, pages: int) -> str:
    """Return what is read from a PDF without spaces, page numbers and the note of no seal."""
    text = without_spaces(text).replace(UNSEALED, "")
    for page in range(1, pages + 1) if pages > 1 else ():
        text = text.replace(f"—{page}—", "", 1)
    return text


def pages_of(made: bytes) -> int:
    """Return the number of pages."""
    with pikepdf.open(io.BytesIO(made)) as opened:
        return len(opened.pages)


@pytest.mark.parametrize("template_id", template_ids())
def test_every_character_can_be_read_back(template_id: str, extracted: Extract) -> None:
    drawn = sample(load(template_id), on=DAY)
    made = pdf(drawn)
    read = printed(extracted(made), pages_of(made))
    assert sorted(read) == sorted(without_spaces(drawn.text))
    for paragraph in drawn.paragraphs:
        if len(paragraph.cells) == 1:
            assert without_spaces(paragraph.text) in read


def test_rare_characters_are_shown_and_read_back(draw: DrawSample, extracted: Extract) -> None:
    name = f"{RARE}·阿卜杜热西提"
    assert f"{name}：" in extracted(pdf(draw("urging-notice", 被告知人=name)))


def test_rare_characters_in_the_title_face_too(draw: DrawSample, extracted: Extract) -> None:
    read = without_spaces(extracted(pdf(draw("consumption-release", 被限制人=f"被执行人{RARE}"))))
    assert f"被执行人{RARE}" in read


def test_every_fifth_unified_ideograph_is_read_back_in_its_place(
    draw: DrawSample, extracted: Extract
) -> None:
    every = "".join(map(chr, [*range(0x3400, 0x4DB6, 5), *range(0x4E00, 0x9FEB, 5)]))
    shown = every.translate(dict.fromkeys(map(ord, missing_glyphs(every))))
    assert len(shown) > 5_000
    made = pdf(draw("commitment-settlement", 协议内容=shown))
    assert shown in printed(extracted(made), pages_of(made))


def test_a_case_number_is_found_unbroken(draw: DrawSample, extracted: Extract) -> None:
    assert "（2026）粤0117执前调678号" in extracted(pdf(draw("urging-notice")))


@pytest.mark.parametrize("template_id", ["urging-notice", "defaulter-warning", "service-receipt"])
def test_the_same_inputs_give_the_same_bytes(template_id: str) -> None:
    assert pdf(sample(load(template_id), on=DAY)) == pdf(sample(load(template_id), on=DAY))


def test_it_declares_pdf_a_2b_and_embeds_subsets_only() -> None:
    with pikepdf.open(io.BytesIO(pdf(sample(load("urging-notice"), on=DAY)))) as opened:
        metadata = opened.open_metadata()
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfaid:conformance"] == "B"
        fonts = [o for o in opened.objects if isinstance(o, pikepdf.Dictionary)]
        described = [f for f in fonts if f.get("/Type") == "/FontDescriptor"]
        assert described
        assert all("/FontFile3" in f or "/FontFile2" in f for f in described)
        assert all(str(f["/FontName"])[7] == "+" for f in described)


def test_pages_are_numbered_past_one_page_only(draw: DrawSample, extracted: Extract) -> None:
    assert "— 1 —" not in extracted(pdf(draw("performance-certificate")))
    longer = extracted(pdf(draw("urging-application")))
    assert "— 1 —" in longer
    assert "— 2 —" in longer


@pytest.mark.parametrize("seal", SealPlace)
def test_a_paper_says_whether_it_is_sealed(
    draw: DrawSample, extracted: Extract, seal: SealPlace
) -> None:
    read = extracted(pdf(draw("urging-notice"), seal=seal))
    assert [place for place in SealPlace if place.chinese in read] == [seal]


@pytest.mark.parametrize("template_id", ["performance-notice", "commitment-repair"])
def test_a_paper_that_takes_no_seal_does_not_say_so(
    draw: DrawSample, extracted: Extract, template_id: str
) -> None:
    assert UNSEALED not in extracted(pdf(draw(template_id)))


def test_the_date_of_the_file_is_the_papers(draw: DrawSample) -> None:
    made = pdf(draw("urging-notice", on=date(2024, 2, 29)))
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20240229")


def test_a_number_and_a_code_stand_in_the_head_of_every_page(extracted: Extract) -> None:
    mark = Mark("（2026）粤0117履证1号", "0000000000010")
    plain = sample(load("performance-certificate"), on=DAY)
    made = pdf(plain, mark=mark)
    read = printed(extracted(made), pages_of(made))
    assert read.count("编号：（2026）粤0117履证1号验证码：0000-0000-00010") == pages_of(made)
    assert sorted(read.replace(without_spaces(mark.line), "")) == sorted(without_spaces(plain.text))
