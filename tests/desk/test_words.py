"""English is complete, and the compiled catalogue is the one that can be read."""

import gettext
import re
from pathlib import Path

from django.test import Client
from django.urls import reverse

import duly.desk
from duly.law.terms import Role
from tests.desk.conftest import As
from tests.desk.words import msgids

CATALOGUE = Path(duly.desk.__file__).parent / "locale" / "en" / "LC_MESSAGES"
ENTRY = re.compile(r'^msgid "(.*)"\nmsgstr "(.*)"$', re.MULTILINE)


def english() -> dict[str, str]:
    with (CATALOGUE / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]


def test_every_word_that_a_page_shows_has_its_english() -> None:
    catalogue = english()
    assert sorted(word for word in msgids() if not catalogue.get(word)) == []


def test_no_entry_is_left_over() -> None:
    assert sorted(set(english()) - msgids() - {""}) == []


def test_the_compiled_catalogue_is_the_readable_one() -> None:
    readable = dict(ENTRY.findall((CATALOGUE / "django.po").read_text(encoding="utf-8")))
    del readable[""]
    compiled = {word: text for word, text in english().items() if word}
    assert compiled == {_plain(word): _plain(text) for word, text in readable.items()}


def test_holes_are_the_same_in_both_languages() -> None:
    hole = re.compile(r"%\(\w+\)[sd]")
    for chinese, text in english().items():
        if chinese:
            assert sorted(hole.findall(chinese)) == sorted(hole.findall(text)), chinese


def test_the_language_is_switched_and_stays(as_role: As) -> None:
    client = as_role(Role.TRIAL_CLERK)
    assert '<html lang="zh-hans">' in client.get(reverse("desk:today")).content.decode()
    client.post(reverse("desk:language"), {"language": "en", "next": "/"})
    page = client.get(reverse("desk:today")).content.decode()
    assert '<html lang="en">' in page
    assert ">Today</h1>" in page


def test_the_switch_leads_nowhere_else() -> None:
    answer = Client().post(
        reverse("desk:language"), {"language": "en", "next": "https://example.invalid/"}
    )
    assert answer.url == "/"


def _plain(text: str) -> str:
    return text.replace('\\"', '"').replace("\\\\", "\\")
