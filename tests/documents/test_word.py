"""DOCX: opens elsewhere, real styles and tables, no text boxes, the same bytes every time."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx as python_docx
import pytest

from duly.documents.mark import Mark
from duly.documents.render import docx
from duly.documents.sample import sample
from duly.documents.templates import load, template_ids
from tests.documents.conftest import DAY, DrawSample, without_spaces

UNSEALED = "（未加盖电子印章）"


def text_of(made: bytes) -> str:
    """Return the text of the body in its order, tables included."""
    body = python_docx.Document(io.BytesIO(made)).element.body
    return "".join(node.text or "" for node in body.iter() if node.tag.endswith("}t"))


@pytest.mark.parametrize("template_id", template_ids())
def test_another_program_reads_every_character(template_id: str) -> None:
    drawn = sample(load(template_id), on=DAY)
    read = without_spaces(text_of(docx(drawn))).replace(UNSEALED, "")
    assert read == without_spaces(drawn.text)


@pytest.mark.parametrize("template_id", template_ids())
def test_every_paragraph_has_a_named_style(template_id: str) -> None:
    document = python_docx.Document(io.BytesIO(docx(sample(load(template_id), on=DAY))))
    names = {style.name for style in document.styles}
    used = {p.style.name for p in document.paragraphs if p.style}
    assert used <= names - {"Normal"}


def test_it_has_real_tables_a_page_field_and_no_text_box() -> None:
    made = docx(sample(load("transfer-record"), on=DAY))
    document = python_docx.Document(io.BytesIO(made))
    assert document.tables[0].rows[0].cells[0].text == "执前督促案号"
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert b" PAGE " in archive.read("word/footer1.xml")
        body = archive.read("word/document.xml")
    assert b"txbx" not in body
    assert b"<w:drawing" not in body


def test_it_names_the_courts_usual_fonts() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(sample(load("urging-notice"), on=DAY)))) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert "仿宋_GB2312" in styles
    assert "方正小标宋简体" in styles
    assert 'w:line="560" w:lineRule="exact"' in styles


def test_the_same_inputs_give_the_same_bytes() -> None:
    made = [docx(sample(load("defaulter-warning"), on=DAY)) for _ in range(2)]
    assert made[0] == made[1]


def test_markup_in_a_value_stays_text(draw: DrawSample) -> None:
    sly = "甲</w:t><w:fldSimple w:instr='DDEAUTO'>&乙"
    assert sly in text_of(docx(draw("urging-notice", 被告知人=sly)))


def test_it_bears_no_seal_and_says_so_where_one_belongs(draw: DrawSample) -> None:
    assert UNSEALED in text_of(docx(draw("urging-notice")))
    assert UNSEALED not in text_of(docx(draw("performance-notice")))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    paper.write_bytes(docx(sample(load("enforcement-notice"), on=DAY)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run([*command, "--outdir", tmp_path, paper], check=True, capture_output=True)
    read = without_spaces((tmp_path / "paper.txt").read_text("utf-8-sig"))
    assert "（2026）粤0117民初1234号判决" in read
    assert "二〇二六年十一月二十四日" in read


def test_a_number_and_a_code_stand_in_the_head_of_every_page() -> None:
    mark = Mark("（2026）粤0117履证1号", "0000000000010")
    made = docx(sample(load("performance-certificate"), on=DAY), mark=mark)
    section = python_docx.Document(io.BytesIO(made)).sections[0]
    for header in (section.header, section.first_page_header):
        assert [paragraph.text for paragraph in header.paragraphs] == [mark.line]
