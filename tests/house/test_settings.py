"""The settings' promises: nothing from elsewhere, nothing lost at a power cut, keys of its own."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.template.loader import get_template

from config.database import UnknownDatabase, database

FILE = Path("duly.sqlite3")


def test_a_page_may_load_only_from_this_server_and_run_nothing_in_line() -> None:
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    allowed = {source for sources in directives.values() for source in sources}
    assert allowed == {"'none'", "'self'", "data:"}
    assert directives["default-src"] == ["'none'"]
    assert "data:" not in directives["script-src"] + directives["style-src"]


def test_scripts_cannot_read_the_session() -> None:
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Strict"
    assert not settings.DEBUG


def test_a_colleague_cannot_be_locked_out_from_another_address() -> None:
    assert settings.AXES_LOCKOUT_PARAMETERS == [["username", "ip_address"]]
    assert get_template(settings.AXES_LOCKOUT_TEMPLATE)


def test_without_an_address_the_data_lie_in_one_file() -> None:
    made = database("", FILE)
    assert made["NAME"] == "duly.sqlite3"
    assert made["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("url", "name"),
    [("sqlite:////srv/duly.sqlite3", "/srv/duly.sqlite3"), ("sqlite:///var/x.db", "var/x.db")],
)
def test_an_sqlite_address_names_a_file(url: str, name: str) -> None:
    assert database(url, FILE)["NAME"] == name


def test_a_postgresql_address_names_host_user_and_base() -> None:
    made = database("postgresql://duly:p%40ss@db.court.example:5433/duly?sslmode=require", FILE)
    assert (made["HOST"], made["PORT"], made["NAME"]) == ("db.court.example", "5433", "duly")
    assert (made["USER"], made["PASSWORD"]) == ("duly", "p@ss")
    assert made["OPTIONS"] == {"sslmode": "require"}


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(UnknownDatabase, match="mysql"):
        database("mysql://x/y", FILE)


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own settings")
@pytest.mark.parametrize(
    ("pragma", "value"), [("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1)]
)
def test_sqlite_keeps_what_was_acknowledged_and_wipes_what_was_erased(
    pragma: str, value: int
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone()[0] == value
