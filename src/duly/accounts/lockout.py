"""What someone sees after too many wrong passwords."""

from django.http import HttpRequest, HttpResponse


def refuse(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """Answer that this account is locked from this address for a while, and what to do."""
    return HttpResponse(
        "该账号在本机连续五次密码错误，已锁定十五分钟。请稍后再试，或者请系统管理员重置密码。",
        status=429,
        content_type="text/plain; charset=utf-8",
    )
