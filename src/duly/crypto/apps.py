"""How Django knows this package."""

from django.apps import AppConfig

from duly.crypto import selftest


class CryptoConfig(AppConfig):
    """Cryptography; it proves itself before the program answers anything."""

    name = "duly.crypto"
    label = "crypto"
    verbose_name = "密码"

    def ready(self) -> None:
        """Refuse to start on a library that does not give the published answers."""
        selftest.run()
