"""A changed payee account: how long it waits, and which papers told the old one (一(二)1)."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from duly.documents.models import Paper, PaperStatus
from duly.law.calendar import Period
from duly.procedure.facts import case_file
from duly.registry.court_files import calendar
from duly.registry.court_settings import SettingName, setting
from duly.registry.models import AccountOwner, AccountState, Court, Matter, PayeeAccount

# Long enough for an alert to be sent on a working day and answered on the next.
USUAL_HOLD = 3
# Papers that print the account of a creditor.
PRINT_IT = frozenset({"performance-notice", "performance-guide", "payee-account-confirmation"})


def held_until(account: PayeeAccount, court: Court) -> date | None:
    """Return the last day on which a proposed account still waits; None where the court sets 0."""
    proposed = timezone.localdate(account.recorded_at)
    own = setting(court, SettingName.ACCOUNT_HOLD, on=proposed)
    days = int(own) if own else USUAL_HOLD
    return Period(working_days=days).reckon(proposed, calendar()).last_day if days else None


def waiting() -> QuerySet[PayeeAccount]:
    """Return every changed account of a creditor that waits for a second person."""
    return PayeeAccount.objects.filter(
        owner=AccountOwner.CREDITOR.value, state=AccountState.PROPOSED.value
    )


def pending(matter: Matter) -> PayeeAccount | None:
    """Return the change of account that waits for a second person."""
    return waiting().filter(matter=matter).first()


def on_file(matter: Matter, state: AccountState) -> PayeeAccount | None:
    """Return the first account of a creditor in a state, as the matter's file has it."""
    accounts = case_file.accounts(matter)
    his = (one for one in accounts if one.owner == AccountOwner.CREDITOR and one.state == state)
    return next(his, None)


def old_and_new(matter: Matter) -> tuple[PayeeAccount, ...]:
    """Return the account in use and the one proposed for the same creditor, the old one first."""
    proposed = pending(matter)
    if proposed is None:
        return ()
    same = matter.payee_accounts.filter(owner=proposed.owner, creditor=proposed.creditor)
    standing = (AccountState.CONFIRMED.value, AccountState.PROPOSED.value)
    return tuple(same.filter(state__in=standing).order_by("version"))


def told_the_old(matter: Matter) -> list[Paper]:
    """Return the papers that print an account no longer in use, or about to be changed.

    One that was issued again to the same person since the change is not told any more.
    """
    issued = case_file.papers(matter, PaperStatus.ISSUED)
    printed = sorted((one for one in issued if one.template in PRINT_IT), key=lambda one: one.pk)
    if on_file(matter, AccountState.PROPOSED):
        return printed
    changes = case_file.steps(matter, "confirm_account_change")
    changed = [one.at for one in changes if one.answers.get("confirmed")]
    if not changed:
        return []
    since = {_to(one) for one in printed if one.issued_at and one.issued_at > changed[-1]}
    return [one for one in printed if _is_before(one, changed[-1]) and _to(one) not in since]


def _is_before(paper: Paper, moment: datetime) -> bool:
    return paper.issued_at is not None and paper.issued_at <= moment


def _to(paper: Paper) -> tuple[str, int | None]:
    return paper.template, paper.recipient_id
