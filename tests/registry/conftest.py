"""What the tests of the registry stand on."""

from tests.procedure.together import on_disk

__all__ = ["on_disk"]
