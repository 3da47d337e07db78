"""How Django knows this package."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """用户与岗位."""

    name = "duly.accounts"
    label = "accounts"
    verbose_name = "用户与岗位"

    def ready(self) -> None:
        """Listen for failed log-ins."""
        from django.contrib.auth.signals import user_login_failed

        from duly.accounts.watching import hear_failed_log_in

        user_login_failed.connect(hear_failed_log_in, dispatch_uid="duly.accounts")
