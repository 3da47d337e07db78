"""What the tests of the registry stand on."""

from tests.procedure.conftest import court
from tests.procedure.together import on_disk

__all__ = ["court", "on_disk"]
