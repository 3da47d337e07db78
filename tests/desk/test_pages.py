"""What every page keeps to: nothing from outside, nothing in line, one heading, one primary act."""

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from duly.law.mechanism import MECHANISMS
from duly.law.terms import Role
from duly.procedure.models import Course
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import Walk

VOID = {"meta", "link", "input", "br", "img", "path", "rect"}


class Page(HTMLParser):
    """Checks nesting, and gathers what a page refers to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.refers: list[str] = []
        self.inline: list[str] = []
        self.ids: list[str] = []
        self.headings = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.headings += tag == "h1"
        self.ids += [given["id"] or ""] if "id" in given else []
        self.refers += [given[name] or "" for name in ("src", "href", "action") if name in given]
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        self.inline += ["style"] if tag == "style" else []
        self.inline += ["script"] if tag == "script" and "src" not in given else []
        if tag == "p" and "p" in self.open:
            self.wrong.append("p in p")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


@pytest.fixture
def addresses(walk: Walk) -> list[str]:
    walks.to_published(walk)
    matter = {"matter_id": walk.matter.pk}
    paper = walk.matter.papers.all()[0]
    steps = [
        reverse("desk:step", kwargs={**matter, "course_id": course.pk, "name": step.name})
        for course in Course.objects.filter(matter=walk.matter)
        for step in MECHANISMS[course.mechanism].steps
    ]
    pages = (
        "today",
        "matters",
        "approvals",
        "password",
        "mechanisms",
        "mechanism_text",
        "style_guide",
        "batches",
        "help",
        "keys",
        "templates",
    )
    return [
        *(reverse(f"desk:{name}") for name in pages),
        *(reverse("desk:mechanism", kwargs={"name": name}) for name in MECHANISMS),
        reverse("desk:sample_paper", kwargs={"template": "fine-warning"}),
        reverse("desk:matter", kwargs=matter),
        reverse("desk:template", args=[walk.court.pk, "fine-warning"]),
        reverse("desk:template_edit", args=[walk.court.pk, "fine-warning"]),
        reverse("desk:paper", kwargs={"paper_id": paper.pk}),
        *steps,
        "/nothing/",
    ]


def test_every_page_is_whole_and_alone_with_one_primary_action_at_most(
    addresses: list[str], as_role: As
) -> None:
    client = as_role(Role.ENFORCEMENT_JUDGE)
    for address in addresses:
        answer = client.get(address)
        page = Page(answer.content.decode())
        assert answer.status_code in (200, 403, 404), address
        assert (page.wrong, page.open) == ([], []), address
        assert page.inline == [], address
        assert page.headings == 1 or "styleguide" in address, address
        assert len(set(page.ids)) == len(page.ids), address
        assert [ref for ref in page.refers if re.match(r"(\w+:)?//", ref)] == [], address
        assert answer.content.count(b"button--primary") <= 1, address


def test_what_cannot_be_done_is_shown_with_its_reason(walk: Walk, as_role: As) -> None:
    page = as_role(Role.PRESIDENT).get(reverse("desk:matter", kwargs={"matter_id": walk.matter.pk}))
    text = page.content.decode()
    assert "确认收款账户" in text
    assert "“确认收款账户”由业务庭书记员、业务庭法官办理" in text
