"""The notice on abuse of objections (三(四)3), for whoever objects."""

from duly.documents.blank import Blank, Blanks, Rows
from duly.procedure.act import Act
from duly.procedure.blanks import case
from duly.registry.models import Party


def notice(act: Act, party: Party) -> Blanks:
    """Fill 滥用执行异议权利风险告知书, which is signed before the objection has a number."""
    return {
        "被告知人": Blank(party.name, "当事人信息"),
        "称谓": case.you(party),
        "异议案件": Rows(),
    }
