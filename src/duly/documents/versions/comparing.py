"""Two wordings side by side, and what differs in each line, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from duly.documents.templates import LineKind, WrittenLine

# A blank is one word, so are a number and a Latin word; Chinese is taken character by character.
_WORD = re.compile(r"\{\{[^{}]*\}\}|[0-9A-Za-z.,]+|.", re.DOTALL)
# So short a stretch that two changes have in common only hides what was changed.
_ISLAND = 2
_ALIKE = 0.35
# Beyond so many pairs paragraphs are not looked through for the most alike, nor words matched.
_MOST_PAIRS = 900
_MOST_WORDS = 4_000_000
# So much is shown on either side of a change in a long text.
_AROUND = 16


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of text that both have ("same"), only the old ("removed") or only the new."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One paragraph beside its counterpart; `place` is its number in the new wording, 0 if gone.

    Whoever reads the old wording leaves out what was added, and the other way round.
    """

    place: int
    kind: LineKind | None
    changes: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Whether nothing was changed."""
        return all(change.kind == "same" for change in self.changes)

    @property
    def old(self) -> tuple[Change, ...]:
        """The paragraph as it was."""
        return tuple(change for change in self.changes if change.kind != "added")

    @property
    def new(self) -> tuple[Change, ...]:
        """The paragraph as it will be."""
        return tuple(change for change in self.changes if change.kind != "removed")


def words(old: str, new: str) -> tuple[Change, ...]:
    """Return what differs between two texts."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) * len(after) > _MOST_WORDS:
        return _told(old, new) if old != new else (Change("same", old),)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    changes: list[Change] = []
    removed = added = ""
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag == "equal" and not _is_island(before, low, high):
            changes += _told(removed, added)
            removed = added = ""
            changes.append(Change("same", "".join(before[low:high])))
        else:
            removed += "".join(before[low:high])
            added += "".join(after[start:end])
    return (*changes, *_told(removed, added))


def _is_island(words: Sequence[str], low: int, high: int) -> bool:
    """Whether a stretch is too short to be told as unchanged; a blank and an end never are."""
    at_an_end = low == 0 or high == len(words)
    return not at_an_end and high - low <= _ISLAND and not words[low].startswith("{{")


def shortened(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return changes with only the words around them, where much stays the same."""
    last = len(changes) - 1
    return tuple(
        Change("same", _cut(change.text, first=at == 0, last=at == last))
        if change.kind == "same"
        else change
        for at, change in enumerate(changes)
    )


def _cut(text: str, *, first: bool, last: bool) -> str:
    if len(text) <= 2 * _AROUND:
        return text
    head = "" if first else text[:_AROUND]
    tail = "" if last else text[-_AROUND:]
    return f"{head}……{tail}"


def compared(old: Sequence[WrittenLine], new: Sequence[WrittenLine]) -> tuple[Compared, ...]:
    """Return two wordings paragraph by paragraph, each beside its counterpart."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    rows: list[Compared] = []
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag == "equal":
            rows += (_pair(old[low + n], new[start + n], start + n) for n in range(high - low))
        else:
            rows += _matched(old[low:high], new[start:end], start)
    return tuple(rows)


def _matched(
    old: Sequence[WrittenLine], new: Sequence[WrittenLine], start: int
) -> Iterator[Compared]:
    """Yield changed paragraphs, the two most alike side by side, then those before and after."""
    best, (i, j) = _most_alike(old, new)
    if best < _ALIKE:
        yield from (Compared(0, one.kind, _told(one.text, "")) for one in old)
        yield from (
            Compared(start + n + 1, one.kind, _told("", one.text)) for n, one in enumerate(new)
        )
        return
    yield from _matched(old[:i], new[:j], start)
    yield _pair(old[i], new[j], start + j)
    yield from _matched(old[i + 1 :], new[j + 1 :], start + j + 1)


def _most_alike(
    old: Sequence[WrittenLine], new: Sequence[WrittenLine]
) -> tuple[float, tuple[int, int]]:
    if len(old) * len(new) > _MOST_PAIRS:
        return 0.0, (0, 0)
    pairs = (
        (SequenceMatcher(None, one.text, other.text, autojunk=False).quick_ratio(), (i, j))
        for i, one in enumerate(old)
        for j, other in enumerate(new)
    )
    return max(pairs, default=(0.0, (0, 0)))


def _pair(old: WrittenLine, new: WrittenLine, at: int) -> Compared:
    if old.kind != new.kind:
        return Compared(at + 1, new.kind, _told(old.text, new.text))
    return Compared(at + 1, new.kind, words(old.text, new.text))


def _told(removed: str, added: str) -> tuple[Change, ...]:
    both = (Change("removed", removed), Change("added", added))
    return tuple(change for change in both if change.text)
