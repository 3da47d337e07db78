"""履行指引: the pay-off sheet that goes with a notice, drawn from a published view."""

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
BY_CODE = "扫描下面的二维码"
SCAN = (
    "扫描二维码，用证件号码后六位或者短信验证码进入，查看案件、上传付款凭证、提出履行方案。"
    "链接仅供本人使用。"
)


class NothingToPay(ValueError):
    """There is no sum to pay, or no account to pay it into. The message says which."""


def draw(view: View, court: CourtFace, *, by_code: bool = False) -> Drawn:
    """Return the sheet for the day of a view; the same view gives the same sheet.

    `by_code` says that a QR code stands below.

    :raises NothingToPay: where nothing is owed that can be reckoned, or no account is confirmed.
    :raises duly.documents.drawing.Refused: where a blank cannot be filled.
    """
    unknown = [line.undecided for line in view.lines if line.undecided and not _waits(line)]
    if unknown:
        raise NothingToPay("；".join(unknown))
    if not view.total_fen:
        raise NothingToPay("没有应付而未付的款项")
    if not view.accounts:
        raise NothingToPay("没有确认的收款账户")
    on = date.fromisoformat(view.on)
    return draw_up(load(TEMPLATE), _blanks(view, by_code), on=on, court=court)


def print_out(view: View, court: CourtFace, address: str = "") -> bytes:
    """Return the sheet as PDF, with the address of the party's own page as a QR code."""
    drawn = draw(view, court, by_code=bool(address))
    return pdf(drawn, code=Code(address, SCAN) if address else None)


def _waits(line: OwedLine) -> bool:
    """Whether all is known of a debt but when its term begins: until then nothing is added."""
    return line.due is None and None not in (line.principal_fen, line.ordinary_fen)


def _blanks(view: View, by_code: bool) -> Blanks:
    ledger = f"截至{view.on}的账目"
    return {
        "案号": Blank(view.number, "案件登记"),
        "履行义务人": Blank(view.party, "当事人信息"),
        "债权人": Blank(view.other_side, "当事人信息"),
        "称谓": Blank("你单位" if view.is_unit else "你", "当事人类别"),
        "案由": Blank(view.cause.removesuffix("纠纷"), "立案登记"),
        "计算日期": Blank(_day(view.on), "计算日期"),
        "应付款额": Blank(str(Yuan(view.total_fen)), ledger),
        "逐日增加": Blank(_each_day(view), ledger),
        "法院电话": Blank(view.court.phone, "法院设置"),
        "法院地址": Blank(view.court.address, "法院设置"),
        "指引途径": Rows(({"办理途径": Blank(BY_CODE, "门户链接")},) if by_code else ()),
        "指引期限": Rows(tuple(_limit(limit) for limit in view.limits)),
        "指引账户": Rows(tuple(_account(account) for account in view.accounts)),
        "好处": Rows(tuple({"履行好处": Blank(one, ledger)} for one in _gains(view))),
    }


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
    if gain.month_fen:
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
