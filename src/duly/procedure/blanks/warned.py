"""What every warning prints: whom it warns, what was served on him, how he was tried, the term."""

from datetime import date
from itertools import groupby

from duly.documents.blank import Blank, Rows
from duly.law.mechanism.warning import Contacts
from duly.law.terms import PartyRole
from duly.procedure.act import Act
from duly.procedure.blanks import case
from duly.procedure.facts.defaulter_warning import contacts, papers_served
from duly.registry.models import Party


def head(act: Act, party: Party) -> dict[str, Blank | Rows]:
    """Return the blanks of a warning but for its instruments and its reason."""
    return {
        "执行案号": case.number(case.enforcement(act.matter)),
        "被告知人": Blank(party.name, "当事人信息"),
        "称谓": case.you(party),
        "对方当事人": case.names(act.matter, PartyRole.CREDITOR),
        "案由": case.cause(act.matter),
        "申请日期": case.applied_on(act.matter),
        "义务概述": case.summary(act.matter),
        "送达": _served(act, party),
        "沟通情况": Blank(_talked(party, contacts(act.matter, party)), "联系记录"),
        "履行期限": case.day(act.given("last_day"), "办理时填写"),
    }


def _served(act: Act, party: Party) -> Rows:
    served = papers_served(act.matter, party, act.on)
    dated = sorted((day, title.strip("《》")) for title, day in served.items() if day is not None)
    return Rows(
        tuple(
            {
                "送达日期": case.day(day, "送达记录"),
                "送达文书": Blank("、".join(title for _, title in same_day), "送达记录"),
            }
            for day, same_day in groupby(_in_table_order(dated, served), key=lambda row: row[0])
        )
    )


def _in_table_order(
    dated: list[tuple[date, str]], served: dict[str, date | None]
) -> list[tuple[date, str]]:
    order = [title.strip("《》") for title in served]
    return sorted(dated, key=lambda row: (row[0], order.index(row[1])))


def _talked(party: Party, made: Contacts) -> str:
    if made.reached == 0:
        return "经多次联系未果"
    return f"多次与{'你单位' if party.is_unit else '你'}沟通事宜"
