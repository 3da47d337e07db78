"""Finds templates by id."""

from functools import cache
from importlib import resources

from duly.documents.templates.reading import read
from duly.documents.templates.template import Template


class UnknownTemplate(LookupError):
    """There is no template of that id."""


@cache
def template_ids() -> tuple[str, ...]:
    """Return the id of every template, in alphabetical order."""
    names = (file.name for file in resources.files(__package__).iterdir())
    return tuple(sorted(n.removesuffix(".txt") for n in names if n.endswith(".txt")))


@cache
def load(template_id: str) -> Template:
    """Return a template. Raises UnknownTemplate, or MalformedTemplate for a broken file."""
    return read(file_of(template_id))


def file_of(template_id: str) -> str:
    """Return the text of a template file. Raises UnknownTemplate."""
    if template_id not in template_ids():
        raise UnknownTemplate(f"没有“{template_id}”这一样式")
    file = resources.files(__package__) / f"{template_id}.txt"
    return file.read_text(encoding="utf-8")
