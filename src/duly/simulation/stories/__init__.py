"""What happens in each matter, told act by act; a longer story begins with a shorter one."""

from collections.abc import Callable, Mapping

from duly.simulation.case import Case
from duly.simulation.playing import Story
from duly.simulation.stories import enforcement, listing, post_judgment, pre_enforcement, release

STORIES: Mapping[str, Callable[[Case], Story]] = {
    "account_missing": post_judgment.registered,
    "account_confirmed": post_judgment.account_changed,
    "notice_posted": post_judgment.notice_posted,
    "due_today": post_judgment.running,
    "overdue": post_judgment.overdue,
    "consented": pre_enforcement.consented,
    "urging": pre_enforcement.urging_an_act,
    "urging_nearly_over": pre_enforcement.urging_nearly_over,
    "urging_performed": pre_enforcement.performed_in_part,
    "transferred": pre_enforcement.transferred,
    "enforcement_noticed": enforcement.noticed_with_freeze,
    "warned": enforcement.warned_for_no_report,
    "proposed": listing.proposed_for_refusing,
    "published": listing.published,
    "release_overdue": release.overdue,
    "certificate_proposed": release.certificate_proposed,
    "certified": release.certified,
}
