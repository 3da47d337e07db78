"""Who registers matters, in which post and for which court."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from duly.accounts.models import User
from duly.accounts.queries import roles_by_court
from duly.law.terms import Role
from duly.procedure.refusal import StepNotAllowed
from duly.registry.models import Court

MAY_REGISTER = frozenset({Role.TRIAL_CLERK, Role.TRIAL_JUDGE, Role.FILING_CLERK})


@dataclass(frozen=True, slots=True)
class Registrar:
    """A person who registers matters of a court at a moment, with his posts there."""

    actor: User
    court: Court
    at: datetime
    posts: frozenset[Role]

    @property
    def on(self) -> date:
        """The day by the court's clock."""
        return timezone.localdate(self.at)

    @property
    def post(self) -> Role:
        """The post in which he registers."""
        return min(self.posts & MAY_REGISTER)


def registrar(actor: User, *, at: datetime, court: Court | None = None) -> Registrar:
    """Return a person as the registrar of a court: the one given, or else that of his post.

    :raises StepNotAllowed: if he holds no post that registers matters, or no court is set up.
    """
    held = {
        code: roles
        for code, roles in roles_by_court(actor, timezone.localdate(at)).items()
        if roles & MAY_REGISTER and (court is None or code in ("", court.code))
    }
    if not held:
        raise StepNotAllowed("登记案件由业务庭、立案庭办理")
    code = max(held)
    here = court or _court(code)
    if here is None:
        raise StepNotAllowed("尚未设置法院，不能登记；请先在法院设置中填写名称和代字")
    return Registrar(actor, here, at, held[code])


def _court(code: str) -> Court | None:
    """A post without a court registers in the first one here."""
    courts = Court.objects.order_by("pk")
    return courts.filter(code=code).first() if code else courts.first()
