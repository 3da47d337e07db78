"""Which service the law accepts, and the day on which it counts (送达)."""

from dataclasses import dataclass
from datetime import date, timedelta

from duly.law.calendar import in_digits
from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.sources import Citation, article, cite
from duly.law.terms import ServiceMethod

CIVIL_PROCEDURE = "中华人民共和国民事诉讼法"
INTERPRETATION = "最高人民法院关于适用《中华人民共和国民事诉讼法》的解释"
COURT_MAIL = "最高人民法院关于以法院专递方式邮寄送达民事诉讼文书的若干规定"
PUBLIC_NOTICE_DAYS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at service, as recorded. A date that is not known is None.

    `urges` marks papers of urging, which are never served by public notice;
    `needs_signature` marks mediation statements, which take effect by being signed
    for: never left, never deemed served. `other_address` marks an electronic address that
    the person neither gave nor confirmed: only his acknowledgment counts there.
    """

    method: ServiceMethod
    acted_on: date
    signed_on: date | None = None
    arrived_on: date | None = None
    acknowledged_on: date | None = None
    returned_on: date | None = None
    address_confirmed: bool | None = None
    electronic_consent: bool | None = None
    other_address: bool = False
    witnessed: bool = False
    recorded: bool = False
    urges: bool = False
    needs_signature: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """Whether an attempt counts as service, why, and from which day."""

    finding: Finding
    served_on: date | None


def weigh(attempt: Attempt, *, on: date) -> Service:
    """Return whether the law accepts an attempt as service, as of a day.

    The day is that of the receipt, of leaving, of arrival, of return at a
    confirmed address, or the thirtieth day of public notice (民事诉讼法 88–95).
    """
    served_on, grounds = _RULES[attempt.method](attempt)
    finding = all_of("是否构成有效送达", (*grounds, _reached(served_on, attempt, on)))
    return Service(finding, served_on if finding.met else None)


def _reached(served_on: date | None, attempt: Attempt, on: date) -> Ground:
    basis = _basis(attempt)
    if served_on is None:
        return Ground(basis, Outcome.UNDECIDED, "送达之日尚无凭证", "登记签收、到达或者退回的日期")
    if served_on > on:
        return Ground(
            basis,
            Outcome.UNDECIDED,
            f"至{in_digits(served_on)}才视为送达",
            f"等到{in_digits(served_on)}",
        )
    if served_on < attempt.acted_on:
        return Ground(basis, Outcome.NOT_MET, "送达日早于送出之日", "更正送出日期或者送达日期")
    return Ground(basis, Outcome.MET, f"{in_digits(served_on)}送达（{attempt.method.chinese}）")


def _basis(attempt: Attempt) -> Citation:
    return cite(_SUBJECTS.get(attempt.method, "直接送达"), on=attempt.acted_on)


def _signed(attempt: Attempt) -> tuple[date | None, tuple[Ground, ...]]:
    return attempt.signed_on, ()


def _left(attempt: Attempt) -> tuple[date | None, tuple[Ground, ...]]:
    basis = _basis(attempt)
    grounds = [
        ground(
            basis,
            attempt.witnessed or attempt.recorded,
            met="有见证人签名或者拍照、录像",
            not_met="留置送达没有见证人，也没有拍照、录像",
            unknown="",
            change="补充见证人签名或者影像材料；没有的，改用其他方式送达",
        )
    ]
    if attempt.needs_signature:
        grounds.append(
            Ground(
                article(INTERPRETATION, 133, on=attempt.acted_on),
                Outcome.NOT_MET,
                "调解书不适用留置送达",
                "由当事人本人签收",
            )
        )
    return attempt.acted_on, tuple(grounds)


def _arrived(attempt: Attempt) -> tuple[date | None, tuple[Ground, ...]]:
    consent = ground(
        _basis(attempt),
        attempt.electronic_consent,
        met="受送达人已同意电子送达",
        not_met="受送达人没有同意电子送达",
        unknown="没有受送达人同意电子送达的记录",
        change="取得受送达人同意，或者改用其他方式送达",
    )
    if attempt.other_address:
        return attempt.acknowledged_on, (consent, _acknowledged(attempt))
    return attempt.arrived_on, (consent,)


def _acknowledged(attempt: Attempt) -> Ground:
    """人民法院在线诉讼规则 31 para. 2: an address that is not the person's own word."""
    basis, read = cite("电子送达凭证", on=attempt.acted_on), attempt.acknowledged_on
    if read and attempt.arrived_on and read < attempt.arrived_on:
        return Ground(basis, Outcome.NOT_MET, "回复收悉或者阅知之日早于到达之日", "更正日期")
    return ground(
        basis,
        True if read else None,
        met="受送达人已回复收悉或者已阅知",
        not_met="",
        unknown="该电子地址不是受送达人提供或者确认的，到达不等于送达",
        change="登记受送达人回复收悉、作出相应诉讼行为或者系统反馈阅知的日期，或者改用其他方式送达",
    )


def _posted(attempt: Attempt) -> tuple[date | None, tuple[Ground, ...]]:
    if attempt.signed_on is not None:
        return attempt.signed_on, ()
    if attempt.returned_on is None:
        return None, ()
    confirmed = ground(
        article(COURT_MAIL, 11, on=attempt.acted_on),
        attempt.address_confirmed,
        met="在送达地址确认书的地址被拒收或者退回，退回之日视为送达",
        not_met="退回的地址不是受送达人确认的送达地址，不能视为送达",
        unknown="不知道退回的地址是否经受送达人确认",
        change="取得送达地址确认书，或者改用其他方式送达",
    )
    return attempt.returned_on, (confirmed, *_not_signed_for(attempt))


def _published(attempt: Attempt) -> tuple[date | None, tuple[Ground, ...]]:
    grounds: tuple[Ground, ...] = ()
    if attempt.urges:
        grounds = (
            Ground(
                cite("公告送达", on=attempt.acted_on),
                Outcome.NOT_MET,
                "督促文书不以公告方式送达",
                "公告送达的案件不适用执前督促，转执行立案",
            ),
        )
    grounds += _not_signed_for(attempt)
    return attempt.acted_on + PUBLIC_NOTICE_DAYS, grounds


def _not_signed_for(attempt: Attempt) -> tuple[Ground, ...]:
    if not attempt.needs_signature:
        return ()
    basis = cite("调解书生效", on=attempt.acted_on)
    because = "调解书须由当事人签收，不能视为送达"
    return (Ground(basis, Outcome.NOT_MET, because, "由当事人本人签收"),)


_SUBJECTS = {
    ServiceMethod.LEAVING: "留置送达",
    ServiceMethod.ELECTRONIC: "电子送达",
    ServiceMethod.ENTRUSTED: "委托邮寄送达",
    ServiceMethod.POSTAL: "委托邮寄送达",
    ServiceMethod.PUBLIC_NOTICE: "公告送达",
}

_RULES = {
    ServiceMethod.PERSONAL: _signed,
    ServiceMethod.LEAVING: _left,
    ServiceMethod.ELECTRONIC: _arrived,
    ServiceMethod.ENTRUSTED: _signed,
    ServiceMethod.POSTAL: _posted,
    ServiceMethod.FORWARDED: _signed,
    ServiceMethod.PUBLIC_NOTICE: _published,
}
