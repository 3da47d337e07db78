"""What the tests of the registry stand on."""

from tests.procedure.conftest import court, laid
from tests.procedure.together import on_disk

__all__ = ["court", "laid", "on_disk"]
