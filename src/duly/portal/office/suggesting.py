"""What of a submission the form of a step is filled with beforehand: days, choices, records.

It travels in the address of a link: what a party wrote, his numbers and accounts stay out of it,
for addresses stand in logs; whoever takes the step types those from the page.
"""

from django.utils import timezone

from duly.portal import content
from duly.portal.models import Submission, SubmissionKind
from duly.procedure.models import Signature
from duly.registry.models import Party


def answers(submission: Submission, party: Party) -> dict[str, str]:
    """Return answers by the names of the asks of all steps that a submission may lead to."""
    told, here = content.of(submission), str(party.pk)
    day = timezone.localdate(submission.sent_at).isoformat()
    taken = {name: told[name] for name in _TAKEN.get(submission.kind, ()) if name in told}
    return {
        "party": here,
        "payer": here,
        "creditor": here,
        "applicant": here,
        "objector": here,
        "on": day,
        "applied_on": day,
        "asked_on": day,
        "received_on": day,
        "consented_on": day,
        "paid_on": told.get("on", day),
        "evidence": f"当事人门户来件{str(submission.key)[:8]}",
        "how": "当事人门户",
        "wanted": "yes",
        **taken,
        **_signature(submission),
    }


_TAKEN: dict[str, tuple[str, ...]] = {
    SubmissionKind.PAYMENT.value: ("amount",),
    SubmissionKind.RECEIPT.value: ("amount",),
    SubmissionKind.REPAIR.value: ("measures", "repair_from", "repair_until", "promised_on"),
    SubmissionKind.URGING_ANSWER.value: ("emergency",),
    SubmissionKind.ENFORCE.value: ("requests_listing",),
}


def _signature(submission: Submission) -> dict[str, str]:
    named = Signature.objects.filter(key=submission.key, taken_up_at=None).first()
    if named is None:
        return {}
    day = timezone.localdate(named.signed_at).isoformat()
    return {"signature": str(named.pk), "signed_on": day}
