"""The worker as a process of its own: `python -m duly.work`."""

import os

import django


def main() -> None:
    """Set Django up and work by the wall clock of the court until told to stop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.utils import timezone

    from duly.work import worker

    worker.run_until_told(timezone.localtime, worker.stop_on_signals())


if __name__ == "__main__":
    main()
