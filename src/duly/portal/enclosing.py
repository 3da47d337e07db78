"""履行指引 goes with every notice to a debtor, and with it the link to his own page.

The link is issued in the transaction of the step that issues the notice. The sheet is drawn when
the notice is printed or mailed, with what stood on record for the day of the notice: sums, limits,
measures and accounts are the same each time, unless a payment of before was entered since. What a
batch printed is kept with its hash.
"""

from django.conf import settings
from django.urls import reverse

from duly.documents.court import CourtFace
from duly.documents.drawing import Refused
from duly.documents.models import Paper
from duly.law.terms import PartyRole
from duly.portal import links, sheet, tokens
from duly.portal.models import Link
from duly.portal.query import views_of
from duly.procedure.act import Act
from duly.procedure.facts import case_file
from duly.registry.models import Matter, Party

NOTICES = frozenset(
    {
        "performance-notice",
        "urging-notice",
        "enforcement-notice",
        "defaulter-warning",
        "fine-warning",
        "detention-warning",
    }
)


def follow(act: Act) -> None:
    """Issue the links that go with the notices of a step."""
    for paper in act.papers:
        if paper.template in NOTICES:
            for party in _addressees(act.matter, paper):
                links.issue_with(paper, party=party, act=act)


def enclosure(paper_id: int, party_id: int, base: str = "") -> bytes | None:
    """Return the sheet that goes with a notice to a debtor, with the code of his link.

    None with any other paper, and where nothing is owed any more. `base` is where the portal is
    reached, where the settings do not say.
    """
    paper = Paper.objects.select_related("matter__court").filter(pk=paper_id).first()
    if paper is None or paper.template not in NOTICES:
        return None
    party = Party.objects.filter(pk=party_id, role=PartyRole.DEBTOR.value).first()
    if party is None:
        return None
    court = CourtFace(paper.matter.court.name, paper.matter.court.code)
    view = views_of(paper.matter, party, paper.paper_date)
    try:
        return sheet.print_out(view, court, _address(paper, party, base))
    except (sheet.NothingOwed, Refused):
        return None


def notices(matter: Matter) -> list[tuple[Paper, Party, bool]]:
    """Return the notices of a matter, newest first: to whom, and whether a link went with it."""
    issued = matter.papers.filter(template__in=NOTICES, issued_at__isnull=False)
    sent = set(Link.objects.filter(matter_id=matter.pk).values_list("paper_id", "party_id"))
    return [
        (paper, party, (paper.pk, party.pk) in sent)
        for paper in issued.order_by("-issued_at", "-pk")
        for party in _addressees(matter, paper)
    ]


def _addressees(matter: Matter, paper: Paper) -> list[Party]:
    """A notice without a name on it is for every debtor."""
    debtors = case_file.parties(matter, PartyRole.DEBTOR)
    return [one for one in debtors if paper.recipient_id in (None, one.pk)]


def _address(paper: Paper, party: Party, base: str) -> str:
    """The address of the page; empty where no link stands, or nobody knows where the portal is."""
    link = Link.objects.filter(paper_id=paper.pk, party_id=party.pk, revoked_at=None).first()
    where: str = settings.DULY_PORTAL_ADDRESS or base
    if link is None or not where:
        return ""
    return f"{where}{reverse('portal:door', args=[tokens.derived(link.seed)])}"
