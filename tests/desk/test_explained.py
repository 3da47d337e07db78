"""Each mechanism is explained as it works: no rule untold, no text lost, the docs as generated."""

import html
import re
import tomllib
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

from duly.desk.explained import cited, every, explained, text
from duly.desk.explained.markdown import AS_OF
from duly.documents.templates import template_ids
from duly.law.mechanism import MECHANISMS
from duly.law.sources import clause, clauses
from duly.law.terms import Role
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import Walk

PROJECT = Path(__file__).parents[2]
ROWS = tomllib.loads((PROJECT / "tests/acceptance/map.toml").read_text(encoding="utf-8"))["row"]
# Checks of how an answer is written, the same everywhere, carry this name.
OF_ANSWERS = "check"
MARK = re.compile(r"^(?:（[一二三四五六]）|（\d{1,2}）|\d{1,2}\.) ?", re.ASCII)
CHINESE = re.compile(r"[\u3400-\u9fff]")


def weighed(name: str) -> set[str]:
    mechanism = MECHANISMS[name]
    steps = mechanism.steps
    functions = (f for s in steps for f in (*s.guards, *s.checks, *s.cautions))
    return {f.__name__ for f in (*functions, *mechanism.applies)} - {OF_ANSWERS}


@pytest.mark.parametrize("name", MECHANISMS)
def test_every_rule_that_a_step_weighs_is_told_in_plain_words(name: str) -> None:
    told = {one for rule in explained(name).rules for one in rule.by}

    assert told == weighed(name)


@pytest.mark.parametrize("name", MECHANISMS)
def test_every_text_that_a_rule_names_can_be_cited(name: str) -> None:
    for rule in explained(name).rules:
        assert rule.law
        assert [str(cited(one, AS_OF)) for one in rule.law]


@pytest.mark.parametrize("name", MECHANISMS)
def test_what_is_caught_is_a_row_of_the_acceptance_map(name: str) -> None:
    known = {row["id"] for row in ROWS}

    for slip in explained(name).slips:
        assert slip.rows
        assert set(slip.rows) <= known


@pytest.mark.parametrize("name", MECHANISMS)
def test_every_sentence_stands_in_both_languages(name: str) -> None:
    told = explained(name)
    words = [told.purpose, *(r.words for r in told.rules)]
    words += [one for slip in told.slips for one in (slip.words, slip.caught)]

    assert all(CHINESE.search(one.chinese) for one in words)
    # A limb, （三）, or the name of a paper may stay Chinese; a sentence may not.
    assert [one.english for one in words if len(CHINESE.findall(one.english)) > 3] == []


def test_the_docs_are_what_the_data_generate(tmp_path: Path) -> None:
    call_command("explain_mechanisms", out=tmp_path, verbosity=0)
    written = {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    kept = PROJECT / "docs" / "mechanisms"

    assert written == {file.name: file.read_text(encoding="utf-8") for file in kept.iterdir()}


def test_the_text_by_clause_leaves_nothing_out() -> None:
    shown = "".join(one.own for one in text())

    for stage in ("前言", "一", "二", "三"):
        for line in clause(stage).text.split("\n"):
            assert _bare(MARK.sub("", line)) in _bare(shown)
    assert [one.citation.article for one in text()] == list(clauses())


def test_each_clause_leads_to_what_cites_it() -> None:
    steps = {
        (row.mechanism.name, step.name)
        for one in text()
        for row in one.cited_by
        for step in row.steps
    }

    assert steps == {(m.name, s.name) for m in MECHANISMS.values() for s in m.steps}
    assert sum(len(row.rules) for one in text() for row in one.cited_by) >= len(every())


@pytest.mark.django_db
def test_a_page_explains_its_mechanism_from_clause_to_slip(as_role: As) -> None:
    page = as_role(Role.ENFORCEMENT_JUDGE).get(
        reverse("desk:mechanism", kwargs={"name": "defaulter_warning"})
    )
    shown = page.content.decode()

    assert "未成年人一律不得纳入" in shown
    assert "具有下列情形之一的，人民法院应当将其纳入失信被执行人名单" in shown
    assert "条文未存" in shown
    assert reverse("desk:sample_paper", kwargs={"template": "defaulter-warning"}) in shown
    assert "S-154" in shown


@pytest.mark.django_db
def test_every_paper_has_a_sample_in_the_program(as_role: As) -> None:
    client = as_role(Role.MEDIATOR)

    for template in template_ids():
        address = reverse("desk:sample_paper", kwargs={"template": template})
        assert client.get(address).status_code == 200, template
    assert client.get("/mechanisms/papers/nothing/").status_code == 404


def _bare(words: str) -> str:
    return "".join(words.split())


def test_each_text_that_a_past_act_rests_on_is_one_click_away(at_the_walk: Walk, as_role: As):
    walks.to_published(at_the_walk)
    client = as_role(Role.ENFORCEMENT_JUDGE)
    page = client.get(reverse("desk:matter", args=[at_the_walk.matter.pk])).content.decode()
    addresses = set(re.findall(r'hx-get="(/mechanisms/law/[^"]+)"', page))
    texts = [client.get(html.unescape(one), headers={"HX-Request": "true"}) for one in addresses]
    assert len(addresses) > 20
    assert {one.status_code for one in texts} == {200}
    told = [one.content.decode() for one in texts]
    assert any("有履行能力而拒不履行生效法律文书确定义务" in one for one in told)
    assert any("条文未存" in one for one in told)
    assert all("<h1" not in one for one in told)
    whole = client.get(html.unescape(min(addresses))).content.decode()
    assert "适用的文本" in whole
