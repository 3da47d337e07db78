"""Everything that changes users and posts. One public function, one transaction.

`by` is the administrator who acts, None where the program does (an installation, a failed
log-in); each act leaves its entry in the journal.
"""

from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.db.models import Q

from duly.accounts.models import Post, User
from duly.journal import actions as journal
from duly.law.identity import person_name
from duly.law.terms import Role


class PostRefused(ValueError):
    """The post cannot be held beside another."""


@transaction.atomic
def create_user(
    *, username: str, full_name: str, password: str, at: datetime, by: User | None = None
) -> User:
    """Create a person who may log in, without any post yet.

    :raises duly.law.identity.Malformed: if the name cannot be a person's name.
    :raises django.core.exceptions.ValidationError: if the password is too easy to guess.
    """
    user = User(username=username, full_name=person_name.check(full_name))
    validate_password(password, user)
    user.set_password(password)
    user.full_clean(exclude=["password"])
    user.save()
    _record("create_user", user, at=at, by=by, detail={"username": username})
    return user


@transaction.atomic
def grant_post(
    *,
    user_id: int,
    role: Role,
    since: date,
    at: datetime,
    division: str = "",
    court: str = "",
    acting: bool = False,
    basis: str = "",
    by: User | None = None,
) -> Post:
    """Give a person a post from a day on, in one court or, without a court, in every one.

    :raises PostRefused: if he holds it already, or if one of two posts is the administrator's.
    """
    user = User.objects.select_for_update().get(pk=user_id)
    held = Post.objects.filter(user_id=user_id).filter(Q(until__isnull=True) | Q(until__gt=since))
    if held.filter(role=role, division=division, court=court).exists():
        raise PostRefused(f"此人已任{role.chinese}")
    if _mixes_administration(role, {Role(other) for other in held.values_list("role", flat=True)}):
        raise PostRefused("系统管理员不得兼任办案岗位，办案人员也不得兼任系统管理员")
    post = Post.objects.create(
        user=user,
        role=role,
        division=division,
        court=court,
        since=since,
        acting=acting,
        basis=basis,
        granted_by=by,
        granted_at=at,
    )
    _record("grant_post", user, at=at, by=by, detail=_granted(post))
    return post


@transaction.atomic
def end_post(*, post_id: int, until: date, at: datetime, by: User | None = None) -> Post:
    """End a post: `until` is the first day on which it is no longer held.

    :raises PostRefused: if the post would end before it began.
    """
    post = Post.objects.select_for_update().get(pk=post_id)
    if until <= post.since:
        raise PostRefused("离任日须晚于任职日")
    post.until = until
    post.save(update_fields=["until"])
    _record("end_post", post.user, at=at, by=by, detail={"post": str(post), "until": until})
    return post


@transaction.atomic
def change_password(*, user_id: int, password: str, at: datetime, by: User | None = None) -> None:
    """Replace a person's password; Django then ends every session that he has open.

    :raises django.core.exceptions.ValidationError: if the password is too easy to guess.
    """
    user = User.objects.select_for_update().get(pk=user_id)
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    _record("change_password", user, at=at, by=by)


@transaction.atomic
def disable_user(*, user_id: int, at: datetime, by: User | None = None) -> None:
    """Shut a person out at his next request; his acts stay on record."""
    user = User.objects.select_for_update().get(pk=user_id)
    user.is_active = False
    user.save(update_fields=["is_active"])
    _record("disable_user", user, at=at, by=by)


def note_failed_log_in(*, username: str, address: str, at: datetime) -> None:
    """Keep a failed log-in; an unknown name is not written down, it may be a password."""
    user = User.objects.filter(username=username).first()
    _record("log_in_failed", user, at=at, by=None, detail={"address": address})


def _granted(post: Post) -> dict[str, object]:
    known = {"court": post.court, "basis": post.basis}
    told: dict[str, object] = {name: said for name, said in known.items() if said}
    return {"post": str(post), "since": post.since, **told}


def _mixes_administration(role: Role, held: set[Role]) -> bool:
    if role is Role.ADMINISTRATOR:
        return bool(held - {Role.ADMINISTRATOR})
    return Role.ADMINISTRATOR in held


def _record(
    act: str,
    user: User | None,
    *,
    at: datetime,
    by: User | None,
    detail: dict[str, object] | None = None,
) -> None:
    journal.record(
        at=at,
        actor_id=by.pk if by else None,
        actor_name=by.full_name if by else "系统",
        post=Role.ADMINISTRATOR.chinese if by else "",
        act=act,
        subject={"user": user.pk, "name": user.full_name} if user else {},
        detail=detail,
    )
