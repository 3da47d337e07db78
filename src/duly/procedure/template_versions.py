"""A court changes the wording of a paper: proposed by one person, published by another.

Wordings are rarely changed, and a wrong one is printed on every paper from its day on. So the
proposal is refused for anything that a paper would be refused for, its day lies ahead, and the
second person binds the hash of what was shown to him.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import roles_by_court, roles_of
from duly.documents import versions
from duly.documents.court import CourtFace
from duly.documents.models import TemplateDecision, TemplateVersion
from duly.documents.templates import WrittenLine, file_of, load, with_lines
from duly.documents.versions import Fault
from duly.journal import actions as journal
from duly.law.terms import Role
from duly.procedure.blanks import FILL
from duly.procedure.refusal import Refusal, Stale
from duly.registry.court_files import law
from duly.registry.models import Court

CHANGEABLE = tuple(sorted(FILL))
"""The papers that are drawn up from the record; others are forms, or made by the portal."""
WRITERS = frozenset({Role.FILING_HEAD, Role.BUREAU_HEAD, Role.PRESIDENT})


class NotPublished(Refusal):
    """A wording that cannot be proposed or published; the message says why."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Another wording for a template: its lines, from which day, and on what it rests."""

    template: str
    lines: Sequence[WrittenLine]
    since: date
    basis: str

    @property
    def file(self) -> str:
        """The template file with this wording."""
        return with_lines(file_of(self.template), self.lines)


def post_of(user: User, court: Court, on: date) -> Role | None:
    """Return the post in which a person may propose or publish wordings of a court."""
    return next(iter(sorted(WRITERS & roles_of(user, on, court.code))), None)


def faults(court: Court, proposed: Proposed) -> tuple[Fault, ...]:
    """Return everything for which a wording may not be used from its day on."""
    face = CourtFace(court.name, court.code)
    return versions.faults(
        proposed.template, proposed.lines, on=proposed.since, court=face, law=law()
    )


@transaction.atomic
def propose(court: Court, proposed: Proposed, *, actor: User, at: datetime) -> TemplateVersion:
    """Put a wording before the second person, with its day, its basis and its entry.

    :raises NotPublished: for a wording with a fault or without a change, a day that is not
        ahead, no basis, or a person without the post.
    """
    post = _post(court, actor, at)
    _require_sound(court, proposed, timezone.localdate(at))
    court = Court.objects.select_for_update().get(pk=court.pk)
    template = versions.keep(proposed.file)
    same = TemplateVersion.objects.filter(court=court, template=template.id, decision=None)
    if same.filter(version=template.version, since=proposed.since).exists():
        raise NotPublished("这份文字已经报请，正等另一人决定")
    _entry(
        "propose",
        court,
        proposed.template,
        template.version,
        actor,
        post,
        at,
        {
            "since": proposed.since.isoformat(),
            "basis": proposed.basis.strip(),
        },
    )
    return TemplateVersion.objects.create(
        court=court,
        template=proposed.template,
        version=template.version,
        since=proposed.since,
        basis=proposed.basis.strip(),
        proposed_by=actor,
        proposed_at=at,
    )


@transaction.atomic
def publish(
    proposal: TemplateVersion, *, shown: str, actor: User, at: datetime
) -> TemplateDecision:
    """Put a proposed wording in force from its day on; `shown` is the hash that was looked at.

    :raises Stale: if it is decided already, or not the one that was shown.
    :raises NotPublished: for whoever proposed it, a day gone by, or a person without the post.
    """
    post = _second(proposal, actor, at)
    if proposal.version != shown:
        raise Stale("这份样式文字与您看到的不一致，请重新核对")
    if proposal.since < timezone.localdate(at):
        raise NotPublished("起用日已过：已经制作的文书不因此改变，请退回后另报起用日")
    return _decide(proposal, "publish", actor, post, at, published=True)


@transaction.atomic
def send_back(
    proposal: TemplateVersion, *, reason: str, actor: User, at: datetime
) -> TemplateDecision:
    """Return a proposed wording with the reason; whoever proposed it may take it back himself.

    :raises Stale: if it is decided already.
    :raises NotPublished: without a reason, or for a person without the post.
    """
    post = _post(proposal.court, actor, at)
    if not reason.strip():
        raise NotPublished("请写明退回的理由")
    return _decide(proposal, "send_back", actor, post, at, published=False, reason=reason.strip())


def waiting(user: User, on: date) -> QuerySet[TemplateVersion]:
    """Return the proposals that a person may decide: of others, in the courts of his posts."""
    return open_proposals(user, on).exclude(proposed_by=user)


def open_proposals(user: User, on: date) -> QuerySet[TemplateVersion]:
    """Return the undecided proposals of the courts in which a person has the post."""
    held = roles_by_court(user, on)
    courts = {court for court, roles in held.items() if roles & WRITERS}
    rows = TemplateVersion.objects.filter(decision=None).select_related("court", "proposed_by")
    # A post without a court is held in every court.
    return (rows if "" in courts else rows.filter(court__code__in=courts)).order_by("pk")


def _require_sound(court: Court, proposed: Proposed, today: date) -> None:
    if proposed.template not in CHANGEABLE:
        raise NotPublished(f"《{load(proposed.template).title}》不由案件记录制作，不能在这里改动")
    if proposed.since < today:
        raise NotPublished("起用日不能早于今天：已经制作的文书不因此改变")
    if not proposed.basis.strip():
        raise NotPublished("请填写依据，如审判委员会纪要的编号")
    found = faults(court, proposed)
    if found:
        raise NotPublished("文字还有问题：" + "；".join(fault.sentence for fault in found))
    before = versions.in_force(court, proposed.template, on=proposed.since)
    if proposed.file == versions.file_by_hash(proposed.template, before.version):
        raise NotPublished("与起用日当天的文字相同，没有改动")


def _post(court: Court, actor: User, at: datetime) -> Role:
    post = post_of(actor, court, timezone.localdate(at))
    if post is None:
        raise NotPublished("文书样式由立案庭庭长、执行局局长、院长报请和发布")
    return post


def _second(proposal: TemplateVersion, actor: User, at: datetime) -> Role:
    post = _post(proposal.court, actor, at)
    if proposal.proposed_by_id == actor.pk:
        raise NotPublished("报请人不能发布自己报请的文字，应由另一人发布")
    return post


def _decide(
    proposal: TemplateVersion,
    act: str,
    actor: User,
    post: Role,
    at: datetime,
    *,
    published: bool,
    reason: str = "",
) -> TemplateDecision:
    court = Court.objects.select_for_update().get(pk=proposal.court_id)
    if TemplateDecision.objects.filter(proposal=proposal).exists():
        raise Stale("另一人已经决定了这份报请")
    detail = {"since": proposal.since.isoformat(), **({"reason": reason} if reason else {})}
    _entry(act, court, proposal.template, proposal.version, actor, post, at, detail)
    return TemplateDecision.objects.create(
        proposal=proposal, published=published, reason=reason, decided_by=actor, decided_at=at
    )


def _entry(
    act: str,
    court: Court,
    template: str,
    version: str,
    actor: User,
    post: Role,
    at: datetime,
    detail: Mapping[str, str],
) -> None:
    journal.record(
        at=at,
        actor_id=actor.pk,
        actor_name=actor.full_name,
        post=post.value,
        act=f"template.{act}",
        subject={"court": court.code, "template": template},
        detail={"version": version, **detail},
    )
