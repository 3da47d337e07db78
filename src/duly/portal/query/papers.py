"""Which papers a party may read and download."""

from django.db.models import Q

from duly.documents.models import Paper, PaperStatus
from duly.portal.view import PaperCard, SignCard
from duly.procedure import signing
from duly.procedure.models import Certificate
from duly.registry.models import Matter, Party, Service

# A paper for the party's own use, or for him to sign: it needs no service.
HIS_OWN = frozenset(
    {
        "performance-certificate",
        "performance-certificate-main",
        "performance-confirmation",
        "defaulter-release",
        "consumption-release",
        *signing.WAITING,
    }
)
SIGNED = "（已签署）"


def readable(matter: Matter, party: Party) -> list[Paper]:
    """Return the issued papers to a party: served on him, or made for his own use.

    What was issued and not yet served stays with the court: the portal is no service.
    """
    served = Service.objects.filter(matter=matter, party=party, paper_id__isnull=False)
    seen = Q(pk__in=served.values("paper_id")) | Q(template__in=HIS_OWN, recipient=party)
    issued = Paper.objects.filter(seen, matter=matter, issued_at__isnull=False)
    return list(issued.filter(Q(recipient=party) | Q(recipient=None)).order_by("-issued_at", "-pk"))


def of(matter: Matter, party: Party) -> tuple[PaperCard, ...]:
    """Return the same as cards."""
    own = Certificate.objects.filter(course__matter=matter).values_list("paper_id", "revoked_date")
    certificates = dict(own)
    signed = set(matter.papers.exclude(signed_copy=None).values_list("pk", flat=True))
    return tuple(
        PaperCard(
            id=paper.pk,
            title=title(paper, signed=paper.pk in signed),
            number=paper.paper_number or paper.number,
            day=paper.paper_date.isoformat(),
            certificate=paper.pk in certificates,
            revoked=paper.status == PaperStatus.VOID or certificates.get(paper.pk) is not None,
        )
        for paper in readable(matter, party)
    )


def title(paper: Paper, *, signed: bool) -> str:
    """Return what a paper is called; one that its party signed says so."""
    return paper.title + SIGNED if signed else paper.title


def to_sign(party: Party) -> tuple[SignCard, ...]:
    """Return the papers that wait for a party's signature."""
    return tuple(
        SignCard(
            id=paper.pk,
            title=paper.title,
            lines=tuple(paper.text.split("\n")),
            sha256=paper.sha256,
        )
        for paper in signing.wanted_of(party)
    )
