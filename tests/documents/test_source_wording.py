"""The court's own wording, word for word, save the corrections listed."""

from pathlib import Path

import pytest

from duly.documents.corrections import (
    NoSource,
    corrections,
    difference,
    in_markdown,
    our_wording,
    reversed_wording,
    source_wording,
)
from duly.documents.corrections.wording import normalised
from duly.documents.templates import Standing, load, template_ids

TEN = (
    "performance-notice",
    "urging-application",
    "urging-notice",
    "defaulter-warning",
    "fine-warning",
    "detention-warning",
    "objection-notice",
    "commitment-settlement",
    "commitment-repair",
    "performance-certificate",
)


def test_the_ten_templates_of_the_mechanism_are_there_and_only_they_claim_its_wording() -> None:
    courts_own = {i for i in template_ids() if load(i).standing is Standing.COURT}
    assert courts_own == set(TEN)


@pytest.mark.parametrize("template_id", TEN)
def test_with_its_corrections_undone_a_template_is_the_source(template_id: str) -> None:
    assert reversed_wording(template_id) == normalised(source_wording(template_id))


@pytest.mark.parametrize("template_id", TEN)
def test_without_the_corrections_a_template_differs_from_the_source(template_id: str) -> None:
    assert our_wording(template_id) != normalised(source_wording(template_id))


@pytest.mark.parametrize("correction", corrections(), ids=lambda c: f"{c.template}:{c.ours[:20]}")
def test_every_correction_has_a_reason_and_stands_in_the_table(correction: object) -> None:
    assert correction.reason  # type: ignore[attr-defined]
    assert f"| {correction.reason} |" in in_markdown()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("template_id", "shown"),
    [
        ("commitment-repair", "[-将于必定-]{+必定将于+}[3]"),
        ("commitment-settlement", "[-予以立案强制。-]{+予以立案强制执行。+}"),
        ("defaulter-warning", "[-的规定，将依法将-]{+的规定，依法将+}"),
        ("defaulter-warning", "[-[bookmark:_GoBack]-]"),
        ("fine-warning", "[-zdqz二〇二年月日-]{+{{印章}}{{落款日期}}+}"),
        ("objection-notice", "[-第一百一十一条、一百一十二条、一百一十三条、一百一十五条-]"),
        ("urging-application", "[-转入执行督促履行程序-]{+转入执前督促履行程序+}"),
    ],
)
def test_the_difference_from_the_source_is_shown_in_place(template_id: str, shown: str) -> None:
    assert shown in difference(template_id)


def test_every_correction_is_shown_in_the_difference_of_its_template() -> None:
    for correction in corrections():
        assert f"[-{correction.source}-]" in difference(correction.template)


def test_a_paper_without_a_source_template_says_so() -> None:
    with pytest.raises(NoSource, match="样式待本院核定"):
        difference("consumption-order")


def test_the_table_in_the_docs_is_the_table_of_the_program() -> None:
    page = Path(__file__).parents[2] / "docs" / "corrections.md"
    assert page.read_text("utf-8").endswith(in_markdown())


def test_no_cell_breaks_the_table() -> None:
    assert all(line.count("|") == 5 for line in in_markdown().splitlines())
