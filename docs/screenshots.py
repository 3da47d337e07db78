"""Take the pictures of the README: a demo court in a scratch folder, seen through Chromium.

    python docs/screenshots.py                 # all six of a demo court, and the portal's
    python docs/screenshots.py matter phone    # these two only
    python docs/screenshots.py portal          # the portal's only

The demo court is loaded as of today, so that what is overdue is really overdue. The portal's are
taken on the way by its journeys (tests/portal/journeys), so that each shows what they walk. The
pictures go to docs/screenshots and, where `pngquant` is installed, are made small.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PICTURES = Path(__file__).with_name("screenshots")
CHROMIUM = "/usr/bin/chromium"
WIDE, PHONE = {"width": 1440, "height": 1100}, {"width": 390, "height": 844}
START_SECONDS = 60
PREPARE = (
    ("manage", "migrate", "-v0"),
    ("manage", "collectstatic", "--noinput", "-v0"),
    ("demo", "load"),
)

PORTAL = {
    "portal-code": "door-code-390",
    "portal-debtor": "debtor-390",
    "portal-in-time": "in-time-390",
    "portal-part": "part-390",
    "portal-plan": "plan-390",
    "portal-offered": "offered-390",
    "portal-defaulted": "defaulted-390",
    "portal-dispute": "dispute-390",
    "portal-answered": "answered-390",
    "portal-performed": "performed-390",
    "portal-wide": "performed-1440",
    "portal-creditor": "creditor-390",
    "portal-confirmed": "confirmed-390",
    "portal-consent": "urging-answer-390",
    "portal-sign": "sign-390",
    "portal-verified": "verified-390",
    "portal-locked": "locked-390",
    "portal-office": "office-1440",
}
"""The portal's pictures, by what its journeys call them."""


@dataclass
class Court:
    """The demo court while it is served."""

    address: str
    password: str
    browser: Browser

    def window(self, username: str, size: dict[str, int]) -> Page:
        """Return a window of a person who has logged in."""
        scale = 2 if size is PHONE else 1
        context = self.browser.new_context(viewport=size, locale="zh-CN", device_scale_factor=scale)
        page = context.new_page()
        page.goto(f"{self.address}/log-in/")
        page.fill("[name=username]", username)
        page.fill("[name=password]", self.password)
        page.locator("main button").first.click()
        page.wait_for_url(f"{self.address}/")
        return page


def matter(court: Court) -> Page:
    """The matter with a release that is overdue, as its judge sees it."""
    page = court.window("enforcement.judge", WIDE)
    page.locator("#releases_overdue td a").first.click()
    return page


def today(court: Court) -> Page:
    """Today, with what is late in front."""
    return court.window("enforcement.judge", WIDE)


def step(court: Court) -> Page:
    """A step that is refused, with the reason beside the field: a warning whose day is past."""
    page = court.window("enforcement.judge", WIDE)
    address = _first(page, court, re.compile(r"/(issue_warning|warn_again)/$"))
    page.goto(address)
    page.fill("[name=last_day]", "2026-01-05")
    page.locator("main form .button--primary").click()
    return page


def decision(court: Court) -> Page:
    """A decision that waits for the president."""
    page = court.window("president", WIDE)
    page.locator("#waiting a.button").first.click()
    return page


def paper(court: Court) -> Page:
    """A warning as it was issued."""
    page = court.window("enforcement.judge", WIDE)
    page.goto(_first(page, court, re.compile(r"^/papers/\d+/$"), "预纳入失信名单提醒通知书"))
    return page


def phone(court: Court) -> Page:
    """The same matter on a phone."""
    page = court.window("enforcement.judge", PHONE)
    page.locator("#releases_overdue td a").first.click()
    return page


SUBJECTS: dict[str, Callable[[Court], Page]] = {
    one.__name__: one for one in (matter, today, step, decision, paper, phone)
}


def _first(page: Page, court: Court, address: re.Pattern[str], words: str = "") -> str:
    """Return the first address of a kind on the pages of the matters. Raises LookupError."""
    known = re.compile(r"^/matters/\d+/$")
    matters = _links(page, known)
    page.goto(f"{court.address}/matters/")
    for matter_page in dict.fromkeys([*matters, *_links(page, known)]):
        page.goto(f"{court.address}{matter_page}")
        for found in _links(page, address, words):
            return f"{court.address}{found}"
    raise LookupError(f"示范法院里没有{address.pattern}")


def _links(page: Page, address: re.Pattern[str], words: str = "") -> list[str]:
    links = page.locator("main a[href]", has_text=words).all()
    found = [link.get_attribute("href") or "" for link in links]
    return [one for one in found if address.search(one)]


@contextmanager
def _served() -> Iterator[tuple[str, str]]:
    """Serve a fresh demo court until the block ends; yield its address and its password."""
    with tempfile.TemporaryDirectory() as home, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        environment = {**os.environ, "DULY_HOME": os.environ.get("DULY_HOME", home)}
        for words in (
            ("manage", "migrate", "-v0"),
            ("manage", "collectstatic", "--noinput", "-v0"),
            ("demo", "load"),
        ):
            subprocess.run(["duly", *words], env=environment, check=True)
        kept = Path(environment["DULY_HOME"], "demo-logins.txt").read_text(encoding="utf-8")
        server = subprocess.Popen(["duly", "serve", "--port", str(port)], env=environment)
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}", kept.split()[3]
        finally:
            server.terminate()
            server.wait()


def _wait_for(port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"端口{port}没有应答")


def _walk_the_portal() -> None:
    with tempfile.TemporaryDirectory() as taken:
        journeys = [sys.executable, "-m", "pytest", "-q", "tests/portal/journeys"]
        environment = {**os.environ, "DULY_PICTURES": taken}
        subprocess.run(journeys, env=environment, cwd=PICTURES.parents[1], check=True)
        for name, walked in PORTAL.items():
            shutil.copy(Path(taken, f"{walked}.png"), PICTURES / f"{name}.png")
            _shrink(PICTURES / f"{name}.png")


def _keep(page: Page, name: str) -> None:
    file = PICTURES / f"{name}.png"
    page.screenshot(path=file)
    _shrink(file)


def _shrink(file: Path) -> None:
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--ext", ".png", "64", str(file)], check=True)
    print(f"{file}：{file.stat().st_size // 1024} KB")


def main(names: list[str]) -> None:
    """Take the pictures named, or all of them."""
    PICTURES.mkdir(exist_ok=True)
    if not names or "portal" in names:
        _walk_the_portal()
    if names == ["portal"]:
        return
    with _served() as (address, password), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        court = Court(address, password, browser)
        for name in [one for one in names if one != "portal"] or SUBJECTS:
            _keep(SUBJECTS[name](court), name)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
