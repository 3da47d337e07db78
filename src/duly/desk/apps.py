"""How Django knows this package."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """工作台."""

    name = "duly.desk"
    label = "desk"
    verbose_name = "工作台"
