"""Who reads a page, and when: every view starts from these."""

from datetime import date, datetime
from typing import cast

from django.http import Http404, HttpRequest

from duly.accounts.models import User
from duly.procedure import queries
from duly.procedure.models import Course
from duly.registry.models import Matter
from duly.work import clock


def reader(request: HttpRequest) -> User:
    """Return the person who is logged in."""
    return cast(User, request.user)


def now() -> datetime:
    """Return the moment of the request, in court time."""
    return clock.now()


def today() -> date:
    """Return the day of the request, in court time."""
    return clock.today()


def matter_for(request: HttpRequest, matter_id: int) -> Matter:
    """Return a matter that the reader may see; any other is as if it did not exist."""
    visible = queries.visible_matters(reader(request), today()).select_related("court")
    found = visible.filter(pk=matter_id).first()
    if found is None:
        raise Http404
    return found


def course_for(matter: Matter, course_id: int) -> Course:
    """Return a course of a matter. Raises Http404."""
    found = Course.objects.select_related("party", "proceeding", "measure").filter(
        pk=course_id, matter=matter
    )
    course = found.first()
    if course is None:
        raise Http404
    course.matter = matter
    return course
