"""The certificate: in enforcement, on performance, and never in an excluded case."""

from duly.law.terms import FactQuestion, SanctionKind
from duly.upkeep.prove.procedure.invariants.evidence import demand, done
from duly.upkeep.prove.procedure.matter import Matter
from duly.upkeep.prove.procedure.people import Person
from duly.upkeep.prove.procedure.records import Act

EXCLUDING = frozenset(
    {
        FactQuestion.CONCEALMENT,
        FactQuestion.GROUND_3,
        FactQuestion.OTHER_REFUSAL,
        FactQuestion.REFERRED,
    }
)


def no_certificate_in_an_excluded_case(matter: Matter, act: Act) -> None:
    """What bars the certificate is on record with its reasons; then there is none."""
    if act.step.name != "approve_certificate" or act.course.person is None:
        return
    person = act.course.person
    demand(matter.enforcement_filed, "certified before enforcement")
    newest = _newest_findings(matter, person)
    main = newest.get(FactQuestion.MAIN_PERFORMED) and newest.get(FactQuestion.APPLICANT_AGREES)
    demand(done(matter, person) or main, "certified without performance")
    barred = [question.value for question in EXCLUDING if newest.get(question)]
    demand(not barred, f"certified though found: {barred}")
    standing = [
        one.kind
        for one in matter.decisions
        if one.person is person
        and not one.revoked
        and any(not deed.withdrawn for deed in one.deeds)
    ]
    demand(not standing, f"certified though {standing} stands: {list(SanctionKind)}")


def _newest_findings(matter: Matter, person: Person) -> dict[FactQuestion, bool]:
    newest = {}
    for one in matter.found:
        if one.person is person and not one.withdrawn:
            newest[one.question] = one.holds
    return newest


AFTER_STEP = (no_certificate_in_an_excluded_case,)
