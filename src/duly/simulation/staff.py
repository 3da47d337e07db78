"""The people of the demo court, at least one in every post, and two where two must decide."""

from dataclasses import dataclass
from datetime import date, datetime

from duly.accounts import actions as accounts
from duly.accounts.models import User
from duly.law.terms import Role


@dataclass(frozen=True, slots=True)
class Member:
    """One person: the name that he types, the name that is printed, and his post."""

    username: str
    full_name: str
    role: Role
    division: str


STAFF = (
    Member("trial.clerk", "沈一禾", Role.TRIAL_CLERK, "民事审判庭"),
    Member("trial.clerk2", "纪小满", Role.TRIAL_CLERK, "民事审判庭"),
    Member("trial.judge", "陆知衡", Role.TRIAL_JUDGE, "民事审判庭"),
    Member("trial.judge2", "闻人叙", Role.TRIAL_JUDGE, "民事审判庭"),
    Member("filing.clerk", "苗青禾", Role.FILING_CLERK, "立案庭"),
    Member("filing.head", "庄守规", Role.FILING_HEAD, "立案庭"),
    Member("mediator", "乐和平", Role.MEDIATOR, "特邀调解组织"),
    Member("mediator2", "全小渔", Role.MEDIATOR, "特邀调解组织"),
    Member("enforcement.clerk", "邱记言", Role.ENFORCEMENT_CLERK, "执行局"),
    Member("enforcement.judge", "岳秉公", Role.ENFORCEMENT_JUDGE, "执行局"),
    Member("enforcement.judge2", "翟明淼", Role.ENFORCEMENT_JUDGE, "执行局"),
    Member("bureau.head", "居正言", Role.BUREAU_HEAD, "执行局"),
    Member("president", "章𬭛", Role.PRESIDENT, ""),
    Member("admin", "管理元", Role.ADMINISTRATOR, "信息中心"),
)


class Staff:
    """The people of the court by post; the second of a post where a matter asks for him."""

    def __init__(self) -> None:
        users = User.objects.in_bulk([one.username for one in STAFF], field_name="username")
        self._held: dict[Role, list[User]] = {}
        for member in STAFF:
            self._held.setdefault(member.role, []).append(users[member.username])

    def of(self, role: Role, turn: int = 0) -> User:
        """Return a holder of a post; `turn` counts round those who hold it."""
        held = self._held[role]
        return held[turn % len(held)]

    def second_of(self, role: Role, turn: int = 0) -> User:
        """Return another holder of the post than `of` returns for the same turn."""
        return self.of(role, turn + 1)


def appoint(*, password: str, since: date, at: datetime) -> Staff:
    """Create everybody with one password, and appoint each to his post from a day on."""
    for member in STAFF:
        user = accounts.create_user(
            username=member.username, full_name=member.full_name, password=password, at=at
        )
        accounts.grant_post(
            user_id=user.pk, role=member.role, since=since, at=at, division=member.division
        )
    return Staff()
