"""Take the pictures of the README: a demo court in a scratch folder, seen through Chromium.

    python docs/screenshots.py                 # loads the demo court, takes all six
    python docs/screenshots.py matter phone    # these two only

The demo court is loaded as of today, so that what is overdue is really overdue. The pictures
go to docs/screenshots, each cropped and, where `pngquant` is installed, made small.
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


def _keep(page: Page, name: str) -> None:
    file = PICTURES / f"{name}.png"
    page.screenshot(path=file)
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--ext", ".png", "64", str(file)], check=True)
    print(f"{file}：{file.stat().st_size // 1024} KB")


def main(names: list[str]) -> None:
    """Take the pictures named, or all of them."""
    PICTURES.mkdir(exist_ok=True)
    with _served() as (address, password), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        court = Court(address, password, browser)
        for name in names or SUBJECTS:
            _keep(SUBJECTS[name](court), name)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
