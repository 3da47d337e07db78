"""Every word of the portal that needs its English, found in the sources themselves."""

import re
from collections.abc import Iterator
from pathlib import Path

import duly.portal
from duly.portal.office.submission import CHOICES
from duly.portal.templatetags.portal import WORDS
from tests.desk.words import BLOCK, HOLE, IN_PYTHON, IN_TEMPLATE

PORTAL = Path(duly.portal.__file__).parent
CHINESE = re.compile(r"[㐀-鿿]")


def msgids() -> set[str]:
    """Return every Chinese word that a page may show in the reader's language."""
    found = {*_templates(), *_python(), *_terms()}
    return {word for word in found if CHINESE.search(word)}


def _templates() -> Iterator[str]:
    for file in sorted((PORTAL / "templates").rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        for double, single in IN_TEMPLATE.findall(text):
            yield double or single
        for block in BLOCK.findall(text):
            yield HOLE.sub(r"%(\1)s", block)


def _python() -> Iterator[str]:
    for file in sorted(PORTAL.rglob("*.py")):
        yield from IN_PYTHON.findall(file.read_text(encoding="utf-8"))
    for chosen in CHOICES.values():
        yield from chosen.values()


def _terms() -> Iterator[str]:
    for kind in WORDS:
        yield from (member.chinese for member in kind)
