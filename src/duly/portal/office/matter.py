"""The portal of one matter: who has a link, the sheet that goes with it, what came in."""

from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from duly.documents.court import CourtFace
from duly.documents.drawing import Refused
from duly.law.terms import PartyRole
from duly.portal import enclosing, links, sheet
from duly.portal.models import Link, Submission
from duly.portal.office.asking import matter_for, party_for, reader
from duly.portal.query import views_of
from duly.registry.models import Matter, Party
from duly.work import clock

CONFLICT = 409


@require_safe
def overview(request: HttpRequest, matter_id: int) -> HttpResponse:
    """Show the links of a matter and what its parties sent in."""
    return _page(request, matter_for(request, matter_id))


@require_POST
@never_cache
def issue(request: HttpRequest, matter_id: int, party_id: int) -> HttpResponse:
    """Issue a link to a party; it is shown this once, with the sheet to be handed over."""
    party = party_for(request, matter_id, party_id)
    try:
        issued = links.issue(party=party, actor=reader(request), at=clock.now())
    except links.LinkRefused as refused:
        return _page(request, party.matter, refused=str(refused))
    address = _address(request, reverse("portal:door", args=[issued.token]))
    if party.role != PartyRole.DEBTOR:
        return _page(request, party.matter, issued=address)
    return _sheet(request, party, clock.today(), address) or _page(
        request, party.matter, issued=address
    )


@require_safe
def guide(request: HttpRequest, matter_id: int, party_id: int) -> HttpResponse:
    """Print a debtor's sheet again as of any day, by default today; it holds no link."""
    party = party_for(request, matter_id, party_id)
    try:
        on = date.fromisoformat(request.GET.get("on", clock.today().isoformat()))
    except ValueError:
        return _page(request, party.matter, refused="日期应写作2026-11-24")
    try:
        return _pdf(sheet.print_out(views_of(party.matter, party, on), _face(party)), on)
    except (sheet.NothingOwed, Refused) as refused:
        return _page(request, party.matter, refused=f"不能印制履行指引：{refused}")


@require_safe
def enclosure(request: HttpRequest, matter_id: int, paper_id: int, party_id: int) -> HttpResponse:
    """Print the sheet that goes with a notice, as of its day, with the code of its link."""
    party = party_for(request, matter_id, party_id)
    paper = party.matter.papers.filter(pk=paper_id).first()
    if paper is None:
        raise Http404
    made = enclosing.enclosure(paper.pk, party.pk, request.build_absolute_uri("/").rstrip("/"))
    if made is None:
        return _page(request, party.matter, refused="没有应当履行而未履行的义务，不印履行指引")
    return _pdf(made, paper.paper_date)


@require_POST
def revoke(request: HttpRequest, matter_id: int, link_id: int) -> HttpResponse:
    """Revoke a link."""
    matter = matter_for(request, matter_id)
    link = Link.objects.filter(pk=link_id, matter_id=matter.pk).first()
    party = party_for(request, matter_id, link.party_id if link else 0)
    because = request.POST.get("because", "")
    try:
        links.revoke(
            link_id=link_id, party=party, because=because, actor=reader(request), at=clock.now()
        )
    except links.LinkRefused as refused:
        return _page(request, matter, refused=str(refused))
    return _page(request, matter)


def _sheet(request: HttpRequest, party: Party, on: date, address: str) -> HttpResponse | None:
    try:
        return _pdf(sheet.print_out(views_of(party.matter, party, on), _face(party), address), on)
    except (sheet.NothingOwed, Refused):
        return None


def _pdf(content: bytes, on: date) -> HttpResponse:
    name = content_disposition_header(as_attachment=True, filename=f"履行指引{on}.pdf")
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": name or "attachment", "Cache-Control": "no-store"},
    )


def _page(
    request: HttpRequest, matter: Matter, *, refused: str = "", issued: str = ""
) -> HttpResponse:
    names = {party.pk: party for party in matter.parties.order_by("pk")}
    of_matter = Link.objects.filter(matter_id=matter.pk).order_by("-issued_at", "-pk")
    sent = Submission.objects.filter(link__matter_id=matter.pk).select_related("link")
    context = {
        "matter": matter,
        "notices": enclosing.notices(matter),
        "parties": [one for one in names.values() if one.role in links.PURPOSES],
        "links": [(link, names.get(link.party_id)) for link in of_matter],
        "sent": [(one, names.get(one.link.party_id)) for one in sent.order_by("-sent_at", "-pk")],
        "refused": refused,
        "issued": issued,
        "now": clock.now(),
    }
    status = CONFLICT if refused else 200
    return render(request, "portal/office/matter.html", context, status=status)


def _face(party: Party) -> CourtFace:
    court = party.matter.court
    return CourtFace(court.name, court.code)


def _address(request: HttpRequest, path: str) -> str:
    base: str = settings.DULY_PORTAL_ADDRESS
    return f"{base}{path}" if base else request.build_absolute_uri(path)
