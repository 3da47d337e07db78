"""What the reader's posts open to him, for the bar and the home page."""

from django import template
from django.template.context import RequestContext
from django.utils.translation import gettext

from duly.accounts.queries import posts_of, roles_by_court, roles_of
from duly.desk.batching import offers
from duly.law.terms import Role
from duly.procedure.queries import APPROVERS
from duly.procedure.registration import MAY_REGISTER
from duly.work import clock

register = template.Library()


@register.simple_tag(takes_context=True)
def posts_held(context: RequestContext) -> str:
    """Return the posts that the reader holds today."""
    today = clock.today()
    return "、".join(
        gettext("%(division)s%(post)s").strip()
        % {"division": post.division, "post": gettext(Role(post.role).chinese)}
        for post in posts_of(context["user"], today)
    )


@register.simple_tag(takes_context=True)
def may_register(context: RequestContext) -> bool:
    """Whether the reader's posts let him register matters."""
    return bool(MAY_REGISTER & roles_of(context["user"], clock.today()))


@register.simple_tag(takes_context=True)
def may_approve(context: RequestContext) -> bool:
    """Whether the reader's posts let him decide what others propose."""
    return bool(APPROVERS & roles_of(context["user"], clock.today()))


@register.simple_tag(takes_context=True)
def may_batch(context: RequestContext) -> bool:
    """Whether the reader's posts let him take a step for many matters at once."""
    return bool(offers(roles_by_court(context["user"], clock.today())))


@register.simple_tag(takes_context=True)
def may_mediate(context: RequestContext) -> bool:
    """Whether the reader urges debtors himself."""
    return Role.MEDIATOR in roles_of(context["user"], clock.today())


@register.simple_tag(takes_context=True)
def may_supervise(context: RequestContext) -> bool:
    """Whether the reader's posts let him see all urging of his court."""
    return Role.FILING_HEAD in roles_of(context["user"], clock.today())
