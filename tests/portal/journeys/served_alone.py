"""Serve a portal that stands alone, for `alone`: run as a program with settings in its environment.

It says its port, then does what its input says, line by line: `forget` empties its database; a
moment is shown by its clock from then on, and is when it takes a turn of the ferry.
"""

import sys
from datetime import datetime

import django
from django.conf import settings
from django.test import override_settings

PLAIN_FILES = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


def serve() -> None:
    """Serve on a free port of this machine, in a thread, and say which."""
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.test.testcases import LiveServerThread

    server = LiveServerThread("127.0.0.1", StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    print(server.port, flush=True)


def forget() -> None:
    """Empty the database."""
    from django.core.management import call_command

    call_command("flush", interactive=False, inhibit_post_migrate=True, verbosity=0)


def turn(at: datetime) -> None:
    """Show a moment, and take in and put out what is due at it."""
    from duly.portal import ferry
    from duly.work import clock

    clock.now = lambda: at
    ferry.turn(at=at)


def main() -> None:
    """Serve, and do what is said until the input ends."""
    django.setup()
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": PLAIN_FILES}):
        serve()
        for line in map(str.strip, sys.stdin):
            if line == "forget":
                forget()
            else:
                turn(datetime.fromisoformat(line))
            print("done", flush=True)


if __name__ == "__main__":
    main()
