"""The paper of a criminal referral, with the measures and sanctions taken before it."""

from collections.abc import Iterator
from datetime import date

from duly.documents.blank import Blank, Blanks, Rows
from duly.documents.queries import issued_of
from duly.law.money import Yuan
from duly.law.terms import MeasureKind, SanctionKind
from duly.procedure import proposals
from duly.procedure.act import Act
from duly.procedure.blanks import case, sanction
from duly.procedure.facts.sanction import standing
from duly.procedure.models import Responsible
from duly.registry.models import Party

ISSUED = (
    "enforcement-notice",
    "property-report-order",
    "defaulter-warning",
    "fine-warning",
    "detention-warning",
)
QUIET = frozenset({MeasureKind.CASE_PUBLICITY.value, MeasureKind.CREDIT_NOTICE.value})


def letter(act: Act, party: Party) -> Blanks:
    """Fill 移送公安函."""
    proposal = proposals.before_the_president(act)
    court, filed = act.matter.court, case.enforcement(act.matter)
    responsible: Responsible | None = proposal.get("responsible")
    suspect = responsible.name if responsible else party.name
    told = sanction.of_responsible(responsible) if responsible else sanction.of_party(party)
    return {
        **sanction.head(act, party),
        **case.instruments(act.matter, *case.FULL),
        "立案日期": case.day(filed.filed_date, "执行立案"),
        "公安机关": Blank(str(proposal.get("police") or ""), sanction.PROPOSED),
        "涉嫌人": Blank(suspect, "当事人信息"),
        "涉嫌人信息": Blank(told, "当事人信息"),
        "涉嫌事实": Blank(
            sanction.in_one_line(str(proposal.get("suspicion") or "")), sanction.PROPOSED
        ),
        "已采取措施": _taken(act, party),
        "移送材料": _materials(str(proposal.get("materials") or "")),
        "联系人": Blank(act.actor.full_name, "办理人"),
        "法院电话": Blank(court.phone, "法院设置"),
        "法院地址": Blank(court.address, "法院设置"),
    }


def _taken(act: Act, party: Party) -> Rows:
    rows = sorted([*_papers(act, party), *_measures(party), *_sanctions(party)])
    return Rows(
        tuple(
            {"措施日期": case.day(day, source), "措施内容": Blank(what, source)}
            for day, what, source in rows
        )
    )


def _papers(act: Act, party: Party) -> Iterator[tuple[date, str, str]]:
    for template in ISSUED:
        for paper in issued_of(act.matter.pk, template).filter(recipient=party):
            yield paper.paper_date, f"发出《{paper.title}》", "文书"


def _measures(party: Party) -> Iterator[tuple[date, str, str]]:
    for measure in party.measures.exclude(kind__in=QUIET):
        of = f"（{measure.object}）" if measure.object else ""
        yield measure.imposed_date, f"{MeasureKind(measure.kind).chinese}{of}", "措施记录"


def _sanctions(party: Party) -> Iterator[tuple[date, str, str]]:
    for made in standing(party):
        much = f"罚款{Yuan(made.amount_fen or 0)}"
        if made.kind == SanctionKind.DETENTION:
            much = f"拘留{sanction.days(made.days or 0)}"
        yield made.decided_date, f"以《{made.paper.title}》对{made.person}{much}", "处罚决定"


def _materials(text: str) -> Rows:
    lines = [line.strip().rstrip("。；") for line in text.splitlines() if line.strip()]
    return Rows(tuple({"材料名称": Blank(line, sanction.PROPOSED)} for line in lines))
