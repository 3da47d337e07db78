"""Courses of the mechanisms, the steps taken in them, and what they set going."""

from duly.procedure.models.certificate import Certificate
from duly.procedure.models.commitment import Commitment, Lifted
from duly.procedure.models.course import Assignment, Course, StepTaken
from duly.procedure.models.deadline import Deadline
from duly.procedure.models.handler import Handler
from duly.procedure.models.hold import Alarm, Hold, Shift
from duly.procedure.models.measure import Measure
from duly.procedure.models.objection import Abuse, Objection
from duly.procedure.models.own_wording import OwnWording
from duly.procedure.models.permit import Permit
from duly.procedure.models.plan import PlanInstalment, SettlementPlan
from duly.procedure.models.sanction import (
    Misconduct,
    Reconsideration,
    Referral,
    Responsible,
    Sanction,
    SanctionedAct,
)
from duly.procedure.models.settlement import Settlement
from duly.procedure.models.signature import Signature
from duly.procedure.models.warning import Warning

__all__ = [
    "Abuse",
    "Alarm",
    "Assignment",
    "Certificate",
    "Commitment",
    "Course",
    "Deadline",
    "Handler",
    "Hold",
    "Lifted",
    "Measure",
    "Misconduct",
    "Objection",
    "OwnWording",
    "Permit",
    "PlanInstalment",
    "Reconsideration",
    "Referral",
    "Responsible",
    "Sanction",
    "SanctionedAct",
    "Settlement",
    "SettlementPlan",
    "Shift",
    "Signature",
    "StepTaken",
    "Warning",
]
