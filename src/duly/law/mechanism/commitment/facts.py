"""What the rules about commitments (三(五)) need to know, and where a commitment can stand."""

from dataclasses import dataclass
from datetime import date

from duly.law.mechanism.stay import Stay
from duly.law.money import Yuan
from duly.law.terms import CommitmentKind, MeasureKind, Term

DEFAULTERS = "最高人民法院关于公布失信被执行人名单信息的若干规定"
CONSUMPTION = "最高人民法院关于限制被执行人高消费及有关消费的若干规定"
SETTLED = "三(五)2(1)"
REPAIR = "三(五)2(2)"
REWARD = "三(五)2(3)"


class State(Term):
    """Two doors: the promise with a settlement, and the promise for a temporary repair."""

    OPEN = "open", "待出具承诺书"
    PLEDGE_PRINTED = "pledge_printed", "和解承诺书待签署"
    PLEDGED = "pledged", "已承诺，和解履行中"
    REPAIR_PRINTED = "repair_printed", "修复承诺书待签署"
    SIGNED = "signed", "已承诺，待报请临时修复"
    PROPOSED = "proposed", "临时修复报院长批准"
    APPROVED = "approved", "已批准，待解除措施"
    REPAIRED = "repaired", "临时修复中"
    RESTORE_PROPOSED = "restore_proposed", "恢复措施报院长签发"
    KEPT = "kept", "已履行承诺"
    BREACHED = "breached", "无正当理由违反承诺"
    TOLERATED = "tolerated", "有正当理由未履行"
    UNSIGNED = "unsigned", "没有签署承诺书"
    REFUSED = "refused", "不予临时修复"
    RESTORED = "restored", "逾期未履行，已恢复措施"
    LAPSED = "lapsed", "修复期满，没有可恢复的措施"


@dataclass(frozen=True, slots=True)
class Lifting:
    """A measure that a repair asks to lift, or has lifted.

    `has_term` tells a listing with a term; `expires_on` is the last day that was decided.
    """

    kind: MeasureKind
    has_term: bool
    expires_on: date | None

    def can_be_restored(self, on: date) -> bool:
        """Whether anything of the measure is left: the day decided has not passed."""
        return self.expires_on is None or on <= self.expires_on


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know of one commitment. None means not yet established."""

    on: date
    kind: CommitmentKind
    owing: Yuan | None
    performed: bool | None
    settlement_performed: bool | None
    settlement_ended: bool
    good_reason: bool
    consented_on: date | None
    signed_on: date | None
    repair_from: date | None
    repair_until: date | None
    promised_on: date | None
    measures: tuple[Lifting, ...]
    listed: bool
    corrected: bool | None
    stays: tuple[Stay, ...] = ()

    @property
    def restorable(self) -> tuple[Lifting, ...]:
        """The measures of which something is left to restore."""
        return tuple(one for one in self.measures if one.can_be_restored(self.on))

    @property
    def lift_from(self) -> date:
        """The first day on which the measures are to be lifted: not before the repair begins."""
        return max(self.on, self.repair_from or self.on)
