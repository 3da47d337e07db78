"""拒不履行: an instrument in effect that the debtor does not perform (民事诉讼法 114)."""

from datetime import date

from duly.law.finding import Ground, ground
from duly.law.mechanism.warning import Settlement
from duly.law.money import Yuan
from duly.law.sources import cite, clause
from duly.law.terms import InstrumentKind


def in_effect(effective: bool | None, on: date) -> Ground:
    """Return the ground that the instrument has taken effect."""
    return ground(
        cite("申请执行", on=on),
        effective,
        met="据以执行的法律文书已经生效",
        not_met="据以执行的法律文书尚未生效",
        unknown="据以执行的法律文书是否生效，尚未查明",
        change="登记送达、上诉情况或者生效证明",
    )


def reaches(kind: InstrumentKind | None, on: date) -> Ground:
    """Return the ground that refusing this kind of instrument is an act against the law.

    Article 114 names judgments and rulings. A mediation statement is reached through
    民诉法解释 188: able to perform, and refusing to perform an effective instrument as the
    notice of enforcement orders.
    """
    mediated = kind is InstrumentKind.MEDIATION_STATEMENT
    return ground(
        cite("拒不履行的情形" if mediated else "妨害诉讼行为", on=on),
        None if kind is None else True,
        met="据以执行的是调解书：有履行能力而拒不按执行通知履行生效法律文书的，属于拒不履行"
        if mediated
        else f"据以执行的是{kind.paper if kind else ''}",
        not_met="",
        unknown="没有登记据以执行的法律文书",
        change="登记生效法律文书",
        supplied_by="record.add_instrument",
    )


def still_refuses(
    performed: bool | None, settlement: Settlement | None, owing: Yuan | None, reference: str
) -> Ground:
    """Return the ground that the debtor still has not performed (仍拒不履行)."""
    settled = settlement is not None and settlement.performed is True
    return ground(
        clause(reference),
        False if settled else (None if performed is None else not performed),
        met=f"尚欠{owing}" if owing else "尚未履行完毕",
        not_met="和解协议已经履行完毕" if settled else "债务已经履行完毕",
        unknown="应付数额尚不能算出",
        change="已履行的不再处罚，办结提醒",
    )
