"""How Django knows this package."""

from django.apps import AppConfig
from django.core.checks import register


class DocumentsConfig(AppConfig):
    """文书."""

    name = "duly.documents"
    label = "documents"
    verbose_name = "文书"

    def ready(self) -> None:
        """Have Django look for the fonts when it starts."""
        from duly.documents.checks import fonts_are_installed

        register(fonts_are_installed)
