"""履行指引: the sheet that goes with a notice, drawn from a published view.

It says what is owed, in money or in acts; where to pay, or that the court has yet to tell the
account; what performing now spares; and how to reach the court. An account is never left blank.
"""

from collections.abc import Iterator
from datetime import date

from duly.documents.blank import Blank, Blanks, Rows
from duly.documents.court import CourtFace
from duly.documents.drawing import Drawn, draw_up
from duly.documents.render import Code, pdf
from duly.documents.templates import load
from duly.law.calendar import in_digits
from duly.law.money import Yuan
from duly.portal.view import Account, Limit, OwedLine, View

TEMPLATE = "performance-guide"
BY_CODE = "可以扫描下面的二维码在线办理"
SCAN = (
    "扫描二维码，用证件号码后六位或者短信验证码进入，查看案件、上传付款凭证、提出履行方案。"
    "链接仅供本人使用。"
)


class NothingOwed(ValueError):
    """Nothing is left to be paid or done. The message says so."""


def draw(view: View, court: CourtFace, *, by_code: bool = False) -> Drawn:
    """Return the sheet for the day of a view; the same view gives the same sheet.

    `by_code` says that a QR code stands below.

    :raises NothingOwed: where everything was performed.
    :raises duly.documents.drawing.Refused: where a blank cannot be filled.
    """
    if not view.total_fen and not list(_matters(view)):
        raise NothingOwed("没有应当履行而未履行的义务")
    on = date.fromisoformat(view.on)
    return draw_up(load(TEMPLATE), _blanks(view, by_code), on=on, court=court)


def print_out(view: View, court: CourtFace, address: str = "") -> bytes:
    """Return the sheet as PDF, with the address of the party's own page as a QR code."""
    drawn = draw(view, court, by_code=bool(address))
    return pdf(drawn, code=Code(address, SCAN) if address else None)


def _blanks(view: View, by_code: bool) -> Blanks:
    ledger = _ledger(view)
    told = ((matter, "裁判义务和账目") for matter in _matters(view))
    said = ((note, "收款账户和裁判义务") for note in _notes(view))
    return {
        "案号": Blank(view.number, "案件登记"),
        "履行义务人": Blank(view.party, "当事人信息"),
        "债权人": Blank(view.other_side, "当事人信息"),
        "称谓": _addressed(view),
        "案由": Blank(view.cause.removesuffix("纠纷"), "立案登记"),
        "法院电话": Blank(view.court.phone, "法院设置"),
        "法院地址": Blank(view.court.address, "法院设置"),
        "指引款项": Rows((_sum(view),) if view.total_fen else ()),
        "指引事项": Rows(tuple({"履行事项": Blank(*one)} for one in told)),
        "指引途径": Rows(({"办理途径": Blank(BY_CODE, "门户链接")},) if by_code else ()),
        "指引期限": Rows(tuple(_limit(limit) for limit in view.limits)),
        "指引账户": Rows(tuple(_account(account) for account in view.accounts)),
        "指引说明": Rows(tuple({"履行说明": Blank(*one)} for one in said)),
        "好处": Rows(tuple({"履行好处": Blank(one, ledger)} for one in _gains(view))),
    }


def _addressed(view: View) -> Blank:
    return Blank("你单位" if view.is_unit else "你", "当事人类别")


def _ledger(view: View) -> str:
    return f"截至{view.on}的账目"


def _sum(view: View) -> dict[str, Blank]:
    ledger = _ledger(view)
    return {
        "计算日期": Blank(_day(view.on), "计算日期"),
        "称谓": _addressed(view),
        "应付款额": Blank(str(Yuan(view.total_fen)), ledger),
        "逐日增加": Blank(_each_day(view), ledger),
    }


def _matters(view: View) -> Iterator[str]:
    """What is to be done, each with its term, and money whose sum cannot be told yet."""
    for line in view.lines:
        if line.is_act and not line.performed:
            due = f"在{_day(line.due)}前履行" if line.due else "期限自文书生效起算"
            yield f"{line.description}，{due}"
        elif line.undecided and not line.is_act and not _waits(line):
            yield f"{line.description}的数额暂不能计算，请向本院查询"


def _notes(view: View) -> Iterator[str]:
    """How to pay what no account is confirmed for, and how to perform what is not money."""
    unknown = any(line.undecided and not line.is_act for line in view.lines)
    if not view.accounts and (view.total_fen or unknown):
        yield "收款账户还没有确认，由本院另行书面告知；收到告知以前先联系本院，不要向任何账户付款"
    elif view.unplaced_fen > 0:
        yield f"另有{Yuan(view.unplaced_fen)}，交到哪里由本院另行告知，请先联系本院"
    if any(line.is_act and not line.performed for line in view.lines):
        yield "按照裁判文书的要求履行，留下交接记录、照片等凭证，履行以后告诉对方和本院"


def _waits(line: OwedLine) -> bool:
    """Whether all is known of a debt but when its term begins: until then nothing is added."""
    return line.due is None and None not in (line.principal_fen, line.ordinary_fen)


def _each_day(view: View) -> str:
    if not view.per_day:
        return "履行期自文书生效起算，届满前付清的，不加迟延履行期间的债务利息"
    if view.per_day != "0.00":
        return f"每晚一日到账，增加{view.per_day}元"
    if view.gain.late_per_day:
        return f"履行期届满前付清不加利息，逾期后每日增加{view.gain.late_per_day}元"
    return "数额不逐日增加"


def _gains(view: View) -> Iterator[str]:
    gain = view.gain
    if gain.month_fen and view.total_fen:
        yield f"与三十日后付清相比，少付{Yuan(gain.month_fen)}"
    if gain.fee_fen:
        yield f"不用负担申请执行费{Yuan(gain.fee_fen)}"
    if view.measures:
        yield "已经采取的措施由本院主动解除，不需要申请"
    else:
        yield "不被查封、冻结财产，不被限制消费，不被纳入失信名单"
    if view.stage == "enforcement":
        yield "符合条件的，可以领取《自动履行证明书》"
    else:
        yield "可以请本院出具履行确认"


def _limit(limit: Limit) -> dict[str, Blank]:
    return {
        "期限名称": Blank(limit.label, "期限"),
        "最后履行日": Blank(_day(limit.last_day), "期限"),
    }


def _account(account: Account) -> dict[str, Blank]:
    kept = "已确认的收款账户"
    return {
        "户名": Blank(account.holder, kept, verified=True),
        "账号": Blank(account.number, kept),
        "开户行": Blank(account.bank, kept),
        "账户应付": Blank(str(Yuan(account.fen)), "账目"),
        "付款附言": Blank(account.remark, "案号和款项性质"),
    }


def _day(iso: str) -> str:
    return in_digits(date.fromisoformat(iso))
