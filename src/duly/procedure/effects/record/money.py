"""What entries about money beside the instrument change."""

from duly.law.mechanism.record.money import Reckoned, all_fell_due
from duly.law.terms import AccountOwner, ObligationKind
from duly.ledger import actions as ledger
from duly.ledger.actions import NewObligation
from duly.ledger.instalments import instalments_on
from duly.ledger.models import Obligation
from duly.procedure import fees
from duly.procedure.act import Act
from duly.procedure.effects.record.obligations import payee
from duly.procedure.facts import instrument
from duly.procedure.opening import open_course
from duly.procedure.refusal import Refused, StepNotAllowed, Unanswered


def accelerate(act: Act) -> None:
    """Find that all instalments fell due, where the instrument says so and one was missed."""
    obligation: Obligation = act.answers["obligation"]
    fell_due = act.answers["fell_due"]
    standing = instalments_on(obligation, act.on)
    finding = all_fell_due(obligation.acceleration, standing)
    if not finding.met:
        raise Refused((finding,))
    if fell_due < standing.missed[0].row.due:
        raise Unanswered({"fell_due": "全部到期日：不能早于未履行的一期的届满日"})
    ledger.accelerate(
        obligation=obligation, fell_due=fell_due, reason=act.answers["reason"], at=act.at
    )


def value_act(act: Act) -> None:
    """Record what an act is worth by agreement."""
    given = act.answers
    ledger.value_act(
        obligation=given["obligation"],
        amount=given["amount"],
        agreed_on=given["agreed_on"],
        reason=given["reason"],
        evidence=given["evidence"],
        by=act.actor,
        at=act.at,
    )


def set_delay_penalty(act: Act) -> None:
    """Register the delay penalty that the judge sets for an act not done in time."""
    given, standing = act.answers, instrument.last(act.matter)
    if standing is None:
        raise StepNotAllowed("没有登记法律文书")
    daily = given["reckoned"] is Reckoned.DAILY
    if daily is not (given["daily_from"] is not None):
        raise Unanswered({"daily_from": "起日：按日计算的填写；一次确定的不填"})
    ledger.register_obligation(
        instrument=standing,
        new=NewObligation(
            kind=ObligationKind.DELAY_PENALTY,
            description=f"迟延履行金（{given['obligation'].description}）"[:300],
            debtors=[given["debtor"]],
            creditor=given["creditor"],
            due_reason=given["reason"],
            amount=given["amount"],
            payee=payee(act.matter, ObligationKind.MONEY) or AccountOwner.CREDITOR,
            for_act=given["obligation"],
            daily_from=given["daily_from"],
        ),
        at=act.at,
    )
    ledger.reallocate(matter=act.matter, reason="确定迟延履行金", at=act.at)


def set_amount(act: Act) -> None:
    """Change or remit what the court itself set."""
    given = act.answers
    ledger.correct_amount(
        obligation=given["obligation"], amount=given["amount"], reason=given["reason"], at=act.at
    )


def return_payout(act: Act) -> None:
    """Record that the bank sent a pay-out back: the money is held again."""
    given = act.answers
    ledger.return_payout(
        payout=given["payout"], returned_on=given["returned_on"], reason=given["reason"], at=act.at
    )


def apply_for_rest(act: Act) -> None:
    """Open urging anew for what was left unperformed."""
    open_course(matter=act.matter, mechanism="pre_enforcement", at=act.at)


EFFECTS = {
    "accelerate": accelerate,
    "value_act": value_act,
    "set_delay_penalty": set_delay_penalty,
    "set_amount": set_amount,
    "set_enforcement_fee": fees.set_by_judge,
    "return_payout": return_payout,
    "apply_for_rest": apply_for_rest,
}
