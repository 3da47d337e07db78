"""Papers of a matter: drawn, approved by hash, issued once, then frozen in the database itself."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from duly.documents import actions, queries
from duly.documents.actions import PaperRefused
from duly.documents.drawing import Refused
from duly.documents.models import Paper, PaperFile, PaperStatus
from duly.documents.render import docx, pdf
from duly.documents.sample import sample_blanks
from duly.documents.templates import load
from duly.registry.models import Court, Matter
from tests.documents.conftest import DAY

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.fixture
def matter() -> Matter:
    """A matter of the sample court."""
    court = Court.objects.create(code="粤0117", name="广州市从化区人民法院")
    return Matter.objects.create(
        court=court, cause="买卖合同纠纷", focus="commercial", opened_at=AT
    )


@pytest.fixture
def paper(matter: Matter) -> Paper:
    """A payee account confirmation, drawn."""
    return drawn(matter)


@pytest.fixture
def issued(paper: Paper) -> Paper:
    """The same, issued."""
    return actions.issue(paper, sha256=paper.sha256, at=AT)


def drawn(matter: Matter, corrects: Paper | None = None) -> Paper:
    """Draw the paper that carries an account number."""
    template = load("payee-account-confirmation")
    blanks = sample_blanks(template)
    return actions.draw(
        matter=matter, template=template, blanks=blanks, on=DAY, at=AT, corrects=corrects
    )


def raw_row(model: type[Model]) -> str:
    """Return the only row of a table as the database holds it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {model._meta.db_table}")
        return repr([bytes(v) if isinstance(v, memoryview) else v for v in cursor.fetchone()])


def test_a_paper_is_drawn_again_from_what_it_was_drawn_from(paper: Paper) -> None:
    again = queries.drawn(Paper.objects.get(pk=paper.pk))
    assert again.sha256 == paper.sha256
    assert again.text == paper.text
    assert again.sources["账号"] == "示例数据"


def test_a_paper_that_is_refused_leaves_no_row(matter: Matter) -> None:
    with pytest.raises(Refused):
        actions.draw(matter=matter, template=load("urging-notice"), blanks={}, on=DAY, at=AT)
    assert not Paper.objects.exists()


def test_approval_binds_the_hash_that_was_shown(paper: Paper) -> None:
    with pytest.raises(PaperRefused, match="重新制作"):
        actions.approve(paper.pk, sha256="0" * 64)
    assert actions.approve(paper.pk, sha256=paper.sha256).status == PaperStatus.APPROVED
    with pytest.raises(PaperRefused, match="已审批，只有已制作的"):
        actions.approve(paper.pk, sha256=paper.sha256)


def test_issue_keeps_the_bytes_and_their_hashes(issued: Paper) -> None:
    held = queries.file_of(issued.pk)
    assert held is not None
    again = queries.drawn(issued)
    assert (held.pdf, held.docx) == (pdf(again), docx(again))
    assert issued.issued_at == AT


def test_issue_refuses_another_hash_and_a_second_time(paper: Paper) -> None:
    with pytest.raises(PaperRefused):
        actions.issue(paper, sha256="0" * 64, at=AT)
    assert queries.file_of(paper.pk) is None
    actions.issue(paper, sha256=paper.sha256, at=AT)
    with pytest.raises(PaperRefused, match="已签发"):
        actions.issue(paper, sha256=paper.sha256, at=AT)
    assert PaperFile.objects.count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE documents_paper SET text = 'x'",
        "UPDATE documents_paper SET blanks = 'x'",
        "UPDATE documents_paper SET sha256 = 'x'",
        "UPDATE documents_paper SET paper_date = '2020-01-01'",
        "UPDATE documents_paper SET status = 'drawn'",
        "UPDATE documents_paperfile SET pdf = docx",
        "UPDATE documents_paperfile SET pdf_sha256 = 'x'",
        "DELETE FROM documents_paperfile",
    ],
)
@pytest.mark.usefixtures("issued")
def test_the_database_refuses_to_change_an_issued_paper(statement: str) -> None:
    before = raw_row(Paper), raw_row(PaperFile)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert (raw_row(Paper), raw_row(PaperFile)) == before


def test_an_issued_paper_cannot_be_changed_through_the_model_either(issued: Paper) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Paper.objects.filter(pk=issued.pk).update(title="别的")
    issued.title = "别的"
    with pytest.raises(DatabaseError), transaction.atomic():
        issued.save()


def test_a_correction_is_a_new_paper_that_points_back(matter: Matter, issued: Paper) -> None:
    actions.void(issued.pk)
    correction = drawn(matter, corrects=issued)
    assert list(issued.corrections.all()) == [correction]
    assert queries.file_of(issued.pk) is not None
    with pytest.raises(PaperRefused, match="已作废"):
        actions.issue(issued, sha256=issued.sha256, at=AT)


def test_a_void_issued_paper_stays_void(issued: Paper) -> None:
    actions.void(issued.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        Paper.objects.filter(pk=issued.pk).update(status=PaperStatus.ISSUED)


@pytest.mark.usefixtures("issued")
def test_the_database_holds_no_account_number_that_can_be_read() -> None:
    rows = raw_row(Paper) + raw_row(PaperFile)
    assert "4401990012345678901" not in rows
    assert "喆淼商贸" not in rows
    assert "%PDF" not in rows


def test_papers_are_listed_newest_first(matter: Matter) -> None:
    first, second = drawn(matter), drawn(matter)
    assert [p.pk for p in queries.papers_of(matter.pk)] == [second.pk, first.pk]
    assert not queries.issued_of(matter.pk, first.template).exists()
