"""Findings of single acts, their withdrawal, and the people who answer for a unit."""

from duly.law.identity import Malformed, person_name, resident_id
from duly.law.terms import SanctionGround
from duly.procedure.act import Act
from duly.procedure.facts.defaulter_warning import debtor
from duly.procedure.models import Misconduct, Responsible
from duly.procedure.refusal import StepNotAllowed, Unanswered


def find_misconduct(act: Act) -> None:
    """Put one act on record in the judge's name; its number is its identity from now on."""
    given, party = act.answers, debtor(act.course)
    _fit_breach(act)
    _refuse_same(act)
    Misconduct.objects.create(
        matter=act.matter,
        party=party,
        ground=given["ground"].value,
        report_breach=given["report_breach"].value if given["report_breach"] else "",
        committed_date=given["committed_on"],
        facts=given["facts"],
        evidence=given["evidence"],
        found_by=act.actor,
        found_at=act.at,
    )


def _fit_breach(act: Act) -> None:
    reports = act.answers["ground"] is SanctionGround.PROPERTY_REPORT
    if reports and act.answers["report_breach"] is None:
        raise Unanswered({"report_breach": "违反财产报告的情形：请选择"})
    if not reports and act.answers["report_breach"] is not None:
        raise Unanswered({"report_breach": "违反财产报告的情形：只有违反财产报告制度的才选择"})


def _refuse_same(act: Act) -> None:
    """An act found twice would be sanctioned twice; a sanctioned one stays found for good."""
    same = debtor(act.course).misconducts.filter(
        ground=act.answers["ground"].value, committed_date=act.answers["committed_on"]
    )
    known = same.filter(withdrawn_at=None) | same.filter(sanctioned_acts__isnull=False)
    if known.exists() and not act.answers["is_another"]:
        raise Unanswered(
            {
                "committed_on": "行为日期：同日同一情形的行为已有认定；"
                "确属另一行为的，注明“不是同一行为”"
            }
        )


def withdraw_misconduct(act: Act) -> None:
    """Withdraw the finding of an act with reasons, unless a running sanction rests on it."""
    found: Misconduct = act.answers["misconduct"]
    if found.party_id != debtor(act.course).pk:
        raise Unanswered({"misconduct": "要撤回的认定：不是本被执行人的行为"})
    if found.sanctions.filter(ended_date=None).exists():
        raise StepNotAllowed("据以作出的处罚尚未执行完毕；认定有误的，先撤销处罚决定")
    found.withdrawn_at = act.at
    found.withdrawn_reasons = act.answers["reasons"]
    found.save(update_fields=["withdrawn_at", "withdrawn_reasons"])


def name_responsible(act: Act) -> None:
    """Put a person who answers for the unit on record, with his number."""
    given = act.answers
    try:
        name = person_name.check(given["name"])
        number = resident_id.check(given["identifier"], on=act.on)
    except Malformed as refused:
        field = "identifier" if refused.field == resident_id.FIELD else "name"
        raise Unanswered({field: refused.message}) from refused
    Responsible.objects.create(
        party=debtor(act.course),
        name=name,
        identifier=number,
        address=given["address"],
        position=given["position"].value,
        evidence=given["evidence"],
    )


EFFECTS = {
    "find_misconduct": find_misconduct,
    "withdraw_misconduct": withdraw_misconduct,
    "name_responsible": name_responsible,
}
