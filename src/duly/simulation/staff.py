"""The people of the demo courts: somebody in every post, and two where two must decide."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from duly.accounts import actions as accounts
from duly.accounts.models import User
from duly.law.terms import Role
from duly.simulation.court import DEMO_COURT, SECOND_COURT


@dataclass(frozen=True, slots=True)
class Member:
    """One person: the name that he types, the name that is printed, and his post.

    `court` is the code of his court; the administrator serves the whole installation.
    """

    username: str
    full_name: str
    role: Role
    division: str
    court: str = DEMO_COURT.code


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
    Member("admin", "管理元", Role.ADMINISTRATOR, "信息中心", ""),
)
THERE = SECOND_COURT.code
SECOND_STAFF = (
    Member("zc.trial.clerk", "荀一苇", Role.TRIAL_CLERK, "民事审判庭", THERE),
    Member("zc.trial.clerk2", "岑小暑", Role.TRIAL_CLERK, "民事审判庭", THERE),
    Member("zc.trial.judge", "桑知远", Role.TRIAL_JUDGE, "民事审判庭", THERE),
    Member("zc.filing.clerk", "禾立秋", Role.FILING_CLERK, "立案庭", THERE),
    Member("zc.filing.head", "司空谨", Role.FILING_HEAD, "立案庭", THERE),
    Member("zc.mediator", "和一诺", Role.MEDIATOR, "特邀调解组织", THERE),
    Member("zc.enforcement.clerk", "计长宁", Role.ENFORCEMENT_CLERK, "执行局", THERE),
    Member("zc.enforcement.judge", "平守正", Role.ENFORCEMENT_JUDGE, "执行局", THERE),
    Member("zc.enforcement.judge2", "晏清和", Role.ENFORCEMENT_JUDGE, "执行局", THERE),
    Member("zc.bureau.head", "宁思慎", Role.BUREAU_HEAD, "执行局", THERE),
    Member("zc.president", "钮行义", Role.PRESIDENT, "", THERE),
)


class Staff:
    """The people of a court by post; the second of a post where a matter asks for him."""

    def __init__(self, members: Iterable[Member]) -> None:
        known = tuple(members)
        users = User.objects.in_bulk([one.username for one in known], field_name="username")
        self._held: dict[Role, list[User]] = {}
        for member in known:
            self._held.setdefault(member.role, []).append(users[member.username])

    def of(self, role: Role, turn: int = 0) -> User:
        """Return a holder of a post; `turn` counts round those who hold it."""
        held = self._held[role]
        return held[turn % len(held)]

    def second_of(self, role: Role, turn: int = 0) -> User:
        """Return another holder of the post than `of` returns for the same turn."""
        return self.of(role, turn + 1)


def appoint(
    members: Sequence[Member] = STAFF, *, password: str, since: date, at: datetime
) -> Staff:
    """Create everybody with one password, and appoint each to his post from a day on."""
    for member in members:
        user = accounts.create_user(
            username=member.username, full_name=member.full_name, password=password, at=at
        )
        accounts.grant_post(
            user_id=user.pk,
            role=member.role,
            since=since,
            at=at,
            division=member.division,
            court=member.court,
        )
    return Staff(members)
