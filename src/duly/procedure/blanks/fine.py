"""Papers of the fine: the warning and the decision."""

from duly.documents.blank import Blank, Blanks, Rows
from duly.law.mechanism.sanction.act import is_free
from duly.law.money import Yuan
from duly.law.terms import SanctionGround, SanctionKind
from duly.procedure import proposals
from duly.procedure.act import Act
from duly.procedure.blanks import case, sanction, warned
from duly.registry.court_settings import SettingName, setting
from duly.registry.models import Party

COLUMNS = ("作出法院", "文书案号", "文书种类")


def warning(act: Act, party: Party) -> Blanks:
    """Fill 预罚款通知书."""
    return warning_of(act, party, SanctionKind.FINE)


def warning_of(act: Act, party: Party, kind: SanctionKind) -> Blanks:
    """Fill the warning before a sanction: its reason is the circumstances found and still free."""
    free = {one.ground for one in act.facts.acts if is_free(one, kind, act.on)}
    grounds = [ground.chinese for ground in SanctionGround if ground in free]
    return {
        **warned.head(act, party),
        **case.instruments(act.matter, *COLUMNS),
        "理由": Blank("、".join(grounds), sanction.FOUND),
    }


def decision(act: Act, party: Party) -> Blanks:
    """Fill 罚款决定书."""
    proposal = proposals.before_the_president(act)
    amount: Yuan | None = proposal.get("amount")
    return {
        **sanction.decision(act, party),
        "处罚对象": sanction.target(act),
        "罚款金额": Blank(str(amount) if amount else "", sanction.PROPOSED),
        "缴纳期限": case.day(proposal.get("pay_by"), sanction.PROPOSED),
        "罚款账户": _account(act),
    }


def _account(act: Act) -> Rows:
    """Where fines are paid: the court's own setting, never guessed."""
    return Rows(
        (
            {
                column: Blank(
                    setting(act.matter.court, name, on=act.on),
                    "法院设置",
                    verified=True,
                )
                for column, name in (
                    ("户名", SettingName.FINE_ACCOUNT_HOLDER),
                    ("账号", SettingName.FINE_ACCOUNT_NUMBER),
                    ("开户行", SettingName.FINE_ACCOUNT_BANK),
                )
            },
        )
    )
