"""预失信告知 (三(一)2): how a warning ends, and when a listing may follow and be published."""

from duly.law.calendar import in_digits
from duly.law.finding import Finding, all_of, ground
from duly.law.mechanism import stay, warning
from duly.law.mechanism.defaulter_warning.facts import FLOW, Facts
from duly.law.sources import clause


def still_owes(facts: Facts) -> Finding:
    """Return whether the debtor still has not performed (三(一)2 仍拒不履行).

    Who has fully performed a settlement owes nothing more, whatever the instrument said.
    """
    kept = facts.settlement is not None and facts.settlement.performed is True
    fact = False if kept else None if facts.performed is None else not facts.performed
    return all_of(
        "是否仍未履行",
        (
            ground(
                clause(FLOW),
                fact,
                met=f"尚欠{facts.owing}" if facts.owing else "尚未履行完毕",
                not_met="和解协议已经履行完毕" if kept else "债务已经履行完毕",
                unknown="应付数额尚不能算出",
                change="已履行的不再纳入，应当解除措施",
            ),
        ),
    )


def no_settlement_in_force(facts: Facts) -> Finding:
    """Return whether no settlement is running: a running one holds the warning (三(一)2)."""
    running = facts.settlement is not None and facts.settlement.performed is None
    return all_of(
        "是否没有正在履行的和解协议",
        (
            ground(
                clause(FLOW),
                not running,
                met="没有正在履行的和解协议",
                not_met="和解协议正在履行",
                unknown="",
                change="等到协议履行完毕或者认定违反协议",
            ),
        ),
    )


def settlement_runs(facts: Facts) -> Finding:
    """Return whether a settlement is running, which holds the warning."""
    running = facts.settlement is not None and facts.settlement.performed is None
    return all_of(
        "是否有正在履行的和解协议",
        (
            ground(
                clause(FLOW),
                running,
                met="和解协议正在履行",
                not_met="没有正在履行的和解协议",
                unknown="",
                change="先登记执行和解协议",
                supplied_by="enforcement.record_settlement",
            ),
        ),
    )


def settlement_breached(facts: Facts) -> Finding:
    """Return whether the settlement was found breached, which revives the held warning."""
    breached = facts.settlement is not None and facts.settlement.performed is False
    return all_of(
        "是否违反和解协议",
        (
            ground(
                clause(FLOW),
                breached,
                met="已认定违反和解协议",
                not_met="没有认定违反和解协议",
                unknown="",
                change="在执行案件中认定和解协议已违反",
                supplied_by="enforcement.end_settlement",
            ),
        ),
    )


def warning_has_run_out(facts: Facts) -> Finding:
    """Return whether the warning was served in time and has expired, its term whole (三(一)2)."""
    expired = warning.has_run_out(facts.warning, on=facts.on, reference=FLOW)
    whole = stay.left_the_term_whole(facts.stays, facts.warning, FLOW)
    return all_of(expired.question, (*expired.grounds, whole))


def no_stay_holds_the_listing(facts: Facts) -> Finding:
    """Return whether enforcement is not stayed: who need not perform now does not refuse."""
    return all_of("案件是否没有中止、暂缓", (stay.none_runs(facts.stays, FLOW),))


def ends_by_performance(facts: Facts) -> Finding:
    """Return whether the warning ends: performed, or settlement **fully performed** (三(一)2)."""
    return warning.ends_by_performance(facts.performed, facts.settlement, reference=FLOW)


def may_be_published(facts: Facts) -> Finding:
    """Return whether a decided listing may be published: grace over, debt still owed."""
    basis = clause(FLOW)
    starts = facts.publish_from
    decided = ground(
        basis,
        facts.decided_on is not None,
        met="决定书已经院长签发",
        not_met="没有院长签发的决定书",
        unknown="",
        change="报院长签发",
    )
    grace = ground(
        basis,
        None if starts is None else facts.on >= starts,
        met="没有宽限期，或者宽限期已经届满",
        not_met=f"宽限期未满，{in_digits(starts)}起才可以公布" if starts else "",
        unknown="没有决定公布日期",
        change=f"等到{in_digits(starts)}" if starts else "先作出决定",
    )
    return all_of("是否可以公布失信信息", (decided, grace, *still_owes(facts).grounds))
