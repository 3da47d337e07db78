"""文书样式: looked at by everybody of the court, changed by two heads, the papers by version."""

import io

import docx as python_docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from duly.desk import sources
from duly.documents import queries
from duly.documents.models import Paper, TemplateVersion
from duly.documents.templates import file_of, lines_of, load
from duly.law.terms import Role
from duly.procedure.models import OwnWording
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import Walk

NOTICE = "performance-notice"
HEAD, PRESIDENT = Role.FILING_HEAD, Role.PRESIDENT
CLERK, JUDGE = Role.TRIAL_CLERK, Role.TRIAL_JUDGE


def at(name: str, walk: Walk, **more: object) -> str:
    return reverse(f"desk:{name}", kwargs={"court_id": walk.court.pk, "template": NOTICE, **more})


def typed(old: str = "可以附页摘要", new: str = "应当附页摘要") -> dict[str, list[str]]:
    lines = lines_of(file_of(NOTICE))
    return {
        "kind": [one.kind.value if one.kind else "" for one in lines],
        "text": [one.text.replace(old, new) for one in lines],
    }


def edited_in_word(made: bytes) -> SimpleUploadedFile:
    document = python_docx.Document(io.BytesIO(made))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("可以附页摘要", "应当附页摘要")
    saved = io.BytesIO()
    document.save(saved)
    return SimpleUploadedFile("样式.docx", saved.getvalue())


def test_a_change_is_seen_then_proposed_then_published_by_another(
    at_the_walk: Walk, as_role: As
) -> None:
    walk, head = at_the_walk, as_role(HEAD)
    form = {**typed(), "since": walk.on.isoformat(), "basis": "审委会纪要6号"}
    seen = head.post(at("template_edit", walk), {**form, "check": "yes"}).content.decode()
    assert "删去：</span>可以</del>" in seen
    assert "增加：</span>应当</ins>" in seen
    assert "与本院机制所附的样式不同了" in seen
    assert not TemplateVersion.objects.exists()
    pdf = head.post(at("template_edit", walk), {**form, "pdf": "full"})
    assert pdf.content.startswith(b"%PDF-")
    now = at("template_sample", walk, version=load(NOTICE).version, case="spare")
    assert head.get(now).content.startswith(b"%PDF-")
    head.post(at("template_edit", walk), {**form, "propose": "yes"})
    row = TemplateVersion.objects.get()
    deciding = reverse("desk:template_proposal", args=[row.pk])
    assert deciding in as_role(PRESIDENT).get(reverse("desk:approvals")).content.decode()
    refused = head.post(deciding, {"publish": "yes", "shown": row.version})
    assert "应由另一人发布" in refused.content.decode()
    as_role(PRESIDENT).post(deciding, {"publish": "yes", "shown": row.version})
    walks.to_running(walk)
    paper = Paper.objects.get(template=NOTICE)
    assert "应当附页摘要" in paper.text
    listed = head.get(at("template_papers", walk, version=row.version)).content.decode()
    assert reverse("desk:paper", args=[paper.pk]) in listed


def test_faults_stand_with_their_paragraph_and_nothing_is_lost(
    at_the_walk: Walk, as_role: As
) -> None:
    form = {**typed("可以附页摘要", "可以××附页摘要"), "propose": "yes", "basis": "纪要"}
    answer = as_role(HEAD).post(at("template_edit", at_the_walk), form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'aria-describedby="wrong-' in page
    assert "可以××附页摘要" in page
    assert not TemplateVersion.objects.exists()


def test_a_wording_edited_in_word_is_shown_before_anything_is_kept(
    at_the_walk: Walk, as_role: As
) -> None:
    head, walk = as_role(HEAD), at_the_walk
    made = head.get(at("template_word", walk)).content
    sent = {"upload": "yes", "file": edited_in_word(made)}
    page = head.post(at("template_edit", walk), sent).content.decode()
    assert "增加：</span>应当</ins>" in page
    assert "应当附页摘要" in page
    assert not TemplateVersion.objects.exists()


@pytest.mark.parametrize("file", [None, SimpleUploadedFile("样式.docx", b"PK\x03\x04broken")])
def test_what_cannot_be_read_is_said(
    file: SimpleUploadedFile | None, at_the_walk: Walk, as_role: As
) -> None:
    sent = {"upload": "yes", **({"file": file} if file else {})}
    answer = as_role(HEAD).post(at("template_edit", at_the_walk), sent)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


@pytest.fixture
def draft(at_the_walk: Walk) -> str:
    """The address at which the text of the notice to come is changed."""
    walk = at_the_walk
    walk.take(
        "post_judgment",
        "confirm_account",
        CLERK,
        creditor=walk.party("creditor"),
        holder="喆淼商贸有限公司",
        number="4401990012345678",
        bank="示例银行广州从化支行",
        route="hearing",
        evidence="庭审笔录第5页",
    )
    return reverse(
        "desk:draft",
        args=[
            walk.matter.pk,
            walk.course("post_judgment").pk,
            "issue_notice",
            NOTICE,
            walk.party("debtor"),
        ],
    )


def keep(client: Client, draft: str, **changes: object) -> HttpResponse:
    token = client.get(draft).context["token"]
    given = {**typed(new="请附页摘要"), "token": token, "reason": "两个账户", "keep": "yes"}
    return client.post(draft, {**given, **changes})


def test_whoever_issues_a_changed_draft_sees_what_differs(draft: str, as_role: As) -> None:
    assert keep(as_role(CLERK), draft).status_code == 302
    judge, step = as_role(JUDGE), draft.split("papers/")[0]
    shown = judge.get(step)
    page = shown.content.decode()
    assert "这份文书的文字由职员甲改动" in page
    assert "两个账户" in page
    assert "删去：</span>可以</del>" in page
    assert judge.post(step, {"token": shown.context["token"]}).status_code == 302
    paper = Paper.objects.get(template=NOTICE)
    kept = as_role(JUDGE).get(reverse("desk:paper", args=[paper.pk])).content.decode()
    assert "增加：</span>请</ins>" in kept
    assert paper.template_version != load(NOTICE).version


def test_a_draft_is_kept_once_and_with_its_reason(draft: str, as_role: As) -> None:
    client = as_role(CLERK)
    assert "请写明改动的理由" in keep(client, draft, reason="").content.decode()
    used = client.get(draft).context["token"]
    assert keep(client, draft, token=used).status_code == 302
    again = keep(client, draft, token=used)
    assert again.status_code == 409
    assert OwnWording.objects.count() == 1


def test_a_draft_goes_through_word_and_back_to_its_template(draft: str, as_role: As) -> None:
    client = as_role(CLERK)
    made = client.get(f"{draft}word/").content
    page = client.post(draft, {"upload": "yes", "file": edited_in_word(made)}).content.decode()
    assert "增加：</span>应当</ins>" in page
    keep(client, draft)
    assert keep(client, draft, back="yes").status_code == 302
    newest = OwnWording.objects.order_by("-pk")[0]
    assert newest.version == newest.base


def test_each_blank_leads_to_where_it_is_corrected(draft: str, as_role: As) -> None:
    page = as_role(CLERK).get(draft.split("papers/")[0]).content.decode()
    assert "收款账户第1版（庭审笔录第5页）" in page
    assert "到哪里更正" in page


def test_every_source_of_a_whole_way_has_its_place(at_the_walk: Walk) -> None:
    walks.to_published(at_the_walk)
    known = (*sources.BY_STEP, *sources.BY_PART, *sources.TYPED, *sources.FOLLOWS)
    for paper in at_the_walk.matter.papers.all():
        for source in queries.drawn(paper).sources.values():
            assert source.startswith((*known, *sources.SETTINGS)), (paper.title, source)
