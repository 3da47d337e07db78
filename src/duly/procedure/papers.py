"""Papers of a step: drawn up from the record, and issued in the same transaction."""

from collections.abc import Iterator, Mapping

from duly.documents import actions as documents
from duly.documents.court import CourtFace
from duly.documents.drawing import Drawn, draw_up
from duly.documents.drawing import Refused as NotDrawn
from duly.documents.models import Paper
from duly.documents.sealing import NotSealed
from duly.documents.templates import MalformedTemplate, Template
from duly.documents.versions import UnknownVersion
from duly.law.terms import FactQuestion, PartyRole, ProceedingKind
from duly.procedure.act import Act
from duly.procedure.blanks import APPLIES, fill
from duly.procedure.certificate_numbers import mark
from duly.procedure.facts import case_file, debt
from duly.procedure.own_wording import MAIN_WORDING, of_draft, template_for
from duly.procedure.refusal import Stale, StepNotAllowed, Unanswered
from duly.registry.court_files import law
from duly.registry.models import Party

TO_THE_CREDITOR = frozenset({"payee-account-confirmation", "urging-application"})
ONE_FOR_THE_MATTER = frozenset({"performance-notice", "transfer-record"})
TO_THE_CHOSEN = frozenset({"service-address-confirmation", "service-receipt"})
TO_THE_SERVED = frozenset({"electronic-service-proof"})


def make(act: Act, shown: Mapping[str, str]) -> None:
    """Issue the papers of a step, and see that those of a proposal can be drawn up.

    Where the step decides a proposal, each paper must be the one that was shown.

    :raises Unanswered: if a paper cannot be drawn up or sealed; it names the blank and the paper.
    :raises Stale: if a paper is no longer the one that was shown, or has a text of its own
        that was not.
    :raises StepNotAllowed: if the actor himself changed the text of a paper.
    """
    preview(act, act.step.draws)
    for template, party in _wanted(act, act.step.issues):
        _looked_at(act, template, party, shown)
        paper = _draw(act, template, party)
        if act.step.second_person and shown.get(key(template, party)) != paper.sha256:
            raise Stale(f"《{paper.title}》与您看到的不一致，请重新核对后签发")
        act.papers.append(_issue(act, template, paper))


def preview(act: Act, templates: tuple[str, ...]) -> dict[str, Drawn]:
    """Return the papers as they would be drawn up now, by their key; nothing is kept."""
    court = act.matter.court
    drawn = {}
    for template, party in _wanted(act, templates):
        try:
            drawn[key(template, party)] = draw_up(
                _template(act, template, party),
                fill(act, template, party),
                on=act.on,
                court=CourtFace(court.name, court.code),
                law=law(),
            )
        except NotDrawn as refused:
            raise _unanswered(refused) from refused
    return drawn


def key(template: str, party: Party) -> str:
    """Return the name by which a form sends back which paper was shown."""
    return f"{template}-{party.pk}"


def _template(act: Act, template: str, party: Party) -> Template:
    try:
        return template_for(act.course, template, party, act.on)
    except (UnknownVersion, MalformedTemplate) as lost:
        raise Unanswered({"paper": str(lost.args[0])}) from lost


def _looked_at(act: Act, template: str, party: Party, shown: Mapping[str, str]) -> None:
    """Refuse a paper with a text of its own to whoever wrote it, or has not seen it."""
    own = of_draft(act.course, template, party)
    if own is None:
        return
    if own.by_id == act.actor.pk:
        raise StepNotAllowed("这份文书的文字是您改动的，应由另一人核对后签发")
    if key(template, party) not in shown:
        raise Stale("这份文书的文字单独改动过，请核对下面与样式的不同后再办理")


def _draw(act: Act, template: str, party: Party) -> Paper:
    try:
        return documents.draw(
            matter=act.matter,
            template=_template(act, template, party),
            blanks=fill(act, template, party),
            on=act.on,
            at=act.at,
            number=_number(act),
            recipient=None if template in ONE_FOR_THE_MATTER else party,
            law=law(),
        )
    except NotDrawn as refused:
        raise _unanswered(refused) from refused


def _issue(act: Act, template: str, paper: Paper) -> Paper:
    number = mark(act, template)
    try:
        return documents.issue(paper, sha256=paper.sha256, at=act.at, mark=number, law=law())
    except NotSealed as refused:
        raise Unanswered({"paper-seal": f"《{paper.title}》没有签发：{refused}"}) from refused


def _number(act: Act) -> str:
    """What is about one debtor runs under the newest number of the matter, as its papers print."""
    own = act.course.proceeding
    if own is None and act.course.party is not None:
        numbered = act.matter.proceedings.exclude(kind=ProceedingKind.OBJECTION.value)
        own = numbered.order_by("-pk").first()
    return own.number if own else ""


def _unanswered(refused: NotDrawn) -> Unanswered:
    return Unanswered(
        {
            f"paper-{place}": f"《{refused.title}》{refusal.sentence}"
            for place, refusal in enumerate(refused.refusals)
        }
    )


def _wanted(act: Act, templates: tuple[str, ...]) -> Iterator[tuple[str, Party]]:
    applies = APPLIES.get(act.course.mechanism, _always)
    for template in templates:
        if not applies(act, template):
            continue
        for party in _recipients(act, template):
            yield _wording(act, template, party), party


def _always(_: Act, __: str) -> bool:
    return True


def _recipients(act: Act, template: str) -> list[Party]:
    if act.course.party is not None:
        return [act.course.party]
    if template in TO_THE_CHOSEN:
        return [act.answers["party"]]
    if template in TO_THE_SERVED:
        return [act.answers["service"].party]
    role = PartyRole.CREDITOR if template in TO_THE_CREDITOR else PartyRole.DEBTOR
    parties = case_file.parties(act.matter, role)
    return parties[:1] if template in ONE_FOR_THE_MATTER | TO_THE_CREDITOR else parties


def _wording(act: Act, template: str, party: Party) -> str:
    """The certificate has a second wording where only the main obligations are performed."""
    in_part = template in MAIN_WORDING and not _performed(act, party)
    return MAIN_WORDING[template] if in_part else template


def _performed(act: Act, party: Party) -> bool:
    by_settlement = debt.settlement(act.matter)
    if by_settlement is not None and by_settlement.performed is True:
        return True
    if debt.performed(act.matter, act.on, party):
        return True
    return not debt.found(act.matter, party, FactQuestion.MAIN_PERFORMED)
