"""Templates are readable data: declared blanks, no expressions, no article numbers."""

import re
from datetime import date

import pytest

from duly.documents import messages
from duly.documents.drawing.values import left_over
from duly.documents.templates import UnknownTemplate, declared, declared_rows, load, template_ids
from duly.documents.templates.reading import MalformedTemplate, read
from duly.documents.templates.template import Fixed, Group, Inline, Template
from duly.law.sources import cite, clause
from duly.law.terms import Role

PARTICULARS = """+++
id = "x"
title = "样例"
clause = "一(三)"
page = "letter"
drafts = ["trial_clerk"]
signs = []
approves = []
seal = "no"
addressee = "debtor"
standing = "court"
+++
"""


def fixed_wording(template: Template) -> str:
    """Return the wording outside the blanks."""
    lines = [
        line
        for item in template.wording
        for line in (item.lines if isinstance(item, Group) else (item,))
    ]
    pieces = [piece for line in lines for piece in line.pieces]
    inner = [p for piece in pieces if isinstance(piece, Inline) for p in piece.pieces]
    return "".join(p.text for p in (*pieces, *inner) if isinstance(p, Fixed))


@pytest.mark.parametrize("template_id", template_ids())
def test_no_article_number_and_no_placeholder_is_fixed_wording(template_id: str) -> None:
    wording = fixed_wording(load(template_id))
    assert not re.search(r"第[一二三四五六七八九十百零]+条", wording)
    assert left_over(wording) == ""


@pytest.mark.parametrize("template_id", template_ids())
def test_every_subject_can_be_cited_and_the_clause_exists(template_id: str) -> None:
    template = load(template_id)
    for subject in template.subjects:
        assert cite(subject, on=date(2026, 11, 24)).article
    assert clause(template.clause).text


@pytest.mark.parametrize("template_id", template_ids())
def test_the_first_lines_are_the_court_and_the_title(template_id: str) -> None:
    opening = [
        item.kind.value for item in load(template_id).wording[:2] if not isinstance(item, Group)
    ]
    assert opening == ["court", "title"]


@pytest.mark.parametrize("template_id", template_ids())
def test_who_signs_is_a_post_or_a_side(template_id: str) -> None:
    sides = {"creditor", "debtor", "objector", "party", "addressee"}
    assert set(load(template_id).signs) <= sides | {role.value for role in Role}
    assert load(template_id).drafts


@pytest.mark.parametrize("template_id", ["defaulter-decision", "consumption-order"])
def test_the_president_signs_the_listing_and_the_consumption_order(template_id: str) -> None:
    assert load(template_id).approves == (Role.PRESIDENT,)


def test_every_declared_blank_is_used_and_explained() -> None:
    used = {name for i in template_ids() for _, name in load(i).holes}
    used |= {name for i in messages.wording_ids() for name in messages.load(i).blanks}
    used_groups = {group for i in template_ids() for group in load(i).groups}
    assert set(declared()) == {name for name in used if ":" not in name}
    assert set(declared_rows()) == used_groups
    assert all(blank.meaning for blank in declared().values())


@pytest.mark.parametrize("template_id", template_ids())
def test_rows_ask_for_no_more_than_their_declared_columns(template_id: str) -> None:
    for group, names in load(template_id).groups.items():
        assert set(names) <= set(declared_rows()[group].columns)


@pytest.mark.parametrize(
    ("wording", "refusal"),
    [
        ("{{没有登记的空白项}}", "没有登记"),
        ("{{案号|upper}}", "没有登记"),
        ("{{ 案号 }}", "没有登记"),
        ("{{案号", "不成对"),
        ("案号}}", "不成对"),
        ("{{#义务}}\n{{义务内容}}", "没有结束"),
        ("{{#义务}}\n{{#送达}}\n{{/送达}}\n{{/义务}}", "不能再有"),
        ("{{#没有登记}}\n{{/没有登记}}", "没有登记"),
        ("{{#义务}}{{#送达}}x{{/送达}}{{/义务}}", "一层"),
    ],
)
def test_anything_but_substitution_is_refused(wording: str, refusal: str) -> None:
    with pytest.raises(MalformedTemplate, match=refusal):
        read(PARTICULARS + wording)


def test_an_unknown_template_is_named() -> None:
    with pytest.raises(UnknownTemplate, match="no-such-paper"):
        load("no-such-paper")


def test_a_path_is_no_template() -> None:
    with pytest.raises(UnknownTemplate):
        load("../templates/urging-notice")


def test_the_version_follows_the_wording() -> None:
    assert read(PARTICULARS + "甲").version != read(PARTICULARS + "乙").version
