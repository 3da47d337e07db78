"""The registry as a Django application."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """立案登记."""

    name = "duly.registry"
    label = "registry"
    verbose_name = "立案登记"
    default_auto_field = "django.db.models.BigAutoField"
