"""自动履行证明激励机制 (三(六)): who gets the certificate, and the confirmation for others."""

from dataclasses import dataclass
from datetime import date

from duly.law.finding import Finding, Ground, Outcome, all_of, any_of, ground
from duly.law.mechanism.answers import not_in_the_future
from duly.law.money import Yuan
from duly.law.sources import clause
from duly.law.step import Ask, AskKind, Mechanism, Step
from duly.law.terms import Role, Term

SCOPE = "三(六)1(1)"
EXCLUSION = "三(六)1(2)"
FLOW = "三(六)2"


class State(Term):
    """A certificate is proposed by the judge and approved by a second person."""

    OPEN = "open", "未申请"
    PROPOSED = "proposed", "待复核"
    ISSUED = "issued", "已出具"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know. None means not yet established.

    `sanctions` names each fine and detention of the debtor that stands.
    """

    on: date
    in_enforcement: bool
    owing: Yuan | None
    performed: bool | None
    settlement_performed: bool
    main_performed: bool | None
    applicant_agrees: bool | None
    concealment: bool | None
    other_refusal: bool | None
    referred: bool | None
    confirmed: bool
    sanctions: tuple[str, ...] = ()


def entitled(facts: Facts) -> Finding:
    """Return whether the certificate may be issued: scope, performance, no exclusion (三(六)1)."""
    return all_of(
        "是否可以出具《自动履行证明书》",
        (_entered_enforcement(facts), _performed(facts), *_not_excluded(facts)),
    )


def performed_in_full(facts: Facts) -> Finding:
    """Return whether the debt is performed in full, in money or by the settlement."""
    settled = ground(
        clause(FLOW),
        facts.settlement_performed,
        met="和解协议已经履行完毕",
        not_met="没有履行完毕的和解协议",
        unknown="",
        change="认定和解协议已经履行完毕",
    )
    return any_of("是否履行完毕全部义务", (_paid(facts), settled))


def _entered_enforcement(facts: Facts) -> Ground:
    return ground(
        clause(SCOPE),
        facts.in_enforcement,
        met="案件已进入执行阶段",
        not_met="案件没有进入执行阶段",
        unknown="",
        change="执行立案前履行的，可以出具《履行完毕证明》",
    )


def _paid(facts: Facts) -> Ground:
    return ground(
        clause(SCOPE),
        facts.performed,
        met="已履行完毕全部义务",
        not_met=f"尚欠{facts.owing}" if facts.owing else "尚未履行完毕",
        unknown="应付数额尚不能算出",
        change="履行完毕；或者履行主要义务并经申请执行人同意",
    )


def _performed(facts: Facts) -> Ground:
    if facts.performed or facts.settlement_performed:
        return _paid(facts) if facts.performed else performed_in_full(facts).grounds[1]
    if facts.main_performed:
        return ground(
            clause(SCOPE),
            facts.applicant_agrees,
            met="已履行主要义务，申请执行人同意",
            not_met="申请执行人不同意",
            unknown="申请执行人是否同意，尚未认定",
            change="征得申请执行人同意",
        )
    return _paid(facts)


def _not_excluded(facts: Facts) -> tuple[Ground, ...]:
    basis = clause(EXCLUSION)
    return tuple(
        ground(
            basis,
            not found,
            met=f"没有认定“{what}”",
            not_met=f"{what}，不能适用自动履行激励机制",
            unknown="",
            change="认定有误的，由认定人说明理由撤回；确有其事的，可以出具《履行完毕证明》",
        )
        for what, found in (
            ("转移财产、隐藏财产", facts.concealment),
            ("其他拒不执行行为", facts.other_refusal),
            ("被本院移送拒执罪", facts.referred),
        )
    ) + tuple(_sanctioned(sanction) for sanction in facts.sanctions)


def _sanctioned(sanction: str) -> Ground:
    """A fine or a detention that stands is other refusal by itself: no finding is needed."""
    return Ground(
        clause(EXCLUSION),
        Outcome.NOT_MET,
        f"{sanction}，属于其他拒不执行行为，不能适用自动履行激励机制",
        "认定有误的，撤销处罚决定，或者由认定人说明理由撤回；确有其事的，可以出具《履行完毕证明》",
    )


PROPOSE = Step[Facts](
    name="propose_certificate",
    chinese="报请出具《自动履行证明书》",
    clause=FLOW,
    by=frozenset({Role.ENFORCEMENT_JUDGE}),
    origins=frozenset({State.OPEN}),
    target=State.PROPOSED,
    asks=(Ask("reasons", "履行情况", AskKind.LONG_TEXT),),
    guards=(entitled,),
    draws=("performance-certificate",),
)

APPROVE = Step[Facts](
    name="approve_certificate",
    chinese="复核并出具《自动履行证明书》",
    clause=FLOW,
    by=frozenset({Role.BUREAU_HEAD, Role.PRESIDENT}),
    origins=frozenset({State.PROPOSED}),
    target=State.ISSUED,
    guards=(entitled,),
    issues=("performance-certificate",),
    second_person=frozenset({"propose_certificate"}),
)

RETURN = Step[Facts](
    name="return_certificate",
    chinese="退回报请",
    clause=FLOW,
    by=frozenset({Role.BUREAU_HEAD, Role.PRESIDENT}),
    origins=frozenset({State.PROPOSED}),
    target=State.OPEN,
    asks=(Ask("reasons", "退回理由", AskKind.LONG_TEXT),),
)

CONFIRM = Step[Facts](
    name="confirm_performance",
    chinese="出具《履行完毕证明》",
    clause="三(六)1(1)",
    by=frozenset({Role.ENFORCEMENT_JUDGE, Role.TRIAL_JUDGE, Role.FILING_HEAD}),
    origins=frozenset({State.OPEN}),
    asks=(Ask("requested_on", "申请日期", AskKind.DATE),),
    guards=(performed_in_full,),
    checks=(not_in_the_future("requested_on", "申请日期"),),
    issues=("performance-confirmation",),
    usual=False,
)

MECHANISM = Mechanism[Facts](
    name="certificate",
    chinese="自动履行证明",
    clause="三(六)",
    states=State,
    initial=State.OPEN,
    final=frozenset({State.ISSUED}),
    applies=(entitled,),
    track=(State.OPEN, State.PROPOSED, State.ISSUED),
    steps=(PROPOSE, APPROVE, RETURN, CONFIRM),
)
