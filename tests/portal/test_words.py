"""English is complete in the portal too, and the compiled catalogue is the readable one."""

import gettext
import re
from pathlib import Path

from django.test import Client
from django.urls import reverse

import duly.desk
from tests.desk.test_words import ENTRY, _plain
from tests.portal.words import PORTAL, msgids

LOCALE = Path("locale") / "en" / "LC_MESSAGES"
HOLE = re.compile(r"%\(\w+\)[sd]")


def english(package: Path) -> dict[str, str]:
    with (package / LOCALE / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]


def test_every_word_that_a_page_shows_has_its_english() -> None:
    known = english(Path(duly.desk.__file__).parent) | english(PORTAL)
    assert sorted(word for word in msgids() if not known.get(word)) == []


def test_no_entry_is_left_over_or_said_twice() -> None:
    own = set(english(PORTAL)) - {""}
    desk = set(english(Path(duly.desk.__file__).parent))
    assert (sorted(own - msgids()), sorted(own & desk)) == ([], [])


def test_the_compiled_catalogue_is_the_readable_one_with_the_same_holes() -> None:
    readable = dict(ENTRY.findall((PORTAL / LOCALE / "django.po").read_text(encoding="utf-8")))
    del readable[""]
    compiled = {word: text for word, text in english(PORTAL).items() if word}
    assert compiled == {_plain(word): _plain(text) for word, text in readable.items()}
    for chinese, text in compiled.items():
        assert sorted(HOLE.findall(chinese)) == sorted(HOLE.findall(text)), chinese


def test_a_party_reads_english_and_stays_in_it(debtor: Client) -> None:
    home = reverse("portal:home")
    debtor.post(reverse("portal:language"), {"language": "en", "next": home})
    page = debtor.get(home).content.decode()
    assert '<html lang="en">' in page
    assert "Pay here" in page
