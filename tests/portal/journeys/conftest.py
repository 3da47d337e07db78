"""The portal in Chromium, in both deployments: in one process with the court, and alone."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import override_settings
from playwright.sync_api import Browser, Page

from duly.portal import ferry
from tests.chromium import PHONE
from tests.portal.conftest import (
    at_the_walk,
    court,
    gateway,
    laid,
    plain_papers,
    staff,
    walk,
)
from tests.portal.journeys.alone import Alone
from tests.procedure.conftest import Walk

__all__ = ["at_the_walk", "court", "gateway", "laid", "plain_papers", "staff", "walk"]

PICTURES = os.environ.get("DULY_PICTURES", "")


class Portal:
    """The portal in the browser. `carry` takes what is new across to the other side and back.

    `looked_at` says that its pages are looked over: they are the same in both deployments.
    """

    def __init__(
        self, address: str, page: Page, carry: Callable[[], object], *, looked_at: bool
    ) -> None:
        self.address, self.page, self.carry, self.looked_at = address, page, carry, looked_at
        self.complaints: list[str] = []
        page.on("console", lambda line: self._note(line.type, line.text))
        page.on("pageerror", lambda error: self._note("error", str(error)))

    def go(self, path: str) -> Page:
        self.page.goto(f"{self.address}{path}")
        return self.page

    def again(self) -> Page:
        """Carry what is new, and read the page again."""
        self.carry()
        self.page.reload()
        return self.page

    def look(self, name: str) -> None:
        """See that the page is accessible and fits; keep its picture where one is wanted."""
        if not self.looked_at:
            return
        found = Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, name
        if PICTURES:
            width = self.page.viewport_size["width"]
            self.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "status of 4" not in text:
            self.complaints.append(text)


@pytest.fixture(scope="session")
def process(
    django_db_setup: None,
    test_settings: None,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_blocker: object,
) -> Iterator[Alone]:
    """One portal alone in its process, for all journeys of a run."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        alone = Alone(tmp_path_factory.mktemp("portal"))
    yield alone
    alone.end()


@pytest.fixture(params=["with the court", "alone"])
def portal(request: pytest.FixtureRequest, browser: Browser, at_the_walk: Walk) -> Iterator[Portal]:
    """The portal on a phone, in one process with the court, or alone behind the ferry."""
    context = browser.new_context(viewport=PHONE, locale="zh-CN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    if request.param == "with the court":
        address = request.getfixturevalue("live_server").url
        opened = Portal(address, page, lambda: None, looked_at=False)
        yield opened
    else:
        alone: Alone = request.getfixturevalue("process")
        alone.forget()
        with override_settings(DULY_PORTAL_FERRY=str(alone.ferry)):
            opened = Portal(alone.address, page, lambda: _cross(alone, at_the_walk), looked_at=True)
            yield opened
    context.close()
    assert opened.complaints == []


def _cross(alone: Alone, walk: Walk) -> None:
    alone.turn(walk.at)
    ferry.turn(at=walk.at)
    alone.turn(walk.at)
