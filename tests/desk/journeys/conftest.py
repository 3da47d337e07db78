"""Debian's Chromium in front of the running desk, one window for each person."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from duly.law.terms import Role
from tests.chromium import WIDE
from tests.desk.conftest import at_the_walk
from tests.procedure.conftest import Walk, court, laid, staff, walk

PASSWORD = "duly-desk-2026"

__all__ = ["at_the_walk", "court", "laid", "staff", "walk"]


@dataclass
class Desk:
    """The court at work in the browser: each person in a window of his own."""

    walk: Walk
    address: str
    browser: Browser
    windows: dict[Role, Page] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def window(self, role: Role, size: dict[str, int] | None = None) -> Page:
        """Return the window of a person, who logs in by name and password."""
        if role not in self.windows:
            page = self.windows[role] = self.fresh(size or WIDE)
            person = self.walk.staff[role]
            person.set_password(PASSWORD)
            person.save()
            log_in(page, self.address, person.username, PASSWORD)
            page.locator("main h1", has_text="今日").wait_for()
        return self.windows[role]

    def fresh(self, size: dict[str, int], **options: object) -> Page:
        """Return a new window that nobody has logged in to."""
        context = self.browser.new_context(viewport=size, locale="zh-CN", **options)
        page = context.new_page()
        page.on("console", lambda line: self._note(line.type, line.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))
        return page

    def open_matter(self, role: Role) -> Page:
        """Open the matter's page."""
        page = self.window(role)
        page.goto(f"{self.address}/matters/{self.walk.matter.pk}/")
        return page

    def take(self, role: Role, mechanism: str, step: str, **answers: str) -> Page:
        """Go from the matter's page to a step, fill its form in and send it.

        Whoever has just acted stands on that page still, and goes on from there.
        """
        page, course = self.window(role), self.walk.course(mechanism)
        if not page.locator(f"main a[href$='/{course.pk}/{step}/']").count():
            page = self.open_matter(role)
        return self.take_on(page, course.pk, step, **answers)

    def take_on(self, page: Page, course_id: int, step: str, **answers: str) -> Page:
        """The same, for one course of several."""
        link = page.locator(f"main a[href$='/{course_id}/{step}/']").last
        for closed in link.locator("xpath=ancestor::details[not(@open)]").all():
            closed.locator("> summary").click()
        link.click()
        fill(page, answers)
        page.locator("main .button--primary").click()
        done = page.locator(".banner").first
        assert "已办理" in done.inner_text(), page.locator("main").inner_text()[:2000]
        return page

    def _note(self, kind: str, text: str) -> None:
        # A refusal answers with its own status, which the browser repeats as an error.
        refusal = "status of 4" in text or "Status Error Code 4" in text
        if kind in ("error", "warning") and not refusal:
            self.complaints.append(text)


def log_in(page: Page, address: str, name: str, password: str) -> None:
    """Type a name and a password on the page for it."""
    page.goto(address)
    page.locator("#username").fill(name)
    page.locator("#password").fill(password)
    page.locator("main .button--primary").click()


def fill(page: Page, answers: dict[str, str]) -> None:
    """Fill a form in by the names of its fields, whatever the controls."""
    for name, value in answers.items():
        control = page.locator(f"main form [name='{name}']").first
        if control.get_attribute("type") == "radio":
            page.locator(f"main form [name='{name}'][value='{value}']").check()
        elif control.evaluate("one => one.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)


@pytest.fixture
def desk(at_the_walk: Walk, live_server: LiveServer, browser: Browser) -> Iterator[Desk]:
    opened = Desk(at_the_walk, live_server.url, browser)
    yield opened
    for page in opened.windows.values():
        page.context.close()
    assert opened.complaints == []
