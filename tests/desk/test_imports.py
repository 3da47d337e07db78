"""导入：先预览、按行指错、看过的那一份才登记，不会登记两次，别人看不到."""

import csv
import io
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from duly.law.terms import Role
from duly.registry.models import Court, Matter
from tests.desk.conftest import As
from tests.intake.conftest import matter, table

CLERK = Role.TRIAL_CLERK
IMPORTS = reverse("desk:imports")


@pytest.fixture(autouse=True)
def own_home(court: Court, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "DULY_HOME", tmp_path)
    return tmp_path


def sheet(*rows: dict[str, object]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(table(list(rows)))
    return text.getvalue().encode()


def send(client: Client, content: bytes, name: str = "案件.csv") -> HttpResponse:
    return client.post(IMPORTS, {"file": SimpleUploadedFile(name, content)})


def register(client: Client, seen: HttpResponse, how: str = "all") -> HttpResponse:
    form = {"token": seen.context["token"], "how": how}
    return client.post(reverse("desk:imports_register"), form, follow=True)


def test_a_file_is_looked_at_before_anything_is_registered(as_role: As) -> None:
    client = as_role(CLERK)
    seen = send(client, sheet(matter(100), matter(101)))
    assert "登记2件" in seen.content.decode()
    assert "喆淼商贸有限公司" in seen.content.decode()
    assert not Matter.objects.exists()
    assert "已登记2件" in register(client, seen).content.decode()
    assert Matter.objects.count() == 2


def test_a_preview_registers_once(as_role: As) -> None:
    client = as_role(CLERK)
    seen = send(client, sheet(matter(100)))
    register(client, seen)
    assert "预览已经失效" in register(client, seen).content.decode()
    assert Matter.objects.count() == 1


def test_errors_are_told_by_row_and_column(as_role: As) -> None:
    page = send(as_role(CLERK), sheet(matter(100), matter(101, amount="一万"))).content.decode()
    assert "<th>3</th><td>金额（元）</td>" in page.replace(" Amount (yuan)", "")
    assert "先登记没有错误的1件" in page


def test_what_is_bad_is_handed_back_to_be_mended(as_role: As) -> None:
    client = as_role(CLERK)
    seen = send(client, sheet(matter(100), matter(101, amount="一万")))
    done = register(client, seen, how="good")
    assert Matter.objects.count() == 1
    left = reverse("desk:imports_bad", kwargs={"name": done.context["left"]})
    assert "101号" in client.get(left).content.decode()
    assert as_role(Role.FILING_CLERK).get(left).status_code == 404


def test_only_the_very_file_that_was_seen_is_registered(as_role: As, own_home: Path) -> None:
    client = as_role(CLERK)
    seen = send(client, sheet(matter(100)))
    (kept,) = own_home.rglob("seen-*")
    kept.write_bytes(sheet(matter(100, amount="1.00")))
    assert "预览已经失效" in register(client, seen).content.decode()
    assert not Matter.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("案件.pdf", b"%PDF", "只能导入"),
        ("案件.csv", b"", "空"),
        ("案件.csv", b"x" * (4 * 1024 * 1024), "文件太大"),
    ],
)
def test_what_cannot_be_read_is_refused(name: str, content: bytes, told: str, as_role: As) -> None:
    answer = send(as_role(CLERK), content, name)
    assert answer.status_code == 422
    assert told in answer.content.decode()
