"""What the steps of both sanctions ask in the same words."""

from duly.law.step import Ask, AskKind
from duly.law.terms import ReportBreach, ResponsiblePost, SanctionGround

FIND = (
    Ask("ground", "情形", AskKind.CHOICE, choices=SanctionGround),
    Ask("committed_on", "行为日期", AskKind.DATE),
    Ask("facts", "事实", AskKind.LONG_TEXT, hint="一个行为一项认定"),
    Ask("evidence", "证据", AskKind.TEXT),
    Ask(
        "report_breach",
        "违反财产报告的情形",
        AskKind.CHOICE,
        required=False,
        choices=ReportBreach,
        hint="违反财产报告制度的选择",
    ),
    Ask("is_another", "与同日已认定的不是同一行为", AskKind.YES_NO),
)
WITHDRAW = (
    Ask("misconduct", "要撤回的认定", AskKind.RECORD, records="misconduct"),
    Ask("reasons", "撤回理由", AskKind.LONG_TEXT),
)
RESPONSIBLE = (
    Ask("name", "姓名", AskKind.NAME, longest=50),
    Ask("identifier", "公民身份号码", AskKind.IDENTIFIER),
    Ask("position", "身份", AskKind.CHOICE, choices=ResponsiblePost),
    Ask("address", "住址", AskKind.TEXT, secret=True),
    Ask("evidence", "依据", AskKind.TEXT, hint="如：登记机关查询结果、任职文件"),
)
LAST_DAY = (Ask("last_day", "限于何日前履行", AskKind.DATE, hint="通常为十五日后"),)
REASONS = (Ask("reasons", "理由", AskKind.LONG_TEXT),)
APPLICATION = (
    Ask("applied_on", "申请日期", AskKind.DATE),
    Ask("evidence", "复议申请书存卷", AskKind.TEXT),
)
REVOCATION = (
    Ask("answered_on", "复议决定日期", AskKind.DATE),
    Ask("evidence", "复议决定书", AskKind.TEXT, hint="案号和卷内页码"),
    Ask("undone", "返还或者释放的情况", AskKind.TEXT, hint="罚款已缴纳的写明退还；在押的写明释放"),
)
