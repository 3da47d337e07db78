"""Courses of the mechanisms, the steps taken in them, and what they set going."""

from duly.procedure.models.course import Assignment, Course, StepTaken
from duly.procedure.models.deadline import Deadline
from duly.procedure.models.measure import Measure
from duly.procedure.models.settlement import Settlement
from duly.procedure.models.warning import Warning

__all__ = [
    "Assignment",
    "Course",
    "Deadline",
    "Measure",
    "Settlement",
    "StepTaken",
    "Warning",
]
