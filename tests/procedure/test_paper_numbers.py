"""Each paper is kept under the case number that it prints."""

from duly.documents.models import Paper
from tests.procedure import walks
from tests.procedure.conftest import Walk


def test_a_warning_is_kept_under_the_number_of_the_enforcement(walk: Walk):
    walks.to_warned(walk)

    warning = Paper.objects.get(matter=walk.matter, template="defaulter-warning")
    filed = walk.matter.proceedings.get(kind="enforcement")
    assert warning.number == filed.number
    assert warning.number in warning.text


def test_an_urging_notice_is_kept_under_its_own_number(walk: Walk):
    walks.to_enforcement(walk)

    notice = Paper.objects.get(matter=walk.matter, template="urging-notice")
    assert notice.number == walk.matter.proceedings.get(kind="urging").number
