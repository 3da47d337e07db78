"""Receipts by signed callback: believed by their signature alone, answered so that they stop."""

import json
import logging
from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from duly.outreach import forgery, signing
from duly.outreach.outbox import receipts
from duly.outreach.suppliers import declared
from duly.work import clock

logger = logging.getLogger(__name__)
FORBIDDEN, BAD_REQUEST, TOO_LARGE = 403, 400, 413
LARGEST = 16_384


# No session stands behind a supplier's call: its signature does.
@csrf_exempt
@login_not_required
@require_POST
def receipt(request: HttpRequest, supplier: str) -> HttpResponse:
    """Take a supplier's receipt: `{"id", "delivered", "at", "detail"}`, signed under its key.

    A receipt that is not signed, or not fresh, is refused and put on record. One that was had
    before or is of nothing known is answered 200 and changes nothing.
    """
    if int(request.headers.get("Content-Length") or 0) > LARGEST:
        return HttpResponse(status=TOO_LARGE)
    # Whether a signature is fresh is a matter of real time, whatever day a demo court has.
    if not _is_believed(request, supplier, timezone.localtime()):
        source = request.META["REMOTE_ADDR"]
        logger.warning("a receipt for %r was refused: %s", supplier, source)
        forgery.note(supplier, why="签名不符或者过期", source=source, at=clock.now())
        return HttpResponse(status=FORBIDDEN)
    told = _read(request.body)
    if told is None:
        return HttpResponse(status=BAD_REQUEST)
    is_new = receipts.receive(told, supplier=supplier, at=clock.now())
    return HttpResponse("received" if is_new else "known", content_type="text/plain")


def _is_believed(request: HttpRequest, supplier: str, at: datetime) -> bool:
    one = declared().get(supplier)
    return (
        one is not None
        and one.gives_receipts
        and signing.is_signed(
            request.body,
            key=one.key,
            time=request.headers.get(signing.TIME, ""),
            signature=request.headers.get(signing.SIGNATURE, ""),
            at=at,
            about=f"POST {request.path}",
        )
    )


def _read(body: bytes) -> receipts.Told | None:
    try:
        return receipts.told(json.loads(body))
    except (ValueError, KeyError, TypeError):
        return None
