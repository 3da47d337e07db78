"""The wording of a template as DOCX: out, edited in a word processor, and read back safely."""

import io
import zipfile
from collections.abc import Callable

import docx as python_docx
import pytest

from duly.documents.render import NotReadable, read_form, word_form
from duly.documents.render.word_form import MOST_BYTES
from duly.documents.sample import SAMPLE_COURT
from duly.documents.templates import LineKind, WrittenLine, file_of, lines_of, load, template_ids

DOCUMENT = "word/document.xml"


def form(template_id: str = "urging-notice") -> bytes:
    return word_form(load(template_id), file_of(template_id), SAMPLE_COURT)


def repacked(made: bytes, change: Callable[[str], str], name: str = DOCUMENT) -> bytes:
    """Return a DOCX with one of its parts changed, packed as a word processor packs it."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made)) as old,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            text = old.read(part).decode()
            new.writestr(part, change(text) if part == name else text)
    return kept.getvalue()


@pytest.mark.parametrize("template_id", template_ids())
def test_a_wording_goes_out_and_comes_back_as_it_was(template_id: str) -> None:
    made = form(template_id)
    assert read_form(made) == lines_of(file_of(template_id))
    assert made == form(template_id)


def test_what_was_edited_elsewhere_is_read() -> None:
    document = python_docx.Document(io.BytesIO(form()))
    closing = next(p for p in document.paragraphs if p.text == "特此通知。")
    closing.runs[0].text = "特此"
    closing.add_run("通知，望及时履行。")
    closing.insert_paragraph_before("另有异议的，可以向本院提出。", style=closing.style)
    saved = io.BytesIO()
    document.save(saved)
    read = read_form(saved.getvalue())
    assert WrittenLine(LineKind.BODY, "特此通知，望及时履行。") in read
    assert WrittenLine(LineKind.BODY, "另有异议的，可以向本院提出。") in read
    assert len(read) == len(lines_of(file_of("urging-notice"))) + 1


def test_styles_are_known_by_name_where_a_program_gave_them_other_ids() -> None:
    made = repacked(form(), lambda text: text.replace('"PaperTitle"', '"17"'))
    made = repacked(made, lambda text: text.replace('"PaperTitle"', '"17"'), "word/styles.xml")
    assert read_form(made)[1].kind is LineKind.TITLE


def test_tracked_changes_count_as_accepted() -> None:
    tracked = (
        "<w:del><w:r><w:delText>特此</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>移走的字</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>现</w:t></w:r></w:ins><w:r><w:t>通知。</w:t></w:r>"
    )
    plain = '<w:r><w:t xml:space="preserve">特此通知。</w:t></w:r>'
    read = read_form(repacked(form(), lambda text: text.replace(plain, tracked)))
    assert WrittenLine(LineKind.BODY, "现通知。") in read


BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE])
def test_entities_are_refused_before_any_is_read(doctype: str) -> None:
    def declared(text: str) -> str:
        return text.replace("<w:document", f"{doctype}<w:document", 1).replace("特此", "&b;", 1)

    with pytest.raises(NotReadable, match="文档类型声明"):
        read_form(repacked(form(), declared))


def test_a_small_file_that_unpacks_to_much_is_refused() -> None:
    padded = repacked(form(), lambda text: text + " " * MOST_BYTES)
    assert len(padded) < 100_000
    with pytest.raises(NotReadable, match="解压后过大"):
        read_form(padded)


def test_a_part_longer_than_the_archive_says_is_cut_off() -> None:
    padded = repacked(form(), lambda text: text + " " * MOST_BYTES)
    size = zipfile.ZipFile(io.BytesIO(padded)).getinfo(DOCUMENT).file_size
    lying = padded.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    with pytest.raises(NotReadable):
        read_form(lying)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("<w:drawing/>", "图片"),
        ('<w:footnoteReference w:id="1"/>', "脚注"),
        ("<w:txbxContent/>", "文本框"),
    ],
)
def test_what_a_wording_cannot_hold_is_not_lost_in_silence(part: str, told: str) -> None:
    def with_part(text: str) -> str:
        return text.replace("<w:r>", f"<w:r>{part}", 1)

    with pytest.raises(NotReadable, match=told):
        read_form(repacked(form(), with_part))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04broken", b"x" * 3_000_000])
def test_what_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(NotReadable):
        read_form(content)
