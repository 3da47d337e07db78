"""What changes a paper. Called by procedure alone, in its transaction and with its entry."""

from datetime import date, datetime

from duly.crypto import provider
from duly.documents import inputs, press, queries, sealing, searching
from duly.documents.blank import Blanks
from duly.documents.court import CourtFace
from duly.documents.drawing import draw_up
from duly.documents.mark import Mark
from duly.documents.models import Paper, PaperStatus, SignedCopy
from duly.documents.render import Code, pdf
from duly.documents.signature import Signature
from duly.documents.templates import Seal, Template
from duly.law.sources import Shelf
from duly.registry.models import Matter, Party

SCAN = "扫描二维码，核验本证明书是否由本院出具、现在是否有效；也可以在核验网页输入编号和验证码。"
AT_ISSUE = ("status", "issued_at", "sealed", "paper_number", "verification_code")


class PaperRefused(ValueError):
    """The paper cannot take this step. The message says why, in Chinese."""


def draw(
    *,
    matter: Matter,
    template: Template,
    blanks: Blanks,
    on: date,
    at: datetime,
    number: str = "",
    recipient: Party | None = None,
    corrects: Paper | None = None,
    law: Shelf | None = None,
) -> Paper:
    """Draw up a paper and keep what it was drawn from. Raises drawing.Refused."""
    face = CourtFace(matter.court.name, matter.court.code)
    drawn = draw_up(template, blanks, on=on, court=face, law=law)
    return Paper.objects.create(
        matter=matter,
        recipient=recipient,
        corrects=corrects,
        template=template.id,
        title=template.title,
        template_version=template.version,
        number=number,
        paper_date=on,
        blanks=inputs.dump(blanks),
        text=drawn.text,
        sha256=drawn.sha256,
        status=PaperStatus.DRAWN,
        drawn_at=at,
    )


def approve(paper_id: int, *, sha256: str) -> Paper:
    """Approve the paper that was shown: `sha256` must be the hash that the approver saw."""
    paper = _locked(paper_id)
    _require(paper, PaperStatus.DRAWN)
    if paper.sha256 != sha256:
        raise PaperRefused(f"《{paper.title}》在审批期间已重新制作，请核对后再审批")
    paper.status = PaperStatus.APPROVED
    paper.save(update_fields=["status"])
    return paper


def issue(
    paper: Paper,
    *,
    sha256: str,
    at: datetime,
    mark: Mark | None = None,
    law: Shelf | None = None,
) -> Paper:
    """Freeze the paper: print it, seal it, keep the bytes with their hashes, mark it issued.

    `mark` is printed on it, where it bears a number of its own. Whether approval is needed
    is procedure's to know. Raises PaperRefused where the content no longer is what `sha256`
    says, or would now be printed otherwise; sealing.NotSealed where the court's seal refuses.
    """
    drawn = queries.drawn(paper, law=law)
    if not drawn.sha256 == paper.sha256 == sha256:
        raise PaperRefused(f"《{paper.title}》的内容或样式已有变化，请重新制作")
    seal = sealing.of(drawn.court.code)
    takes_seal = drawn.template.seal is Seal.YES
    _mark_issued(paper, at=at, sealed=takes_seal and seal is not None, mark=mark)
    code = Code(mark.address, SCAN) if mark and mark.address else None
    says = f"签发《{paper.title}》{paper.paper_number or paper.number}"
    press.take(press.Order(paper, drawn, seal, mark, code, says, at))
    searching.keep(paper)
    return paper


def _mark_issued(paper: Paper, *, at: datetime, sealed: bool, mark: Mark | None) -> None:
    """Only one of two who issue the same paper finds it still to be issued."""
    issuable = (PaperStatus.DRAWN, PaperStatus.APPROVED)
    paper.status, paper.issued_at, paper.sealed = PaperStatus.ISSUED, at, sealed
    if mark is not None:
        paper.paper_number, paper.verification_code = mark.number, mark.code
    waiting = Paper.objects.filter(pk=paper.pk, status__in=[one.value for one in issuable])
    if not waiting.update(**{name: getattr(paper, name) for name in AT_ISSUE}):
        paper.refresh_from_db(fields=AT_ISSUE)
        _require(paper, *issuable)


def sign(
    paper: Paper, signature: Signature, *, at: datetime, law: Shelf | None = None
) -> SignedCopy:
    """Print an issued paper with a party's signature, and keep the copy beside the original.

    :raises PaperRefused: where it is signed already, or would now be printed otherwise.
    :raises sealing.NotSealed: where the court's seal refuses.
    """
    drawn = queries.drawn(paper, law=law)
    if drawn.sha256 != paper.sha256 or paper.status != PaperStatus.ISSUED:
        raise PaperRefused(f"《{paper.title}》的内容或样式已有变化，请重新制作")
    if SignedCopy.objects.filter(paper=paper).exists():
        raise PaperRefused(f"《{paper.title}》已经签署")
    seal = sealing.of(drawn.court.code)
    printed = pdf(drawn, seal=sealing.place(seal), signature=signature)
    kept = sealing.apply(seal, printed, says=f"收到签署的《{paper.title}》", at=at).pdf
    return SignedCopy.objects.create(
        paper=paper, pdf=kept, pdf_sha256=provider.digest(kept), made_at=at
    )


def void(paper_id: int) -> Paper:
    """Take a paper out of use. An issued one keeps its bytes; a correction points back to it."""
    paper = _locked(paper_id)
    _require(paper, PaperStatus.DRAWN, PaperStatus.APPROVED, PaperStatus.ISSUED)
    paper.status = PaperStatus.VOID
    paper.save(update_fields=["status"])
    return paper


def _locked(paper_id: int) -> Paper:
    return Paper.objects.select_for_update().get(pk=paper_id)


def _require(paper: Paper, *allowed: PaperStatus) -> None:
    if paper.status not in allowed:
        wanted = "、".join(status.chinese for status in allowed)
        now = PaperStatus(paper.status).chinese
        raise PaperRefused(f"《{paper.title}》{now}，只有{wanted}的才能办理这一步")
