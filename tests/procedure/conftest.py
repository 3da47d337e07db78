"""A court with its staff, and a matter that can be walked through it by what is typed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from duly.accounts.models import Post, User
from duly.documents import actions as documents
from duly.documents import press
from duly.documents.drawing import Drawn
from duly.documents.mark import Mark
from duly.documents.models import Paper
from duly.documents.signature import Signature
from duly.law.mechanism import MECHANISMS
from duly.law.terms import ProceedingKind, Role
from duly.procedure import queries
from duly.procedure.actions import Taken, register_matter, take_step
from duly.procedure.models import Course
from duly.registry.models import Court, Matter, TypeCode
from tests.procedure.laid import Laid
from tests.procedure.together import on_disk

__all__ = ["on_disk"]

SHANGHAI = ZoneInfo("Asia/Shanghai")
CODES = {ProceedingKind.URGING: "执前调", ProceedingKind.ENFORCEMENT: "执"}

MONEY_MATTER = {
    "number": "（2026）粤0117民初100号",
    "instrument_kind": "judgment",
    "made_on": "2026-03-02",
    "cause": "买卖合同纠纷",
    "focus": "commercial",
    "performance_days": "10",
    "creditor_kind": "unit",
    "creditor_name": "喆淼商贸有限公司",
    "creditor_phone": "13800000001",
    "debtor_kind": "person",
    "debtor_name": "陈示例",
    "debtor_identifier": "440199199003070013",
    "debtor_phone": "13800000002",
    "debtor_address": "广州市从化区示例路1号",
    "address_confirmed": "yes",
    "duty_kind": "money",
    "duty": "货款",
    "amount": "100000.00",
    "interest_kind": "none",
    "court_fee": "2300.00",
}


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=SHANGHAI)


@dataclass
class Walk:
    """A matter on its way, with the day on which the next act happens."""

    court: Court
    staff: Mapping[Role, User]
    on: date
    laid: Laid = field(default_factory=Laid)
    matter: Matter = field(init=False)

    def register(self, **changes: str) -> "Walk":
        answers = {**MONEY_MATTER, **changes}

        def register() -> int:
            clerk = self.staff[Role.TRIAL_CLERK]
            return register_matter(answers=answers, actor=clerk, at=self.at).pk

        key = ("registered", self.on, *sorted(answers.items()))
        self.matter = Matter.objects.get(pk=self.laid.begin(key, register))
        return self

    @property
    def at(self) -> datetime:
        return noon(self.on)

    def course(self, mechanism: str) -> Course:
        return Course.objects.filter(matter=self.matter, mechanism=mechanism).order_by("-pk")[0]

    def take(self, mechanism: str, step: str, role: Role, /, **answers: str) -> Taken:
        course = self.course(mechanism)
        return self.take_on(course, step, role, **answers)

    def take_on(self, course: Course, step: str, role: Role, /, **answers: str) -> Taken:
        self.matter.refresh_from_db()
        course.refresh_from_db()
        shown = {}
        if MECHANISMS[course.mechanism].step(step).second_person:
            view = queries.step_view(course, step, self.staff[role], self.at)
            if view.permitted:
                drawn = queries.preview(course, view.step, answers, self.staff[role], self.at)
                shown = {key: paper.sha256 for key, paper in drawn.items()}
        return take_step(
            matter_id=self.matter.pk,
            course_id=course.pk,
            step=step,
            answers=answers,
            actor=self.staff[role],
            at=self.at,
            version=self.matter.version,
            shown=shown,
        )

    def party(self, role: str) -> str:
        """The first party of a side, as a form sends it."""
        return str(self.matter.parties.filter(role=role).order_by("pk")[0].pk)

    def serve(self, what: str, role: Role, *, to: str = "debtor", on: date | None = None) -> None:
        day = (on or self.on).isoformat()
        self.take(
            "record",
            "record_service",
            role,
            what=what,
            party=self.party(to),
            method="personal",
            acted_on=day,
            signed_on=day,
            evidence="送达回证",
        )

    def serve_paper(self, template: str, role: Role) -> None:
        paper = Paper.objects.filter(matter=self.matter, template=template)[0]
        self.serve(f"paper-{paper.pk}", role)

    def contact(self, role: Role, result: str = "reached") -> None:
        self.take(
            "record",
            "record_contact",
            role,
            party=self.party("debtor"),
            on=self.on.isoformat(),
            channel="call",
            result=result,
            told_consequences="yes",
            told_benefits="yes",
            note="告知应履行的义务、期限、后果和好处",
        )

    def find(self, question: str, *, holds: bool, party: str = "") -> None:
        self.take(
            "record",
            "find_fact",
            Role.ENFORCEMENT_JUDGE,
            question=question,
            party=party or self.party("debtor"),
            holds="yes" if holds else "no",
            reasons="经审查材料认定",
            evidence="正卷",
        )

    def releases(self) -> list[Course]:
        taken = Course.objects.filter(matter=self.matter, mechanism="release")
        return list(taken.select_related("measure").order_by("pk"))

    def pay(
        self, amount: str, role: Role, arrival: str = "enforcement_funds", **changes: str
    ) -> None:
        self.take(
            "record",
            "record_payment",
            role,
            **{
                "payer": self.party("debtor"),
                "amount": amount,
                "paid_on": self.on.isoformat(),
                "arrival": arrival,
                "reference": f"SL{self.matter.payments.count()}",
                "evidence": "到账通知",
                **changes,
            },
        )


@pytest.fixture(autouse=True)
def plain_papers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a paper's text in place of its print, except in modules that say PRINTS = True."""
    if not getattr(request.module, "PRINTS", False):
        print_plainly(monkeypatch)


def print_plainly(patch: pytest.MonkeyPatch) -> None:
    """Print the text of a paper as it is, without setting it in type."""
    for module, name in ((press, "pdf"), (press, "docx"), (documents, "pdf")):
        patch.setattr(module, name, _in_plain)


def _in_plain(
    drawn: Drawn, *, mark: Mark | None = None, signature: Signature | None = None, **_: object
) -> bytes:
    signed = f"\n{signature.strokes}\n{signature.evidence}" if signature else ""
    return (f"{mark.line}\n{drawn.text}" if mark else drawn.text + signed).encode()


@pytest.fixture
def laid(db: None) -> Iterator[Laid]:
    """The record of the test, into which beginnings are laid that others had before."""
    record = Laid.of_a_test()
    with connection.execute_wrapper(record.watch):
        yield record


@pytest.fixture
def court(laid: Laid) -> Court:
    return Court.objects.get(pk=laid.begin(("court",), _found_court))


def _found_court() -> int:
    court = Court.objects.create(
        code="粤0117",
        name="广州市从化区人民法院",
        address="广州市从化区示例大道1号",
        phone="020-87920000",
    )
    for kind, code in CODES.items():
        TypeCode.objects.create(court=court, kind=kind.value, code=code)
    return court.pk


@pytest.fixture
def staff(laid: Laid) -> Mapping[Role, User]:
    people = User.objects.in_bulk(laid.begin(("staff",), _appoint).values())
    return {Role(user.username): user for user in people.values()}


def _appoint() -> dict[Role, int]:
    people = {}
    for place, role in enumerate(Role):
        user = User.objects.create(
            username=role.value, full_name=f"职员{'甲乙丙丁戊己庚辛壬癸子'[place]}"
        )
        Post.objects.create(user=user, role=role.value, since=date(2020, 1, 1))
        people[role] = user.pk
    return people


@pytest.fixture
def walk(court: Court, staff: Mapping[Role, User], laid: Laid) -> Walk:
    return Walk(court, staff, date(2026, 3, 3), laid).register()


@pytest.fixture
def later() -> Callable[[date, int], date]:
    return lambda day, days: day + timedelta(days=days)
