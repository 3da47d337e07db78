"""Versions laid over one another, and the names by which they are found."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from duly.law.sources.form import MalformedFile
from duly.law.sources.version import Entry, Version


def merged(versions: Iterable[Version]) -> dict[str, list[Version]]:
    """Return the versions of each instrument, oldest first, later files laid over earlier."""
    held: dict[str, dict[date, Version]] = {}
    for version in versions:
        dated = held.setdefault(version.instrument, {})
        earlier = dated.get(version.in_force_from)
        dated[version.in_force_from] = _overlaid(earlier, version) if earlier else version
    return {
        title: _closed([dated[start] for start in sorted(dated)]) for title, dated in held.items()
    }


def _overlaid(earlier: Version, later: Version) -> Version:
    return replace(
        later,
        names=tuple(dict.fromkeys((*earlier.names, *later.names))),
        in_force_to=later.in_force_to or earlier.in_force_to,
        entries={**earlier.entries, **_keeping_subjects(earlier, later)},
    )


def _keeping_subjects(earlier: Version, later: Version) -> dict[str, Entry]:
    """Return the later entries; one that names no subject keeps that of the earlier one."""
    kept = dict(later.entries)
    for number, entry in later.entries.items():
        before = earlier.entries.get(number)
        if before is not None and not entry.citation.subject:
            citation = replace(entry.citation, subject=before.citation.subject)
            kept[number] = replace(entry, citation=citation)
    return kept


def _closed(held: list[Version]) -> list[Version]:
    """End each version at the latest on the day before the next one starts."""
    ends = [version.in_force_from - timedelta(days=1) for version in held[1:]]
    earlier = [
        replace(version, in_force_to=min(version.in_force_to or end, end))
        for version, end in zip(held, ends, strict=False)
    ]
    return [*earlier, held[-1]]


def titles(versions: Mapping[str, list[Version]]) -> dict[str, str]:
    """Return the full title behind each title, short title and document number."""
    found = {title: title for title in versions}
    for title, held in versions.items():
        for name in (name for version in held for name in version.names):
            if found.setdefault(name, title) != title:
                raise MalformedFile(f"简称“{name}”同时指向《{found[name]}》和《{title}》")
    return found


def homes(versions: Mapping[str, list[Version]]) -> dict[str, str]:
    """Return the instrument in which each subject is at home; none may have two."""
    found: dict[str, str] = {}
    for title, held in versions.items():
        for version in held:
            _check_subjects_once(version)
            for subject in _subjects(version.entries.values()):
                if found.setdefault(subject, title) != title:
                    raise MalformedFile(f"事项“{subject}”同时属于《{found[subject]}》和《{title}》")
    return found


def _check_subjects_once(version: Version) -> None:
    seen: set[str] = set()
    for subject in _subjects(version.entries.values()):
        if subject in seen:
            raise MalformedFile(f"《{version.instrument}》{version.version}有两条都叫“{subject}”")
        seen.add(subject)


def _subjects(entries: Iterable[Entry]) -> list[str]:
    return [entry.citation.subject for entry in entries if entry.citation.subject]
