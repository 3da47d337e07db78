"""判后督促履行 (一): whom it is for, and when a debt is due, overdue or performed."""

from dataclasses import dataclass
from datetime import date

from duly.law.calendar import in_digits
from duly.law.effect import Effect
from duly.law.finding import Finding, Ground, Outcome, all_of, ground
from duly.law.money import Yuan
from duly.law.sources import cite, clause
from duly.law.step import Answers


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know. None means not yet established."""

    on: date
    orders_money: bool | None
    account_complete: bool
    account_change_pending: bool
    notice_served: bool
    effect: Effect | None
    due_on: date | None
    owing: Yuan | None
    performed: bool | None
    limitation: Finding | None = None
    account_held_until: date | None = None


def applies(facts: Facts) -> Finding:
    """Return whether post-judgment urging applies: money obligations only (一(一)1)."""
    return all_of(
        "是否适用判后督促履行",
        (
            ground(
                clause("一(一)1"),
                facts.orders_money,
                met="文书确定了金钱给付义务",
                not_met="文书没有确定金钱给付义务",
                unknown="文书确定的义务尚未登记",
                change="判后督促履行只适用于金钱给付义务",
            ),
        ),
    )


def account_is_confirmed(facts: Facts) -> Finding:
    """Return whether holder, number and bank are confirmed and no change is pending (一(一)2)."""
    return all_of(
        "收款账户是否已确认",
        (
            ground(
                clause("一(一)2"),
                facts.account_complete,
                met="收款的户名、账号、开户行均已确认",
                not_met="收款的户名、账号、开户行没有确认",
                unknown="",
                change="向债权人确认收款账户",
                supplied_by="post_judgment.confirm_account",
            ),
            ground(
                clause("一(二)1"),
                not facts.account_change_pending,
                met="没有待复核的账户变更",
                not_met="收款账户正在变更，等待另一人复核",
                unknown="",
                change="复核账户变更",
                supplied_by="post_judgment.confirm_account_change",
            ),
        ),
    )


def notice_is_served(facts: Facts) -> Finding:
    """Return whether the notice went out with the instrument and reached the debtor (一(二)2)."""
    return all_of(
        "告知书是否已随文书送达",
        (
            ground(
                clause("一(二)2"),
                facts.notice_served,
                met="《自动履行告知书》已送达",
                not_met="《自动履行告知书》尚无有效送达的记录",
                unknown="",
                change="登记《自动履行告知书》的送达",
                supplied_by="record.record_service",
            ),
        ),
    )


def is_effective(facts: Facts) -> Finding:
    """Return whether the instrument has taken effect, with the reasons."""
    if facts.effect is None:
        basis = cite("申请执行", on=facts.on)
        missing = Ground(basis, Outcome.UNDECIDED, "文书尚未登记", "登记生效法律文书")
        return all_of("法律文书是否已经生效", (missing,))
    return facts.effect.finding


def is_performed(facts: Facts) -> Finding:
    """Return whether everything ordered is performed, money to the fen."""
    return all_of(
        "债务是否已经履行完毕",
        (
            ground(
                clause("一(三)"),
                facts.performed,
                met="债务已经履行完毕",
                not_met=f"尚欠{facts.owing}" if facts.owing else "尚未履行完毕",
                unknown="应付数额尚不能算出",
                change="登记到账",
                supplied_by="record.record_payment",
            ),
        ),
    )


def is_overdue(facts: Facts) -> Finding:
    """Return whether the last day to perform has passed with money still owed (一(三))."""
    basis = clause("一(三)")
    if facts.due_on is None:
        passed = Ground(basis, Outcome.UNDECIDED, "履行期届满日尚未查明", "查明生效日和履行期")
    elif facts.on > facts.due_on:
        passed = Ground(basis, Outcome.MET, f"履行期于{in_digits(facts.due_on)}届满")
    else:
        day = in_digits(facts.due_on)
        passed = Ground(basis, Outcome.NOT_MET, f"履行期至{day}才届满", f"等到{day}届满")
    return all_of("是否逾期未履行", (passed, _still_owed(facts)))


def within_limitation(facts: Facts, _: Answers) -> Finding:
    """Return whether the application comes in time: told, and never a bar (解释 481)."""
    if facts.limitation is not None:
        return facts.limitation
    basis = cite("申请执行时效", on=facts.on)
    missing = Ground(basis, Outcome.UNDECIDED, "申请执行时效尚不能算出", "查明生效日和履行期")
    return all_of("是否在申请执行时效期间内", (missing,))


def _still_owed(facts: Facts) -> Ground:
    return ground(
        clause("一(三)"),
        None if facts.performed is None else not facts.performed,
        met=f"尚欠{facts.owing}" if facts.owing else "尚未履行完毕",
        not_met="债务已经履行完毕",
        unknown="应付数额尚不能算出",
        change="债务已经履行的，记录自动履行完毕",
    )
