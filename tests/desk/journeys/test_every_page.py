"""Every page of the desk: sound by axe (WCAG 2.2 AA), no wider than a phone, alone."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from duly.accounts.models import Post
from duly.batch import actions
from duly.batch.choosing import Choice
from duly.documents.models import TemplateVersion
from duly.documents.templates import file_of, lines_of
from duly.law.terms import Role
from duly.procedure import template_versions
from duly.procedure.models import Assignment
from duly.procedure.template_versions import Proposed
from tests.chromium import PHONE, WIDE
from tests.desk.journeys.conftest import Desk
from tests.desk.journeys.test_money_and_supervision import violations
from tests.procedure import walks
from tests.procedure.conftest import Walk

pytestmark = [pytest.mark.browser, pytest.mark.long]

TABLE = Path(__file__).parents[1] / "access.toml"
# What is taken away as a file, and the page that is seen before anybody has logged in.
NO_PAGES = {"download", "batch_file", "imports_bad", "imports_template", "log_in"}
NO_PAGES |= {"template_word", "template_sample", "draft_word"}
# Everything unfolded but the texts of articles, which are alike and many.
UNFOLDED = "main details:not(.law):not(.law details):not(:has(.law:not([hx-get])))"
OPEN_ALL = f"for (const one of document.querySelectorAll('{UNFOLDED}')) one.open = true"
EVERY_POST = set(Role) - {Role.ADMINISTRATOR, Role.POST_ROOM, Role.PRESIDENT}


@pytest.fixture
def house(desk: Desk) -> Desk:
    """One person with every post; a listing and a wording proposed, a matter urged."""
    walks.to_proposed(desk.walk)
    other = Walk(desk.walk.court, desk.walk.staff, date(2026, 3, 3))
    walks.to_urging(other.register(number="（2026）粤0117民初101号"))
    desk.walk.on = max(desk.walk.on, other.on)
    person = desk.walk.staff[Role.PRESIDENT]
    for role in EVERY_POST:
        Post.objects.create(user=person, role=role.value, since=date(2020, 1, 1))
    Assignment.objects.filter(until=None).update(mediator=person)
    _propose_wording(desk)
    return desk


def _propose_wording(desk: Desk) -> None:
    lines = [
        replace(one, text=one.text.replace("经查", "经本院查明"))
        for one in lines_of(file_of("defaulter-decision"))
    ]
    changed = Proposed("defaulter-decision", lines, desk.walk.on, "审委会纪要7号")
    head = desk.walk.staff[Role.FILING_HEAD]
    template_versions.propose(desk.walk.court, changed, actor=head, at=desk.walk.at)


def addresses(house: Desk) -> dict[str, list[str]]:
    """Return where each page is, by its name; several where it looks different."""
    matter = {"matter_id": house.walk.matter.pk}
    course = house.walk.course("defaulter_warning")
    urged = Assignment.objects.filter(until=None).latest("pk").course
    court = {"court_id": house.walk.court.pk, "name": "small_claim_yuan"}
    choice = Choice(mechanism="pre_enforcement", step="issue_notice")
    person = house.walk.staff[Role.PRESIDENT]
    batch = actions.make(choice, court=house.walk.court, answers={}, by=person, at=house.walk.at)
    steps = ("approve_listing", "return_proposal")
    wording = {"court_id": house.walk.court.pk, "template": "defaulter-decision"}
    drawn = {"name": "propose_listing", "template": "defaulter-decision"}
    given = {
        "setting": [court],
        "batch": [{"batch_id": batch.pk}],
        "call": [{"course_id": urged.pk}],
        "matter": [matter],
        "step": [{**matter, "course_id": course.pk, "name": name} for name in steps],
        "paper": [{"paper_id": house.walk.matter.papers.all()[0].pk}],
        "mechanism": [{"name": "pre_enforcement"}, {"name": "release"}],
        "sample_paper": [{"template": "urging-notice"}],
        "template": [wording],
        "template_edit": [wording],
        "template_papers": [{**wording, "version": "own"}],
        "template_proposal": [{"proposal_id": TemplateVersion.objects.get().pk}],
        "draft": [{**matter, "course_id": course.pk, "party_id": course.party_id, **drawn}],
    }
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    names = {name for name, row in table.items() if "GET" in row} - NO_PAGES
    found = {
        name: [reverse(f"desk:{name}", kwargs=one) for one in given.get(name, [{}])]
        for name in sorted(names)
    }
    found["matters"] += [
        f"{found['matters'][0]}?due=month&person={person.pk}",
        f"{found['matters'][0]}?q=没有这个人",
    ]
    found["batch_new"].append(f"{found['batch_new'][0]}?step=pre_enforcement.issue_notice")
    found["article"] = [f"{found['article'][0]}?of=《中华人民共和国刑法》第313条&on=2026-03-03"]
    found["nothing"] = ["/nothing/"]
    return found


def test_every_page_is_sound_fits_a_phone_and_reaches_nowhere_else(house: Desk) -> None:
    windows = {"staff": house.window(Role.ADMINISTRATOR)}
    asked: list[str] = []
    found: list[tuple[str, ...]] = []
    for name, pages in addresses(house).items():
        page = windows.get(name, house.window(Role.PRESIDENT))
        page.on("request", lambda request: asked.append(request.url))
        for address in pages:
            page.set_viewport_size(WIDE)
            page.goto(house.address + address)
            page.evaluate(OPEN_ALL)
            found += [(name, address, *one) for one in violations(page)]
            page.set_viewport_size(PHONE)
            width = page.evaluate("document.documentElement.scrollWidth")
            found += [(name, address, "wide", str(width))] if width > PHONE["width"] else []
    assert found == []
    assert asked
    assert [url for url in asked if not url.startswith(house.address)] == []
