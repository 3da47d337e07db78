"""Signatures of parties: for which papers they are asked, how one arrives, how a step takes it up.

One that arrives changes nothing in the matter. The step that enters the signature may name it:
then it is printed on the paper, with its evidence, in the same transaction.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from duly.documents import actions as documents
from duly.documents import signature as drawn
from duly.documents.models import Paper, PaperStatus
from duly.documents.sealing import NotSealed
from duly.journal import actions as journal
from duly.law.calendar import in_digits
from duly.procedure.act import Act
from duly.procedure.models import Course, Signature
from duly.procedure.refusal import Unanswered
from duly.registry.court_files import law
from duly.registry.models import Party

# In which state of which mechanism which paper waits for the party to whom it is made out.
WAITING = {
    "commitment-settlement": ("commitment", "pledge_printed"),
    "commitment-repair": ("commitment", "repair_printed"),
    "urging-application": ("pre_enforcement", "consented"),
}
PORTAL = "当事人门户"


class SignatureRefused(ValueError):
    """The signature is not one that the paper waits for. The message says why, in Chinese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A signature as it is sent in."""

    key: UUID
    paper_id: int
    name: str
    strokes: str
    factor: str
    shown_sha256: str
    entered_at: datetime
    signed_at: datetime


def wanted_of(party: Party) -> list[Paper]:
    """Return the papers that wait for a party's signature, the oldest first."""
    found = [_awaited(course, party) for course in party.matter.courses.filter(closed_at=None)]
    here = Signature.objects.filter(party=party, set_aside_at=None).values_list(
        "paper_id", flat=True
    )
    wanted = [one for one in found if one is not None and one.pk not in set(here)]
    return sorted(wanted, key=lambda one: one.pk)


def receive(signed: Signed, *, party: Party, at: datetime) -> Signature:
    """Keep a signature that a party sent in, on record, in the caller's transaction.

    :raises SignatureRefused: where no paper of his waits for it, or it is not the one that was
        shown.
    """
    paper = next((one for one in wanted_of(party) if one.pk == signed.paper_id), None)
    if paper is None or paper.sha256 != signed.shown_sha256:
        raise SignatureRefused("这份文书已有变化，或者不再需要签署，请重新打开后核对")
    if signed.strokes:
        drawn.check(signed.strokes)
    kept = Signature.objects.create(
        key=signed.key,
        paper=paper,
        party=party,
        name=signed.name,
        strokes=signed.strokes,
        factor=signed.factor,
        shown_sha256=signed.shown_sha256,
        entered_at=signed.entered_at,
        signed_at=signed.signed_at,
        received_at=at,
    )
    _record(kept, at)
    return kept


def set_aside(key: UUID, *, at: datetime) -> None:
    """Let a signature that the court did not accept count no more: the paper waits again."""
    Signature.objects.filter(key=key, taken_up_at=None).update(set_aside_at=at)


def take_up(act: Act) -> None:
    """Print the signature that a step names on its paper; nothing where it names none.

    :raises Unanswered: where it is another paper's, or of another day than the step says, or
        the court's seal refuses.
    """
    named: Signature | None = act.answers["signature"]
    if named is None:
        return
    awaited = _awaited(act.course, named.party)
    if awaited is None or awaited.pk != named.paper_id:
        raise Unanswered({"signature": "电子签名：不是这一程序待签署的文书"})
    day = timezone.localdate(named.signed_at)
    if act.answers["signed_on"] != day:
        raise Unanswered({"signed_on": f"签署日期：电子签名的日期是{in_digits(day)}"})
    mark = drawn.Signature(named.name, named.strokes, evidence(named))
    try:
        documents.sign(named.paper, mark, at=act.at, law=law())
    except NotSealed as refused:
        title = named.paper.title
        raise Unanswered({"paper-seal": f"《{title}》没有印上签名：{refused}"}) from refused
    named.taken_up_at = act.at
    named.save(update_fields=["taken_up_at"])


def evidence(signature: Signature) -> str:
    """Return the sentence that stands under a signed paper."""
    local = timezone.localtime(signature.signed_at)
    moment = f"{in_digits(local.date())}{local.hour}时{local.minute:02}分"
    how = "手写签名" if signature.strokes else "输入姓名并以短信验证码确认"
    return (
        f"电子签名：{signature.name}于{moment}在本院当事人门户{how}。"
        f"身份核对：专用链接和{signature.factor}。所签内容摘要（SHA-256）：{signature.shown_sha256}。"
        f"签名编号：{signature.key}。"
    )


def _awaited(course: Course, party: Party) -> Paper | None:
    """The paper of a course that waits for a party, as the course stands."""
    templates = [
        template for template, place in WAITING.items() if place == (course.mechanism, course.state)
    ]
    if not templates or course.party_id not in (None, party.pk):
        return None
    made = Paper.objects.filter(
        matter_id=course.matter_id,
        recipient=party,
        template__in=templates,
        status=PaperStatus.ISSUED.value,
        issued_at__gte=course.opened_at,
    )
    return made.order_by("-pk").first()


def _record(kept: Signature, at: datetime) -> None:
    journal.record(
        at=at,
        actor_id=None,
        actor_name=PORTAL,
        post="",
        act="signature.receive",
        matter_id=kept.party.matter_id,
        subject={"signature": str(kept.key), "paper": kept.paper_id, "party": kept.party_id},
        detail={"shown": kept.shown_sha256, "factor": kept.factor, "drawn": bool(kept.strokes)},
    )
