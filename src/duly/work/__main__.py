"""The worker as a process of its own: `python -m duly.work`."""

import os

import django


def main() -> None:
    """Set Django up and work by the wall clock of the court until told to stop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from duly.work import clock, worker

    worker.run_until_told(clock.now, worker.stop_on_signals())


if __name__ == "__main__":
    main()
