"""Reaching a party: service with its circumstances, contacts, addresses, and their papers."""

from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.record.facts import DIVISIONS, OPEN, Facts
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import Channel, ContactResult, Role, ServiceMethod

SERVICE = Step[Facts](
    name="record_service",
    chinese="登记送达",
    clause="一(二)2",
    by=DIVISIONS | {Role.MEDIATOR, Role.POST_ROOM},
    origins=OPEN,
    asks=(
        Ask("what", "送达的文书", AskKind.RECORD, records="servable"),
        Ask("party", "受送达人", AskKind.RECORD, records="party"),
        Ask("method", "送达方式", AskKind.CHOICE, choices=ServiceMethod),
        Ask("acted_on", "送出、张贴或刊登日期", AskKind.DATE),
        Ask("signed_on", "签收日期", AskKind.DATE, required=False, hint="直接、邮寄、委托送达填写"),
        Ask("arrived_on", "到达电子系统日期", AskKind.DATE, required=False, hint="电子送达填写"),
        Ask("returned_on", "退回或拒收日期", AskKind.DATE, required=False, hint="邮件被退回的填写"),
        Ask(
            "other_address",
            "电子地址不是其提供或者确认的",
            AskKind.YES_NO,
            hint="电子送达填写；到达不算送达，须其回复收悉或者已阅知",
        ),
        Ask("acknowledged_on", "回复收悉或者阅知日期", AskKind.DATE, required=False),
        Ask("witnessed", "有见证人签名", AskKind.YES_NO, hint="留置送达填写"),
        Ask("recorded", "有拍照、录像", AskKind.YES_NO, hint="留置送达填写"),
        Ask("evidence", "送达凭证", AskKind.TEXT, hint="如：送达回证第1号、EMS回执号"),
    ),
    checks=(
        not_in_the_future("acted_on", "送出日期"),
        not_in_the_future("signed_on", "签收日期"),
        not_in_the_future("arrived_on", "到达日期"),
        not_in_the_future("returned_on", "退回日期"),
        not_in_the_future("acknowledged_on", "回复收悉日期"),
    ),
)

CONTACT = Step[Facts](
    name="record_contact",
    chinese="登记联系",
    clause="二(三)附6",
    by=DIVISIONS | {Role.MEDIATOR, Role.POST_ROOM},
    origins=OPEN,
    asks=(
        Ask("party", "联系对象", AskKind.RECORD, records="debtor"),
        Ask("on", "日期", AskKind.DATE),
        Ask("channel", "方式", AskKind.CHOICE, choices=Channel),
        Ask("result", "结果", AskKind.CHOICE, choices=ContactResult),
        Ask("told_consequences", "已告知不履行的后果", AskKind.YES_NO),
        Ask("told_benefits", "已告知主动履行的好处", AskKind.YES_NO),
        Ask("promised_date", "承诺履行日期", AskKind.DATE, required=False),
        Ask("call_again_date", "约定再次联系日期", AskKind.DATE, required=False),
        Ask("note", "沟通记录", AskKind.LONG_TEXT),
    ),
    checks=(not_in_the_future("on", "联系日期"),),
)

CONTACT_POINT = Step[Facts](
    name="add_contact_point",
    chinese="登记联系方式",
    clause="二(一)2",
    by=DIVISIONS | {Role.MEDIATOR},
    origins=OPEN,
    asks=(
        Ask("party", "当事人", AskKind.RECORD, records="party"),
        Ask("phone", "电话", AskKind.PHONE, required=False),
        Ask("address", "送达地址", AskKind.TEXT, required=False, secret=True),
        Ask("confirmed_for_service", "已签送达地址确认书", AskKind.YES_NO),
        Ask("electronic_consent", "同意电子送达", AskKind.YES_NO),
        Ask("source", "来源", AskKind.TEXT, hint="如：申请人提供、庭审笔录", longest=120),
    ),
)

PRINT_ADDRESS_CONFIRMATION = Step[Facts](
    name="print_address_confirmation",
    chinese="打印《送达地址确认书》",
    clause="二(一)2",
    by=DIVISIONS | {Role.MEDIATOR},
    origins=OPEN,
    asks=(
        Ask("party", "受送达人", AskKind.RECORD, records="party"),
        Ask("address", "送达地址", AskKind.TEXT, secret=True),
        Ask("receiver", "收件人", AskKind.NAME, hint="当事人本人或者其指定的代收人"),
        Ask("phone", "联系电话", AskKind.PHONE),
        Ask("electronic_consent", "同意电子送达", AskKind.YES_NO),
        Ask(
            "electronic_address",
            "电子送达号码或者地址",
            AskKind.TEXT,
            required=False,
            secret=True,
        ),
    ),
    issues=("service-address-confirmation",),
    usual=False,
)

PRINT_SERVICE_RECEIPT = Step[Facts](
    name="print_service_receipt",
    chinese="打印《送达回证》",
    clause="二(二)3",
    by=DIVISIONS | {Role.MEDIATOR},
    origins=OPEN,
    asks=(
        Ask("what", "送达的文书", AskKind.RECORD, records="servable"),
        Ask("copies", "件数", AskKind.NUMBER),
        Ask("party", "受送达人", AskKind.RECORD, records="party"),
        Ask("address", "送达地址", AskKind.TEXT, secret=True),
        Ask("method", "送达方式", AskKind.CHOICE, choices=ServiceMethod),
        Ask("server", "送达人", AskKind.TEXT, hint="两人以上以顿号分开"),
    ),
    issues=("service-receipt",),
    usual=False,
)

PRINT_ELECTRONIC_PROOF = Step[Facts](
    name="print_electronic_proof",
    chinese="制作《电子送达凭证》",
    clause="二(二)3",
    by=DIVISIONS | {Role.MEDIATOR, Role.POST_ROOM},
    origins=OPEN,
    asks=(
        Ask("service", "电子送达", AskKind.RECORD, records="electronic_service"),
        Ask("address", "电子送达地址", AskKind.TEXT, secret=True),
        Ask("platform", "送达平台", AskKind.TEXT, hint="如：本院电子邮件系统"),
        Ask("sent", "发送时间", AskKind.TEXT, hint="写作2026年10月8日9时05分"),
        Ask("arrived", "到达时间", AskKind.TEXT, hint="写作2026年10月8日9时05分"),
        Ask("log", "系统记录", AskKind.TEXT, hint="系统的回执编号和状态"),
    ),
    issues=("electronic-service-proof",),
    usual=False,
)
