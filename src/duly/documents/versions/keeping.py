"""Which wording a paper is drawn from: by the day it bears, or by the hash that it kept."""

from datetime import date
from functools import lru_cache

from django.db.models import QuerySet

from duly.documents.models import TemplateVersion, Wording
from duly.documents.templates import Template, WrittenLine, file_of, lines_of, load, read
from duly.registry.models import Court


class UnknownVersion(LookupError):
    """No wording of that hash is held."""


def published(court: Court) -> QuerySet[TemplateVersion]:
    """Return the wordings that a court has put in force or will, the newest day first."""
    rows = TemplateVersion.objects.filter(court=court, decision__published=True)
    return rows.order_by("-since", "-decision__pk")


def in_force(court: Court, template_id: str, *, on: date) -> Template:
    """Return a court's template as it stands for papers of a day.

    Raises UnknownTemplate, or UnknownVersion where its wording is not held.
    """
    row = published(court).filter(template=template_id, since__lte=on).first()
    return by_hash(template_id, row.version) if row else load(template_id)


def before(row: TemplateVersion) -> Template:
    """Return the wording that a proposed one takes, or took, the place of."""
    others = (
        published(row.court).filter(template=row.template, since__lte=row.since).exclude(pk=row.pk)
    )
    decision = getattr(row, "decision", None)
    if decision is not None:
        others = others.filter(decision__pk__lt=decision.pk)
    last = others.first()
    return by_hash(row.template, last.version) if last else load(row.template)


def by_hash(template_id: str, version: str) -> Template:
    """Return the wording of a template that has a hash.

    Raises UnknownVersion, also where the text that is held has another hash, and
    MalformedTemplate where it no longer can be read.
    """
    if load(template_id).version == version:
        return load(template_id)
    template = read_kept(file_by_hash(template_id, version))
    if template.version != version:
        raise UnknownVersion(f"《{template.title}》的文字与版本{version[:12]}不符，不能使用")
    return template


def file_by_hash(template_id: str, version: str) -> str:
    """Return the text of a wording as its file has it. Raises UnknownVersion."""
    if load(template_id).version == version:
        return file_of(template_id)
    row = Wording.objects.filter(template=template_id, version=version).first()
    if row is None:
        raise UnknownVersion(f"《{load(template_id).title}》没有版本{version[:12]}的文字")
    file: str = row.text
    return file


def lines(template_id: str, version: str) -> tuple[WrittenLine, ...]:
    """Return the lines of a wording. Raises UnknownVersion."""
    return lines_of(file_by_hash(template_id, version))


def keep(file: str) -> Template:
    """Keep a wording, once however often it is given, and return it as a template.

    Raises MalformedTemplate.
    """
    template = read(file)
    Wording.objects.get_or_create(
        version=template.version, defaults={"template": template.id, "text": file}
    )
    return template


@lru_cache(maxsize=128)
def read_kept(file: str) -> Template:
    """Return the template that a file holds; many papers are drawn from one."""
    return read(file)
