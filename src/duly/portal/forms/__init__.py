"""What a party types in, by kind of submission. A form never says who he is: the visit does."""

from duly.portal.forms.applications import (
    AddressSheet,
    DisputeSheet,
    EnforceSheet,
    LiftingAnswerSheet,
    RepairSheet,
    Route,
    SignatureSheet,
    Subject,
    UrgingAnswerSheet,
)
from duly.portal.forms.money import (
    AccountSheet,
    NoReceiptSheet,
    PaymentSheet,
    PlanAnswerSheet,
    PlanSheet,
    ReceiptSheet,
)
from duly.portal.forms.sheet import Sheet
from duly.portal.models import SubmissionKind

__all__ = ["SHEETS", "PlanSheet", "Route", "Sheet", "SignatureSheet", "Subject"]

SHEETS: dict[SubmissionKind, type[Sheet]] = {
    SubmissionKind.PAYMENT: PaymentSheet,
    SubmissionKind.PLAN: PlanSheet,
    SubmissionKind.DISPUTE: DisputeSheet,
    SubmissionKind.ADDRESS: AddressSheet,
    SubmissionKind.RECEIPT: ReceiptSheet,
    SubmissionKind.NO_RECEIPT: NoReceiptSheet,
    SubmissionKind.PLAN_ANSWER: PlanAnswerSheet,
    SubmissionKind.SIGNATURE: SignatureSheet,
    SubmissionKind.REPAIR: RepairSheet,
    SubmissionKind.URGING_ANSWER: UrgingAnswerSheet,
    SubmissionKind.ACCOUNT: AccountSheet,
    SubmissionKind.ENFORCE: EnforceSheet,
    SubmissionKind.LIFTING_ANSWER: LiftingAnswerSheet,
}
