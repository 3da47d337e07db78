"""Further parties after registration: joint debtors, creditors, third parties, agents."""

from duly.law.mechanism.record.facts import DIVISIONS, OPEN, Facts
from duly.law.step import Ask, AskKind, Step
from duly.law.terms import PartyKind, PartyRole

PARTY = Step[Facts](
    name="add_party",
    chinese="增加当事人",
    clause="前言",
    by=DIVISIONS,
    origins=OPEN,
    asks=(
        Ask("role", "地位", AskKind.CHOICE, choices=PartyRole),
        Ask("kind", "类别", AskKind.CHOICE, choices=PartyKind),
        Ask("name", "姓名或名称", AskKind.NAME),
        Ask("identifier", "证件号码", AskKind.IDENTIFIER, required=False),
        Ask("representative", "法定代表人", AskKind.NAME, required=False, longest=50),
        Ask("phone", "电话", AskKind.PHONE, required=False),
        Ask("address", "送达地址", AskKind.TEXT, required=False, secret=True),
        Ask(
            "joint",
            "对已登记的义务承担连带责任",
            AskKind.YES_NO,
            hint="只有履行义务人；各自负担的，另行增加义务",
        ),
    ),
    usual=False,
)

DETAILS = Step[Facts](
    name="complete_party",
    chinese="补充当事人信息",
    clause="前言",
    by=DIVISIONS,
    origins=OPEN,
    asks=(
        Ask("party", "当事人", AskKind.RECORD, records="party"),
        Ask("identifier", "证件号码", AskKind.IDENTIFIER, required=False),
        Ask("representative", "法定代表人", AskKind.NAME, required=False, longest=50),
        Ask("evidence", "依据", AskKind.TEXT, hint="如：身份证复印件、登记机关查询结果"),
    ),
    usual=False,
)

AGENT = Step[Facts](
    name="record_agent",
    chinese="登记委托代理人",
    clause="前言",
    by=DIVISIONS,
    origins=OPEN,
    asks=(
        Ask("party", "委托人", AskKind.RECORD, records="party"),
        Ask("name", "代理人姓名", AskKind.NAME, longest=50),
        Ask("phone", "电话", AskKind.PHONE, required=False),
        Ask("special_authority", "特别授权", AskKind.YES_NO, hint="代为承认、放弃、和解的"),
        Ask("evidence", "授权委托书", AskKind.TEXT, hint="如：正卷第12页", longest=120),
    ),
    usual=False,
)
