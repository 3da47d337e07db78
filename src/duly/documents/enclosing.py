"""What goes with a paper to its addressee (随附): whoever prints or mails a paper asks here."""

from django.conf import settings
from django.utils.module_loading import import_string


def enclosed(paper_id: int, party_id: int) -> bytes | None:
    """Return the PDF that goes with a paper to a party; None where nothing does.

    Who makes it is named in the settings: it is drawn from what lies above this layer.
    """
    make = import_string(settings.DULY_ENCLOSURE)
    made: bytes | None = make(paper_id, party_id)
    return made
