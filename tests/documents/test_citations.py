"""Citations and quoted articles follow the paper's date; what is not held is not quoted."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from duly.documents.drawing import Reason, Refused
from tests.documents.conftest import DrawSample

PAPERS = tomllib.loads((Path(__file__).parent / "citations.toml").read_text("utf-8"))["paper"]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: f"{p['template']} {p['on']}")
def test_a_paper_cites_the_articles_of_its_day(draw: DrawSample, paper: dict[str, Any]) -> None:
    assert paper["cites"] in draw(paper["template"], on=paper["on"]).text


@pytest.mark.parametrize("template_id", ["fine-warning", "detention-warning", "defaulter-warning"])
def test_a_paper_that_must_quote_an_article_not_held_is_refused(
    draw: DrawSample, template_id: str
) -> None:
    with pytest.raises(Refused, match="条文未存") as refused:
        draw(template_id, on=date(2021, 12, 31))
    assert {refusal.reason for refusal in refused.value.refusals} == {Reason.NOT_HELD}


def test_a_paper_dated_before_the_texts_is_refused(draw: DrawSample) -> None:
    with pytest.raises(Refused) as refused:
        draw("urging-notice", on=date(2010, 1, 1))
    assert {refusal.reason for refusal in refused.value.refusals} == {Reason.NO_CITATION}
    assert len(refused.value.refusals) == 5


def test_the_annex_quotes_article_2_in_its_two_paragraphs(draw: DrawSample) -> None:
    lines = draw("defaulter-warning").text.split("\n")
    assert any(line.startswith("第二条　被执行人具有本规定第一条") for line in lines)
    assert any(line.startswith("失信被执行人积极履行") for line in lines)


def test_a_citation_says_what_it_stands_for(draw: DrawSample) -> None:
    drawn = draw("urging-notice")
    assert [citation.article for citation in drawn.citations] == ["247", "251", "263", "264", "266"]
    cited = [s for p in drawn.paragraphs for s in p.spans if s.blank.startswith("法条:")]
    assert cited[0].source == "《中华人民共和国民事诉讼法》第二百四十七条"
