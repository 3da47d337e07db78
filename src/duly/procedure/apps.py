"""How Django knows this package."""

from django.apps import AppConfig


class ProcedureConfig(AppConfig):
    """程序."""

    name = "duly.procedure"
    label = "procedure"
    verbose_name = "程序"
