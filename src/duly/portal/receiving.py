"""A submission at the court: it waits in the day of the right post until a step makes it fact."""

from datetime import date, datetime

from django.db import transaction

from duly.accounts.models import User
from duly.journal import actions as journal
from duly.law.terms import Role, Stage
from duly.portal import content
from duly.portal.models import Link, PublishedMark, Submission, SubmissionKind, SubmissionState
from duly.portal.query import standing
from duly.procedure import alarms, authority, signing
from duly.procedure.act import Act
from duly.procedure.alarms import AlarmKind, Found
from duly.procedure.models import Assignment, StepTaken
from duly.registry.court_files import calendar
from duly.registry.models import Matter, Party

# 债权人收到付款凭证后三个工作日不作答复的，由法官依证据认定; the post has as long to look.
WORKING_DAYS = 3
# The steps by which staff act on each kind.
FOLLOWED_BY = {
    SubmissionKind.PAYMENT: frozenset({"record_payment", "record_act_performed", "find_fact"}),
    SubmissionKind.RECEIPT: frozenset({"record_payment", "record_act_performed"}),
    SubmissionKind.NO_RECEIPT: frozenset({"reverse_payment", "record_contact", "find_fact"}),
    SubmissionKind.PLAN: frozenset({"record_plan", "record_settlement", "record_contact"}),
    SubmissionKind.PLAN_ANSWER: frozenset({"record_plan", "record_settlement", "record_contact"}),
    SubmissionKind.DISPUTE: frozenset({"receive_objection", "record_contact", "find_fact"}),
    SubmissionKind.ADDRESS: frozenset({"add_contact_point", "print_address_confirmation"}),
    SubmissionKind.SIGNATURE: frozenset({"sign_pledge", "sign_repair", "receive_request"}),
    SubmissionKind.REPAIR: frozenset({"receive_repair"}),
    SubmissionKind.URGING_ANSWER: frozenset({"record_consent", "file_directly"}),
    SubmissionKind.ACCOUNT: frozenset({"confirm_account", "propose_account"}),
    SubmissionKind.ENFORCE: frozenset(
        {"receive_application", "file_directly", "transfer", "transfer_at_once"}
    ),
    SubmissionKind.LIFTING_ANSWER: frozenset(
        {"record_consent", "propose_lifting", "propose_deletion", "find_fact"}
    ),
}
CLERKS = {
    Stage.POST_JUDGMENT: Role.TRIAL_CLERK,
    Stage.ENFORCEMENT: Role.ENFORCEMENT_CLERK,
}
FOR_A_JUDGE = frozenset({SubmissionKind.DISPUTE, SubmissionKind.PLAN, SubmissionKind.PLAN_ANSWER})
# Money is entered by who files: a mediator talks.
FOR_A_MEDIATOR = FOR_A_JUDGE | {SubmissionKind.ADDRESS, SubmissionKind.ENFORCE}


class NotHandled(ValueError):
    """The submission cannot be closed so. The message says why, in Chinese."""


class NotAsShown(ValueError):
    """What was signed is no longer what the record holds."""


def owner(kind: SubmissionKind, matter: Matter, on: date) -> Role:
    """Return the post that a submission waits for, one that may take its step."""
    stage = standing.stage(matter, on)
    if stage is Stage.ENFORCEMENT and kind in FOR_A_JUDGE:
        return Role.ENFORCEMENT_JUDGE
    if stage is Stage.POST_JUDGMENT and kind is SubmissionKind.ENFORCE:
        return Role.FILING_CLERK
    if stage is Stage.PRE_ENFORCEMENT:
        urged = Assignment.objects.filter(course__matter=matter, until=None)
        his = kind in FOR_A_MEDIATOR and urged.exists()
        return Role.MEDIATOR if his else Role.FILING_CLERK
    return CLERKS[stage]


def announce(submission: Submission, *, at: datetime) -> None:
    """Put a submission into the day of the post that must act on it.

    :raises NotAsShown: for a signature under what the record does not hold.
    """
    matter = Matter.objects.get(pk=submission.link.matter_id)
    party = Party.objects.get(pk=submission.link.party_id)
    kind = SubmissionKind(submission.kind)
    if kind is SubmissionKind.SIGNATURE:
        _receive_signature(submission, party, at)
    found = Found(
        matter_id=matter.pk,
        kind=AlarmKind.SUBMISSION,
        subject=_subject(submission),
        due=calendar().working_days_after(at.date(), WORKING_DAYS),
        sentence=f"{party.name}提交{kind.chinese}，请在当事人门户中核实办理",
        owner=owner(kind, matter, at.date()),
    )
    alarms.raise_alarm(found, at)
    _publish_anew(matter.pk)


def _receive_signature(submission: Submission, party: Party, at: datetime) -> None:
    told = content.of(submission)
    signed = signing.Signed(
        key=submission.key,
        paper_id=int(told["paper"]),
        name=told["name"][:50],
        strokes=told["strokes"],
        factor=told["factor"][:40],
        shown_sha256=told["shown"],
        entered_at=datetime.fromisoformat(told["entered_at"]),
        signed_at=min(datetime.fromisoformat(told["signed_at"]), at),
    )
    try:
        signing.receive(signed, party=party, at=at)
    except signing.SignatureRefused as refused:
        raise NotAsShown(str(refused)) from refused


def take_up(act: Act) -> None:
    """Close the signature that a step has just put on its paper, by that step."""
    named = act.answers.get("signature")
    if named is None:
        return
    PublishedMark.objects.filter(paper_id=named.paper_id).update(standing="")
    step = act.course.steps_taken.latest("pk")
    for sent in Submission.objects.filter(key=named.key, state=SubmissionState.WAITING.value):
        follow(submission_id=sent.pk, step_taken_id=step.pk, actor=act.actor, at=act.at)


def steps_since(submission: Submission) -> list[StepTaken]:
    """Return the acts in the matter since a submission by which it may have become fact."""
    taken = StepTaken.objects.filter(
        course__matter_id=submission.link.matter_id,
        name__in=FOLLOWED_BY[SubmissionKind(submission.kind)],
        at__gte=submission.sent_at,
    )
    return list(taken.select_related("course", "actor").order_by("-pk"))


@transaction.atomic
def follow(*, submission_id: int, step_taken_id: int, actor: User, at: datetime) -> Submission:
    """Close a submission by the act that made it fact, on record. Raises NotHandled."""
    submission = _waiting(submission_id)
    _may(submission, actor, at)
    step = next((one for one in steps_since(submission) if one.pk == step_taken_id), None)
    if step is None:
        raise NotHandled("请先办理相应的步骤，再据此办结")
    submission.state, submission.step_taken_id = SubmissionState.FOLLOWED.value, step.pk
    return _close(submission, actor, at, {"step": step.entry_seq})


@transaction.atomic
def decline(*, submission_id: int, because: str, actor: User, at: datetime) -> Submission:
    """Close a submission without acting on it, with a reason that the party reads.

    :raises NotHandled: without a reason, or where it no longer waits.
    """
    submission = _waiting(submission_id)
    _may(submission, actor, at)
    if not because.strip():
        raise NotHandled("请写明不予采纳的理由，当事人会看到")
    submission.state, submission.answer = SubmissionState.DECLINED.value, because.strip()[:300]
    if submission.kind == SubmissionKind.SIGNATURE:
        signing.set_aside(submission.key, at=at)
    return _close(submission, actor, at, {"reason": submission.answer})


def _waiting(submission_id: int) -> Submission:
    rows = Submission.objects.select_for_update(of=("self",)).select_related("link")
    submission = rows.get(pk=submission_id)
    if submission.state != SubmissionState.WAITING:
        raise NotHandled("这份材料已经办结")
    return submission


def _may(submission: Submission, actor: User, at: datetime) -> Role:
    matter = Matter.objects.select_related("court").get(pk=submission.link.matter_id)
    posts = authority.posts_in(matter, actor, at) - {Role.ADMINISTRATOR}
    if not posts:
        raise NotHandled("当事人提交的材料由办理本案的人员处理")
    return min(posts)


def _close(
    submission: Submission, actor: User, at: datetime, detail: dict[str, str | int]
) -> Submission:
    submission.handled_by, submission.handled_at = actor.full_name, at
    submission.save()
    link = submission.link
    _publish_anew(link.matter_id)
    alarms.clear(AlarmKind.SUBMISSION, _subject(submission), matter_id=link.matter_id, at=at)
    journal.record(
        at=at,
        actor_id=actor.pk,
        actor_name=actor.full_name,
        post=_may(submission, actor, at).value,
        act=f"portal.submission_{submission.state}",
        matter_id=link.matter_id,
        subject={"submission": str(submission.key), "kind": submission.kind},
        detail=detail,
    )
    return submission


def _publish_anew(matter_id: int) -> None:
    """Where the portal stands elsewhere, the answer or the offer goes out with the next batch."""
    Link.objects.filter(matter_id=matter_id).update(published_on=None)


def _subject(submission: Submission) -> str:
    return f"submission-{submission.key}"
