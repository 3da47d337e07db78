"""Issuing, finding and revoking the links by which a party enters.

The token is shown once, to whoever hands it to the party; the portal keeps its hash.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from duly.accounts.models import User
from duly.documents.models import Paper
from duly.journal import actions as journal
from duly.law.terms import PartyRole, Role
from duly.outreach import codes
from duly.portal import factor, tokens
from duly.portal.models import Link, Purpose
from duly.procedure import authority
from duly.procedure.act import Act
from duly.registry.models import Party

LIFETIME = timedelta(days=180)
PURPOSES = {PartyRole.DEBTOR: Purpose.DEBTOR, PartyRole.CREDITOR: Purpose.CREDITOR}


class LinkRefused(ValueError):
    """The link cannot be issued or revoked. The message says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A link just issued, with the token that is seen this once."""

    link: Link
    token: str


@transaction.atomic
def issue(*, party: Party, actor: User, at: datetime) -> Issued:
    """Issue a link to a party of a matter, on record.

    :raises LinkRefused: to an outsider, to somebody who could not show that it is he, or by
        somebody without a post in the matter.
    """
    post = _post(party, actor, at)
    issued = _issue(party, actor, at, None)
    detail = {"expires": issued.link.expires_at.isoformat()}
    _record("portal.issue_link", issued.link, actor, post, at, detail)
    return issued


def issue_with(paper: Paper, *, party: Party, act: Act) -> Issued | None:
    """Issue the link that goes with a notice, in the transaction of the step that issues it.

    The entry of the step is its entry. None where its reader could not show that it is he.
    """
    if not can_show_himself(party):
        return None
    return _issue(party, act.actor, act.at, paper.pk)


def _issue(party: Party, actor: User, at: datetime, paper_id: int | None) -> Issued:
    purpose = PURPOSES.get(PartyRole(party.role))
    if purpose is None:
        raise LinkRefused("查询链接只发给本案的债权人和履行义务人")
    if not can_show_himself(party):
        raise LinkRefused(
            f"没有登记{party.name}的证件号码，也没有本人确认的手机，无法核对身份，请先补正当事人信息"
        )
    seed = tokens.seed()
    token = tokens.derived(seed)
    sha256 = tokens.sha256(token)
    link = Link.objects.create(
        seed=seed,
        paper_id=paper_id,
        token_sha256=sha256,
        factor=factor.of(party.identifier, sha256),
        matter_id=party.matter_id,
        party_id=party.pk,
        purpose=purpose.value,
        issued_at=at,
        issued_by=actor.full_name,
        expires_at=at + LIFETIME,
    )
    return Issued(link, token)


@transaction.atomic
def revoke(*, link_id: int, party: Party, because: str, actor: User, at: datetime) -> Link:
    """Revoke a link, on record; who came in by it is out at his next request.

    :raises LinkRefused: without a reason, or where the link is revoked already.
    """
    post = _post(party, actor, at)
    link = Link.objects.select_for_update().filter(pk=link_id, party_id=party.pk).first()
    if link is None or link.revoked_at is not None:
        raise LinkRefused("没有这一链接，或者已经撤销")
    if not because.strip():
        raise LinkRefused("请写明撤销的理由")
    link.revoked_at, link.revoked_because, link.published_on = at, because.strip()[:200], None
    link.save(update_fields=["revoked_at", "revoked_because", "published_on"])
    _record("portal.revoke_link", link, actor, post, at, {"reason": link.revoked_because})
    return link


def find(token: str, at: datetime) -> Link | None:
    """Return the link that a token opens at a moment; None for any other. It writes nothing."""
    return standing(at).filter(token_sha256=tokens.sha256(token)).first()


def standing(at: datetime) -> QuerySet[Link]:
    """Return the links that are neither revoked nor expired."""
    return Link.objects.filter(revoked_at=None, expires_at__gt=at)


def can_show_himself(party: Party) -> bool:
    """Whether there is a second factor: a number on record, or a telephone that gets a code."""
    return bool(factor.places(party.identifier)) or codes.reach(party)


def _post(party: Party, actor: User, at: datetime) -> Role:
    posts = authority.posts_in(party.matter, actor, at) - {Role.ADMINISTRATOR}
    if not posts:
        raise LinkRefused("查询链接由办理本案的人员签发")
    return min(posts)


def _record(
    act: str, link: Link, actor: User, post: Role, at: datetime, detail: dict[str, str]
) -> None:
    journal.record(
        at=at,
        actor_id=actor.pk,
        actor_name=actor.full_name,
        post=post.value,
        act=act,
        matter_id=link.matter_id,
        subject={"link": link.pk, "party": link.party_id, "purpose": link.purpose},
        detail=detail,
    )
