"""How Django knows this package."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """文书."""

    name = "duly.documents"
    label = "documents"
    verbose_name = "文书"
