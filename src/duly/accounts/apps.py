"""How Django knows this package."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """用户与岗位."""

    name = "duly.accounts"
    label = "accounts"
    verbose_name = "用户与岗位"
