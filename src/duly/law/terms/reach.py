"""Reaching a person: service (送达) with legal effect, and contact without it."""

from duly.law.terms.term import Term


class ServiceMethod(Term):
    """Ways of service known to 民事诉讼法 (2021, 2023) articles 88–95."""

    PERSONAL = "personal", "直接送达"
    LEAVING = "leaving", "留置送达"
    ELECTRONIC = "electronic", "电子送达"
    ENTRUSTED = "entrusted", "委托送达"
    POSTAL = "postal", "邮寄送达"
    FORWARDED = "forwarded", "转交送达"
    PUBLIC_NOTICE = "public_notice", "公告送达"


class Channel(Term):
    """Channels of urging (电话、邮寄、短信、线下约谈等); not service."""

    CALL = "call", "电话"
    SMS = "sms", "短信"
    POST = "post", "邮寄"
    MEETING = "meeting", "线下约谈"
    VISIT = "visit", "上门走访"
    EMAIL = "email", "电子邮件"
    OTHER = "other", "其他方式"


class Purpose(Term):
    """What an attempt to reach a person is for: only service has legal effect.

    A code that he asked for himself neither serves nor urges.
    """

    SERVICE = "service", "法定送达"
    URGING = "urging", "督促联系"
    CODE = "code", "身份核对"
    ALERT = "alert", "账户变更提示"


class ContactResult(Term):
    """What came of an attempt to reach the debtor."""

    REACHED = "reached", "已取得联系"
    NO_ANSWER = "no_answer", "无人应答"
    WRONG_NUMBER = "wrong_number", "号码有误"
    PROMISED = "promised", "承诺履行"
    REFUSED = "refused", "明确拒绝履行"
    DISPUTED = "disputed", "对债务有异议"
    RETURNED = "returned", "邮件被退回"
    ARRIVED = "arrived", "信息已到达"
    UNDELIVERED = "undelivered", "信息未能到达"

    @property
    def is_contact(self) -> bool:
        """Whether the person himself was reached."""
        return self in _REACHED


_REACHED = frozenset(
    {
        ContactResult.REACHED,
        ContactResult.PROMISED,
        ContactResult.REFUSED,
        ContactResult.DISPUTED,
    }
)
