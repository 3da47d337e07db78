"""Questions about the journal. Nothing here writes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from duly.journal import anchors, chain
from duly.journal.anchors import Anchor
from duly.journal.models import Entry, Head


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the journal is not what was written: the entry's number, and why."""

    seq: int
    because: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How many entries were read, which are anchored, and every break that was found."""

    entries: int
    anchored: int
    breaks: tuple[Break, ...]

    @property
    def intact(self) -> bool:
        """Whether nothing was found."""
        return not self.breaks


def of_matter(matter_id: int) -> QuerySet[Entry]:
    """Return the acts on a matter, oldest first."""
    return Entry.objects.filter(matter_id=matter_id)


def last_anchor() -> Anchor | None:
    """Return the newest anchor on this machine; changes after it could go unseen."""
    kept, _ = anchors.read(settings.DULY_ANCHORS)
    return kept[-1] if kept else None


def verify(marks: Sequence[Anchor] | None = None) -> Verification:
    """Read the whole journal and report what was edited, removed, added, moved or cut off.

    Without `marks` the anchors kept on this machine are used, and a spoilt anchor file is
    itself a break. What was cut off or rewritten after the last anchor cannot be seen.
    """
    breaks: list[Break] = []
    if marks is None:
        marks, spoilt = anchors.read(settings.DULY_ANCHORS)
        breaks += [Break(0, f"锚文件不能读取：{path.name}") for path in spoilt]
    wanted = {mark.seq for mark in marks}
    seen: dict[int, str] = {}
    last = chain.Link(0, "", None, "", "", "", None, "", "")
    end = chain.BEGINNING
    try:
        for link, kept_hash, problem in _links():
            breaks += [Break(link.seq, why) for why in (problem, _order(last, end, link)) if why]
            last, end = link, kept_hash
            if link.seq in wanted:
                seen[link.seq] = kept_hash
    except (ValueError, TypeError):
        breaks.append(Break(last.seq + 1, "记录不能读取，已被改动"))
    breaks += _ends(last.seq, end)
    breaks += [Break(mark.seq, why) for mark in marks if (why := _against(mark, seen, last.seq))]
    return Verification(last.seq, max(wanted, default=0), tuple(breaks))


def _links() -> Iterator[tuple[chain.Link, str, str]]:
    for entry in Entry.objects.order_by("seq").iterator(chunk_size=2000):
        link = chain.Link(
            seq=entry.seq,
            at=entry.at_with_offset,
            actor_id=entry.actor_id,
            actor_name=entry.actor_name,
            post=entry.post,
            act=entry.act,
            matter_id=entry.matter_id,
            payload_hash=entry.payload_hash,
            previous_hash=entry.previous_hash,
        )
        yield link, entry.hash, _altered(entry, link)


def _altered(entry: Entry, link: chain.Link) -> str:
    if chain.payload_hash(entry.subject, entry.detail) != entry.payload_hash:
        return "内容与摘要不符，已被改动"
    if link.hash != entry.hash:
        return "记录与摘要不符，已被改动"
    same_moment = entry.at == datetime.fromisoformat(entry.at_with_offset)
    return "" if same_moment else "时间已被改动"


def _order(last: chain.Link, end: str, link: chain.Link) -> str:
    if link.seq != last.seq + 1:
        return f"第{last.seq}条之后缺少记录"
    return "" if link.previous_hash == end else "与前一条不相连，有删除、插入或者调换"


def _ends(seq: int, end: str) -> list[Break]:
    head = Head.objects.filter(only=1).first()
    recorded = (head.seq, head.hash) if head else (0, chain.BEGINNING)
    return [] if recorded == (seq, end) else [Break(seq, "末端与链尾记载不符，末尾有增删")]


def _against(mark: Anchor, seen: dict[int, str], last: int) -> str:
    if not mark.genuine:
        return "锚的签名不是本院所签，或者已被改动"
    if mark.seq > last:
        return f"锚定之后的记录被截去：锚在第{mark.seq}条，现存至第{last}条"
    return "" if seen.get(mark.seq) == mark.hash else "与锚不符，链已被重写"
