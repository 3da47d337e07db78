"""How Django knows this package."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """任务."""

    name = "duly.work"
    label = "work"
    verbose_name = "任务"
