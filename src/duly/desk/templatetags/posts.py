"""What the reader's posts open to him, for the bar and the home page."""

from django import template
from django.template.context import RequestContext
from django.urls import reverse
from django.utils.translation import gettext

from duly.accounts.queries import administered, read_posts, roles_by_court, roles_of
from duly.desk.batching import offers
from duly.desk.queue import QUEUED
from duly.law.mechanism import MECHANISMS
from duly.law.terms import Role
from duly.procedure.queries import APPROVERS, Due
from duly.procedure.registration import MAY_REGISTER
from duly.procedure.template_versions import WRITERS
from duly.work import clock

register = template.Library()


@register.simple_tag(takes_context=True)
def posts_held(context: RequestContext) -> str:
    """Return the posts that the reader holds today."""
    today = clock.today()
    return "、".join(
        gettext("%(division)s%(post)s").strip()
        % {"division": post.division, "post": gettext(Role(post.role).chinese)}
        for post in read_posts(context["user"], today)
    )


@register.simple_tag(takes_context=True)
def may_register(context: RequestContext) -> bool:
    """Whether the reader's posts let him register matters."""
    return bool(MAY_REGISTER & roles_of(context["user"], clock.today()))


@register.simple_tag(takes_context=True)
def may_approve(context: RequestContext) -> bool:
    """Whether the reader's posts let him decide what others propose."""
    return bool((APPROVERS | WRITERS) & roles_of(context["user"], clock.today()))


@register.simple_tag(takes_context=True)
def may_batch(context: RequestContext) -> bool:
    """Whether the reader's posts let him take a step for many matters at once."""
    return bool(offers(roles_by_court(context["user"], clock.today())))


@register.simple_tag(takes_context=True)
def may_administer(context: RequestContext) -> bool:
    """Whether the reader enters people and posts."""
    return bool(administered(context["user"], clock.today()))


@register.simple_tag(takes_context=True)
def may_mediate(context: RequestContext) -> bool:
    """Whether the reader urges debtors himself."""
    return Role.MEDIATOR in roles_of(context["user"], clock.today())


@register.simple_tag(takes_context=True)
def may_supervise(context: RequestContext) -> bool:
    """Whether the reader's posts let him see all urging of his court."""
    return Role.FILING_HEAD in roles_of(context["user"], clock.today())


@register.simple_tag(takes_context=True)
def act_of(context: RequestContext, row: Due) -> str:
    """Return the address at which the reader acts on a row of his day."""
    course = row.course
    where = {"matter_id": row.matter.pk, "course_id": course.pk}
    if row.step:
        step = MECHANISMS[course.mechanism].step(row.step)
        turn = {QUEUED: 1} if step.second_person else None
        return reverse("desk:step", kwargs={**where, "name": row.step}, query=turn)
    if context["mediates"] and (course.mechanism, course.state) == ("pre_enforcement", "urging"):
        return reverse("desk:call", kwargs={"course_id": course.pk})
    page = reverse("desk:matter", kwargs={"matter_id": row.matter.pk})
    return f"{page}#course-{course.pk}"
