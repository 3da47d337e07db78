"""How Django knows this package."""

from django.apps import AppConfig
from django.core import checks


class OutreachConfig(AppConfig):
    """触达."""

    name = "duly.outreach"
    label = "outreach"
    verbose_name = "触达"

    def ready(self) -> None:
        """Follow what happens in matters: papers to be served, debtors who were reached."""
        from duly.outreach.checks import files_can_be_read
        from duly.outreach.following import follow
        from duly.procedure.following import step_taken

        checks.register(files_can_be_read)
        step_taken.connect(follow, dispatch_uid="outreach")
