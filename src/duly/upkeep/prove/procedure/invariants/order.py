"""The order of things: closed is closed, open goes on, everybody in his own post, once each."""

from datetime import timedelta

from duly.law.terms import PartyRole, Role
from duly.upkeep.prove.procedure.facts import gather
from duly.upkeep.prove.procedure.invariants.evidence import demand
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.records import Act

DECIDING = ("approve_", "sign_deletion", "sign_lifting", "grant_", "confirm_account_change")
BEFORE_ENFORCEMENT = frozenset({"record", "post_judgment", "pre_enforcement"})


def a_closed_course_takes_no_step(matter: Matter, act: Act) -> None:
    """No step is taken from a state that its table calls an end."""
    taken = act.course.taken[-1]
    final = matter.tables[act.course.mechanism].final
    demand(taken.origin not in final, f"{taken.name} was taken in a closed course")
    demand(taken.origin in act.step.origins, f"{taken.name} was taken from {taken.origin}")
    demand(act.course.closed is (act.course.state in final), "an ended course was left open")


def everybody_in_his_post(_: Matter, act: Act) -> None:
    """The administrator takes no step; a mediator none of enforcement; a post is held."""
    posts = act.actor.posts
    demand(posts != {Role.ADMINISTRATOR}, "the administrator took a step")
    demand(
        posts != {Role.MEDIATOR} or act.course.mechanism in BEFORE_ENFORCEMENT,
        f"a mediator took {act.step.name}",
    )
    demand(act.post in posts and act.post in act.step.by, f"{act.actor} is not of the post")


def nobody_decides_his_own_proposal(matter: Matter, act: Act) -> None:
    """Who approves, signs or grants is not who proposed."""
    if not act.step.name.startswith(DECIDING):
        return
    if act.step.across:
        made = [t for course in matter.courses for t in course.taken if t.name == "propose_account"]
        newest = max((one.on for one in made), default=None)
        others = any(one.on == newest and one.actor is not act.actor for one in made)
        demand(others, f"{act.actor} changes an account alone")
        return
    for one in reversed(act.course.taken[:-1]):
        if one.name.startswith("propose_"):
            demand(one.actor is not act.actor, f"{act.actor} decides his own {one.name}")
            return


def a_matter_is_archived_with_nothing_left(matter: Matter, act: Act) -> None:
    """A record is closed, and a file concluded, only when nothing of the debtor's waits."""
    archived = act.course.mechanism == "record" and act.course.closed
    concluded = act.course.mechanism == "enforcement" and act.step.name == "conclude"
    if not archived and not concluded:
        return
    waiting = [one for one in matter.open_courses("release") if one.state.value != "kept"]
    demand(not waiting, f"{act.step.name} while {len(waiting)} releases are owed")
    if concluded:
        warned = [
            one
            for one in matter.open_courses("defaulter_warning")
            if one.state.value in ("warned", "held", "proposed", "decided")
        ]
        demand(not warned, "concluded while a warning before listing runs")
        for creditor in matter.parties(PartyRole.CREDITOR):
            held = matter.purse.held_for(creditor, matter.today)
            demand(not held, f"concluded while {held} fen are held for {creditor}")


def urging_only_where_it_may_be(matter: Matter, act: Act) -> None:
    """No urging without consent, of an instrument served by notice, or of another court."""
    if act.course.mechanism != "pre_enforcement" or act.step.name != "register":
        return
    demand(any(one.name == "record_consent" for one in act.course.taken), "urged without consent")
    demand(not matter.public_notice, "urged on an instrument served by public notice")
    demand(matter.first_instance_here, "urged on another court's instrument")
    demand(any(one.reachable for one in matter.debtors), "urged though nobody can be reached")


def an_objection_is_filed_signed_and_once(matter: Matter, act: Act) -> None:
    """The notice is signed before filing; the same objection is not brought again."""
    if act.course.mechanism != "objection_notice" or act.step.name != "file":
        return
    own = act.course.objected
    demand(own is not None and own.signed_on is not None, "filed without a signed notice")
    if own is None:
        return
    thing = own.thing.replace(" ", "")
    for course in matter.courses:
        one = course.objected
        if one is None or course.pk >= act.course.pk:
            continue
        same = one.person is own.person and one.thing.replace(" ", "") == thing
        ended = one.outcome in ("withdrawn", "refused", "dismissed")
        demand(not (same and ended), "the same objection was filed again")


def a_hold_moves_and_gives_back(matter: Matter, act: Act) -> None:
    """A hold moves a limit by the days held; undone, each limit is where it was."""
    if act.step.name == "end_hold" and act.course.mechanism == "record":
        hold = next(one for one in reversed(matter.holds) if one.last == _last(act))
        for limit, before, after in hold.before:
            held = (hold.last - max(hold.first, limit.start)).days + 1 if hold.last else 0
            latest = before + timedelta(days=max(0, held) + 15)
            demand(before <= after <= latest, f"{limit.name} moved from {before} to {after}")
    if act.step.name == "undo_hold":
        for limit, before, _ in act.answers["hold"].before:
            later = [one for one in matter.holds if one.pk > act.answers["hold"].pk]
            demand(later or limit.last_day == before, f"{limit.name} was not given back")


def _last(act: Act) -> object:
    return act.answers["resumed_on"] - timedelta(days=1)


def every_open_course_has_a_next_step(matter: Matter) -> None:
    """Whatever runs has a step from where it stands, that concerns it, with an owner."""
    for course in matter.open_courses():
        steps = matter.tables[course.mechanism].steps_from(course.state)
        facts = gather(matter, course)
        demand(
            any(one.by and one.when(facts) for one in steps),
            f"{course.mechanism} in {course.state} has no next step",
        )


AFTER_STEP = (
    a_closed_course_takes_no_step,
    everybody_in_his_post,
    nobody_decides_his_own_proposal,
    a_matter_is_archived_with_nothing_left,
    urging_only_where_it_may_be,
    an_objection_is_filed_signed_and_once,
    a_hold_moves_and_gives_back,
)
