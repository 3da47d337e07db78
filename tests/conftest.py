"""What every test stands on: no network, quick passwords, a journal that a test may empty."""

import gc
import os
from collections.abc import Callable, Iterator

import pytest

from tests.chromium import browser

__all__ = ["browser"]

# The browser's driver keeps an event loop in the thread of the test, where Django would refuse
# the database although nothing runs at the same time.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session", autouse=True)
def test_settings(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Keep what the tests write in a folder of their own, with a hash that costs no time."""
    if not pytestconfig.pluginmanager.hasplugin("django"):
        yield
        return
    from django.conf import settings
    from django.test import override_settings

    home = tmp_path_factory.mktemp("home")
    storages = {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": home / "files"},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(
        DULY_HOME=home,
        DULY_KEYS=home / "keys",
        DULY_LAW=home / "law",
        DULY_ANCHORS=home / "anchors",
        STORAGES=storages,
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        ALLOWED_HOSTS=[*settings.ALLOWED_HOSTS, "testserver"],
    ):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Keep SQLite in memory; the journeys' in a file, a connection for each request as in a court.

    In memory all requests would share one connection: the preview that a form asks for in
    the background takes its change back, and with it the act that is going on beside it.
    """
    from django.db import connection

    journeys = any(item.get_closest_marker("browser") for item in request.session.items)
    if connection.vendor == "sqlite":
        file = tmp_path_factory.mktemp("database") / "court.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(file) if journeys else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long files, so that no core is left waiting for one at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Spare the collector what was imported: it lives as long as the run."""
    gc.collect()
    gc.freeze()


_SEAL_AGAIN = pytest.StashKey[Callable[[], None]]()


@pytest.fixture(autouse=True)
def emptiable_tables(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a test with real transactions be cleaned up: lift the append-only triggers after it."""
    if not request.config.pluginmanager.hasplugin("django") or not _commits(request):
        yield
        return
    request.getfixturevalue("transactional_db")
    from django.db import connection

    from duly.journal import triggers

    yield
    sealed, blocker = (
        triggers.sealed_tables(connection),
        request.getfixturevalue("django_db_blocker"),
    )
    for table in sealed:
        triggers.unseal(connection, table)

    def seal_again() -> None:
        with blocker.unblock():
            for table in sealed:
                triggers.seal(connection, table)

    request.node.stash[_SEAL_AGAIN] = seal_again


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Put the triggers back when the test's rows are gone, for the tests that follow."""
    yield
    if nextitem is not None and _SEAL_AGAIN in item.stash:
        item.stash[_SEAL_AGAIN]()


def _commits(request: pytest.FixtureRequest) -> bool:
    marker = request.node.get_closest_marker("django_db")
    asks = {"live_server", "transactional_db"} & set(request.fixturenames)
    return bool(asks) or bool(marker and marker.kwargs.get("transaction"))
