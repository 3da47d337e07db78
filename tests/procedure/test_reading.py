"""One reading: the record is read once for an act or a page, and anew after every write."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from duly.law.terms import PartyKind, PartyRole
from duly.procedure.facts import case_file
from duly.registry import actions as registry
from duly.work.reading import one_reading
from tests.procedure.conftest import Walk


def test_what_was_read_is_not_asked_for_again(walk: Walk):
    with one_reading(), CaptureQueriesContext(connection) as asked:
        assert case_file.parties(walk.matter) == case_file.parties(walk.matter)
    assert len(asked) == 1


def test_a_write_is_seen_by_the_next_question(walk: Walk):
    with one_reading():
        before = case_file.parties(walk.matter, PartyRole.DEBTOR)
        joined = registry.add_party(
            matter=walk.matter,
            role=PartyRole.DEBTOR,
            kind=PartyKind.PERSON,
            name="陈另一",
            identifier="",
            birth_date=None,
            legal_representative="",
        )
        assert case_file.parties(walk.matter, PartyRole.DEBTOR) == [*before, joined]


def test_a_reading_ends_with_its_outermost_block(walk: Walk):
    with one_reading():
        with one_reading():
            known = case_file.parties(walk.matter)
        assert case_file.parties(walk.matter)[0] is known[0]
    assert case_file.parties(walk.matter)[0] is not known[0]
