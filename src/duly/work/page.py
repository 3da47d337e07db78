"""A page that changes nothing reads each record once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from duly.work.reading import one_reading

Answer = Callable[[HttpRequest], HttpResponse]


def read_once(answer: Answer) -> Answer:
    """Answer a request that only looks in one reading: a middleware."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return answer(request)
        with one_reading():
            return answer(request)

    return answered
