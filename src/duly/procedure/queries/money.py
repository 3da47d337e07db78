"""Money of a matter for whoever looks: the court's account, and the plan of the settlement."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from duly.law.finding import Finding
from duly.law.mechanism.settlement_plan import without_good_reason
from duly.law.money import PlanStanding
from duly.ledger import funds as account
from duly.ledger.funds import Funds
from duly.ledger.queries import Statement, statements
from duly.procedure import plans
from duly.registry.court_files import calendar, rates
from duly.registry.models import Matter


@dataclass(frozen=True, slots=True)
class PlanView:
    """A settlement plan on a day, and 是否无正当理由不履行 prepared for the judge."""

    standing: PlanStanding
    prepared: Finding


def funds(matter: Matter) -> Funds:
    """Return the 执行案款 account of a matter: arrived, paid out, held, and for whom."""
    return account.of(matter.pk)


def settlement_plan(matter: Matter, on: date) -> PlanView | None:
    """Return how the newest settlement's instalments stand on a day; None without a plan."""
    standing = plans.standing(matter, on)
    return None if standing is None else PlanView(standing, without_good_reason(standing))


def urging_plan(matter: Matter, on: date) -> PlanStanding | None:
    """Return how the plan agreed during urging stands on a day; None where there is none."""
    return plans.urging_plan(matter, on)


def owed(matter_ids: Collection[int], on: date) -> dict[int, Statement]:
    """Return what is owed in matters on a day, in as many questions as for one of them."""
    return statements(matter_ids, on, calendar(), rates())
