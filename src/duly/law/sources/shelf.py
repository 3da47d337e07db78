"""The shelf: which article answers to a subject, or bears a number, on a given date."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

from duly.law.sources.citation import Citation
from duly.law.sources.form import read_version
from duly.law.sources.overlay import homes, merged, titles
from duly.law.sources.refusal import BeforeFirstText, UnknownArticle, UnknownSubject
from duly.law.sources.version import Version

_INNER_MARKS = str.maketrans("〈〉", "《》")


class Shelf:
    """Versions of instruments, looked up by date. Later files fill in or add to earlier ones."""

    def __init__(self, versions: Iterable[Version]) -> None:
        self._versions = merged(versions)
        self._titles = titles(self._versions)
        self._homes = homes(self._versions)
        self._by_subject = {
            (title, version.in_force_from): {
                entry.citation.subject: entry.citation for entry in version.entries.values()
            }
            for title, held in self._versions.items()
            for version in held
        }

    @property
    def versions(self) -> tuple[Version, ...]:
        """Every version held, instrument by instrument, oldest first."""
        return tuple(version for held in self._versions.values() for version in held)

    @property
    def subjects(self) -> tuple[str, ...]:
        """Every subject that can be cited."""
        return tuple(self._homes)

    def with_version(self, version: Version) -> "Shelf":
        """Return this shelf with one more version laid over it. Raises MalformedFile."""
        return Shelf([*self.versions, version])

    def cite(self, subject: str, *, on: date) -> Citation:
        """Return the article that answers to a subject on a date.

        Raises UnknownSubject, or BeforeFirstText for a date before the first version.
        """
        home = self._homes.get(subject)
        if home is None:
            raise UnknownSubject(f"没有“{subject}”这一事项")
        version = self._in_force(home, on)
        found = self._by_subject[home, version.in_force_from].get(subject)
        if found is None:
            raise UnknownSubject(f"《{home}》{version.version}未登记“{subject}”这一事项")
        return found

    def article(self, instrument: str, number: str | int, *, on: date) -> Citation:
        """Return an article of an instrument by its number on a date.

        The instrument goes by its full title, a short title or its document number.
        Raises UnknownArticle, or BeforeFirstText for a date before the first version.
        """
        title = self._titles.get(_bare(instrument))
        if title is None:
            raise UnknownArticle(f"没有《{instrument}》")
        version = self._in_force(title, on)
        entry = version.entries.get(str(number))
        if entry is None:
            raise UnknownArticle(f"《{title}》{version.version}未登记第{number}条")
        return entry.citation

    def check_citation(
        self, instrument: str, number: str | int, subject: str, *, on: date
    ) -> Citation | None:
        """Return None where a printed citation is right on a date, else the right one.

        Raises UnknownSubject or BeforeFirstText where the right one is not known.
        """
        right = self.cite(subject, on=on)
        printed = self._titles.get(_bare(instrument)), str(number)
        return None if printed == (right.instrument, right.article) else right

    def _in_force(self, title: str, on: date) -> Version:
        held = self._versions[title]
        started = [version for version in held if version.in_force_from <= on]
        if not started:
            first = held[0]
            raise BeforeFirstText(
                f"《{title}》在库最早的文本自{first.in_force_from}起施行，{on}适用的文本不在库"
            )
        version = started[-1]
        if version.in_force_to is not None and version.in_force_to < on:
            raise UnknownArticle(
                f"《{title}》{version.version}施行至{version.in_force_to}，其后的文本不在库"
            )
        return version


@cache
def _packaged() -> tuple[Version, ...]:
    folder = resources.files(__package__) / "data" / "instruments"
    files = sorted((file for file in folder.iterdir()), key=lambda file: file.name)
    return tuple(read_version(file.read_bytes(), file.name) for file in files)


@cache
def _packaged_shelf() -> Shelf:
    return Shelf(_packaged())


def shelf(extra: Path | None = None) -> Shelf:
    """Return the packaged shelf, overlaid by a court's own files where a folder is given.

    `extra` is the court's folder: its `articles/*.toml` are read in order of name. A
    file for a version on file fills in its articles; another date adds a version.
    Raises MalformedFile.
    """
    if extra is None:
        return _packaged_shelf()
    files = sorted((extra / "articles").glob("*.toml"))
    own = [read_version(file.read_bytes(), file.name) for file in files]
    return Shelf([*_packaged(), *own])


def cite(subject: str, *, on: date) -> Citation:
    """Return the article for a subject on a date, from the packaged shelf (Shelf.cite)."""
    return _packaged_shelf().cite(subject, on=on)


def article(instrument: str, number: str | int, *, on: date) -> Citation:
    """Return an article by its number on a date, from the packaged shelf (Shelf.article)."""
    return _packaged_shelf().article(instrument, number, on=on)


def check_citation(
    instrument: str, number: str | int, subject: str, *, on: date
) -> Citation | None:
    """Return None where a printed citation is right on a date, else the right one."""
    return _packaged_shelf().check_citation(instrument, number, subject, on=on)


def _bare(instrument: str) -> str:
    if instrument.startswith("《") and instrument.endswith("》"):
        instrument = instrument[1:-1]
    return instrument.translate(_INNER_MARKS)
