"""How Django knows this package."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """当事人门户."""

    name = "duly.portal"
    label = "portal"
    verbose_name = "当事人门户"
