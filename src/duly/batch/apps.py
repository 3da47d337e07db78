"""How Django knows this package."""

from django.apps import AppConfig


class BatchConfig(AppConfig):
    """批次."""

    name = "duly.batch"
    label = "batch"
    verbose_name = "批次"
