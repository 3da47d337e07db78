"""Filters that a person keeps by name; one of them may be what his list opens with."""

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from duly.accounts.models import User
from duly.desk.listing.asking import PARAMETERS
from duly.desk.models import SavedFilter

MOST = 20
LONGEST_NAME = 20


class NotSaved(ValueError):
    """A filter that cannot be kept so; the message says why."""


def query_of(given: QueryDict) -> str:
    """Return the part of an address that narrows the list, without pages and empty parts."""
    kept = QueryDict(mutable=True)
    for name in PARAMETERS:
        wanted = str(given.get(name, "")).strip()
        if wanted:
            kept[name] = wanted
    return kept.urlencode()


def of(user: User) -> list[SavedFilter]:
    """Return the filters of a person by name."""
    return list(SavedFilter.objects.filter(user=user).order_by("name"))


@transaction.atomic
def save(user: User, name: str, query: str, *, opens_first: bool) -> SavedFilter:
    """Keep a filter by name, in place of one of the same name.

    :raises NotSaved: without a name, for nothing to narrow by, or for one too many.
    """
    User.objects.select_for_update().get(pk=user.pk)
    named = name.strip()
    own = SavedFilter.objects.filter(user=user)
    if not named or len(named) > LONGEST_NAME:
        raise NotSaved(_("请给条件起名，最多20个字"))
    if not query:
        raise NotSaved(_("还没有条件可以保存，请先查找"))
    if own.exclude(name=named).count() >= MOST:
        raise NotSaved(_("最多保存20个条件，请先删除不用的"))
    if opens_first:
        own.update(opens_first=False)
    kept, _made = own.update_or_create(
        user=user, name=named, defaults={"query": query, "opens_first": opens_first}
    )
    return kept


def drop(user: User, filter_id: int) -> None:
    """Forget a filter of a person; another's is not touched."""
    SavedFilter.objects.filter(user=user, pk=filter_id).delete()
