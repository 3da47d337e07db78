"""条文只能抄自写明的来源：每一条在库的条文都能在来源中逐字找到"""

import hashlib
import tomllib
from datetime import date
from importlib import resources

import pytest

from duly.law.sources import Entry, Status, article, cite, shelf

DATA = resources.files("duly.law.sources") / "data"
COPY = (DATA / "mechanism.txt").read_bytes()
ENTRIES = [(version, entry) for version in shelf().versions for entry in version.entries.values()]
HELD = [entry for _, entry in ENTRIES if entry.citation.status is Status.ON_FILE]


def test_copy_of_the_mechanism_is_unchanged():
    recorded = tomllib.loads((DATA / "clauses.toml").read_text("utf-8"))["sha256"]

    assert hashlib.sha256(COPY).hexdigest() == recorded


@pytest.mark.parametrize("entry", HELD, ids=lambda e: str(e.citation))
def test_wording_on_file_stands_in_its_source(entry: Entry):
    assert entry.citation.source == "mechanism.txt"
    assert entry.copied in COPY.decode("utf-8")
    assert entry.sha256 == hashlib.sha256(entry.copied.encode()).hexdigest()


@pytest.mark.parametrize("entry", HELD, ids=lambda e: str(e.citation))
def test_every_departure_from_the_source_is_listed_with_its_reason(entry: Entry):
    assert (entry.copied != entry.citation.quotation) == bool(entry.corrections)
    assert all(each.why for each in entry.corrections)


def test_what_the_source_quotes_is_on_file_and_nothing_else():
    held = {(entry.citation.title[1:-1], entry.citation.article) for entry in HELD}

    code = "中华人民共和国民事诉讼法"
    listing = "最高人民法院关于公布失信被执行人名单信息的若干规定"
    assert held == {
        (code, "114"),
        (code, "118"),
        (code, "262"),
        (code, "266"),
        (listing, "1"),
        (listing, "2"),
    }


def test_no_wording_without_a_source():
    for _, entry in ENTRIES:
        assert bool(entry.citation.text) == (entry.citation.status is Status.ON_FILE)


def test_article_114_is_marked_as_an_excerpt():
    found = cite("妨害诉讼行为", on=date(2024, 1, 1))

    assert found.excerpt
    assert "……（六）拒不履行" in found.text
    assert not cite("罚款金额与拘留期限", on=date(2024, 1, 1)).excerpt


def test_article_2_of_the_listing_rules_has_two_paragraphs():
    paragraphs = article("失信规定", 2, on=date(2022, 9, 15)).text.split("\n")

    assert len(paragraphs) == 2
    assert paragraphs[1].startswith("失信被执行人积极履行")


def test_article_1_of_the_listing_rules_has_six_limbs():
    limbs = article("失信规定", 1, on=date(2022, 9, 15)).text.split("\n")[1:]

    assert [limb[1] for limb in limbs] == list("一二三四五六")


def test_quotation_heads_the_text_with_its_own_number():
    assert cite("限制出境与征信", on=date(2024, 1, 1)).quotation.startswith(
        "第二百六十六条　被执行人不履行法律文书确定的义务的"
    )


@pytest.mark.parametrize(
    ("name", "first_day"),
    [
        ("失信规定", "2017-05-01"),
        ("限制消费规定", "2015-07-22"),
        ("法释〔2014〕8号", "2014-08-01"),
        ("诉讼费用交纳办法", "2007-04-01"),
        ("案号规定", "2016-01-01"),
        ("法释〔2024〕13号", "2024-12-01"),
    ],
)
def test_instruments_start_on_their_day(name: str, first_day: str):
    starts = [
        version.in_force_from.isoformat()
        for version in shelf().versions
        if name in (*version.names, version.instrument)
    ]

    assert starts == [first_day]


def test_all_thirteen_articles_of_the_listing_rules_are_entered():
    numbers = [article("失信规定", n, on=date(2022, 9, 15)).article for n in range(1, 14)]

    assert numbers == [str(n) for n in range(1, 14)]
