"""Payee accounts that the court confirmed before, and that come with a new matter (一(二)1).

Each is the step that confirms an account, taken on the evidence that the form names. No
confirmation is printed: the signed one, or the record of the hearing, is in the file.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from duly.journal.actions import Event
from duly.journal.models import Entry
from duly.law.finding import Finding
from duly.law.mechanism.post_judgment.rules import Facts
from duly.law.mechanism.post_judgment.steps import CONFIRM_ACCOUNT, PROPOSE_ACCOUNT
from duly.law.step import Step
from duly.law.terms import AccountOwner, Role
from duly.procedure import recording
from duly.procedure.models import Course, StepTaken
from duly.procedure.refusal import Unanswered
from duly.procedure.registration.form import Answers, at_place
from duly.procedure.registration.registrar import Registrar
from duly.registry import rows
from duly.registry.models import Party, PayeeAccount

_PREFIX = "account_"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A step that confirms the account of a creditor, not kept yet."""

    account: PayeeAccount
    step: StepTaken
    given: Answers

    def written(self) -> dict[str, object]:
        """Return what is put on record of the answers, once the creditor is kept."""
        return recording.written(
            CONFIRM_ACCOUNT.asks, {"creditor": self.account.creditor, **self.given}
        )


def draft(
    course: Course,
    creditors: Sequence[Party],
    accounts: Sequence[Answers | None],
    *,
    orders_money: bool,
    by: Registrar,
) -> list[Confirmation]:
    """Return the confirmed accounts of the creditors; the first moves the course.

    Raises Unregistrable where the registrar's post confirms none, or no money is ordered.
    """
    confirmed: list[Confirmation] = []
    for index, (creditor, given) in enumerate(zip(creditors, accounts, strict=True)):
        if given is not None:
            with at_place("creditors", index):
                post, finding = _weigh(by, orders_money=orders_money)
            step = PROPOSE_ACCOUNT if confirmed else CONFIRM_ACCOUNT
            taken = _taken(step, course, finding, post, by)
            answers = {name.removeprefix(_PREFIX): answer for name, answer in given.items()}
            confirmed.append(Confirmation(_account(course, creditor, answers, by), taken, answers))
    return confirmed


def event(one: Confirmation, by: Registrar) -> Event:
    """Return the entry of a confirmation, once its course is kept."""
    step = one.step
    return Event(
        at=by.at,
        actor_id=by.actor.pk,
        actor_name=by.actor.full_name,
        post=step.post,
        act=f"{step.course.mechanism}.{step.name}",
        matter_id=one.account.matter_id,
        subject={"course": step.course_id, "from": step.origin, "to": step.target},
        detail={"answers": one.written(), "papers": []},
    )


def keep(confirmed: Sequence[Confirmation], entries: Sequence[Entry]) -> None:
    """Keep the steps of the confirmations, each with its entry in the journal."""
    for one, entry in zip(confirmed, entries, strict=True):
        one.step.answers, one.step.entry_seq = one.written(), entry.seq
    StepTaken.objects.bulk_create([one.step for one in confirmed])


def _weigh(by: Registrar, *, orders_money: bool) -> tuple[Role, Finding]:
    posts = by.posts & CONFIRM_ACCOUNT.by
    if not posts:
        raise Unanswered({f"{_PREFIX}number": "账号：收款账户由业务庭书记员、业务庭法官确认"})
    (guard,) = CONFIRM_ACCOUNT.guards
    finding = guard(_facts(by, orders_money=orders_money))
    if not finding.met:
        raise Unanswered({f"{_PREFIX}number": f"账号：{finding.obstacles[0].because}"})
    return min(posts), finding


def _facts(by: Registrar, *, orders_money: bool) -> Facts:
    return Facts(
        on=by.on,
        orders_money=orders_money,
        account_complete=False,
        account_change_pending=False,
        notice_served=False,
        effect=None,
        due_on=None,
        owing=None,
        performed=None,
    )


def _account(course: Course, creditor: Party, given: Answers, by: Registrar) -> PayeeAccount:
    return rows.account(
        matter=course.matter,
        owner=AccountOwner.CREDITOR,
        creditor=creditor,
        holder=given["holder"],
        number=given["number"],
        bank=given["bank"],
        route=given["route"],
        evidence=given["evidence"],
        by=by.actor,
        at=by.at,
    )


def _taken(
    step: Step[Facts], course: Course, finding: Finding, post: Role, by: Registrar
) -> StepTaken:
    origin = course.state
    if step.target is not None:
        course.state = step.target.value
    course.matter.version += 1
    return StepTaken(
        course=course,
        name=step.name,
        origin=origin,
        target=course.state,
        at=by.at,
        actor=by.actor,
        post=post.value,
        findings=recording.findings((finding,) if step.guards else ()),
    )
