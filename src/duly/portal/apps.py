"""How Django knows this package."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """当事人门户."""

    name = "duly.portal"
    label = "portal"
    verbose_name = "当事人门户"

    def ready(self) -> None:
        """Follow what happens in matters, so that it is published."""
        from duly.portal import following
        from duly.procedure.following import step_taken

        step_taken.connect(following.follow, dispatch_uid="portal")
