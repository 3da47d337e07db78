"""拘留风险告知 (三(三)): carrying a detention out: police, custody, family, early release."""

from duly.law.mechanism.answers import not_in_the_future
from duly.law.mechanism.detention_warning import review
from duly.law.mechanism.detention_warning.facts import Facts
from duly.law.mechanism.detention_warning.states import State
from duly.law.mechanism.sanction import asks
from duly.law.mechanism.sanction.steps import JUDGE, OFFICERS, PRESIDENT
from duly.law.step import Ask, AskKind, Clock, Step
from duly.law.terms import Role

IN_CUSTODY = frozenset({State.DETAINED, State.RELEASE_PROPOSED})

ASK_POLICE = Step[Facts](
    name="propose_police_request",
    chinese="报请查人扣车",
    clause="三(三)2",
    by=JUDGE,
    origins=frozenset({State.DECIDED}),
    asks=(
        Ask("police", "公安机关", AskKind.TEXT, longest=60),
        Ask("cause", "查控事由", AskKind.TEXT, hint="如：被拘留人下落不明，拘留决定尚未执行"),
        Ask("until", "协助查控至", AskKind.DATE),
        Ask("plate", "车辆号牌", AskKind.TEXT, required=False, longest=20),
        Ask("vehicle", "品牌型号", AskKind.TEXT, required=False, longest=60),
    ),
    when=lambda facts: not facts.police_asked,
)

REQUEST_POLICE = Step[Facts](
    name="approve_police_request",
    chinese="签发《协助查控函》",
    clause="三(三)2",
    by=frozenset({Role.BUREAU_HEAD, Role.PRESIDENT}),
    origins=frozenset({State.DECIDED}),
    issues=("police-request",),
    second_person=frozenset({"propose_police_request"}),
    when=lambda facts: facts.police_asked,
)

TAKE = Step[Facts](
    name="take_into_custody",
    chinese="登记执行拘留",
    clause="三(三)2",
    by=OFFICERS,
    origins=frozenset({State.DECIDED}),
    target=State.DETAINED,
    asks=(
        Ask("taken_on", "执行拘留日期", AskKind.DATE),
        Ask("taken_time", "时刻", AskKind.TEXT, hint="二十四小时制，如09:30", longest=5),
        Ask("until", "拘留至", AskKind.DATE),
        Ask("place", "看管场所", AskKind.TEXT, longest=60),
        Ask("evidence", "执行拘留的回执", AskKind.TEXT),
    ),
    checks=(review.custody_fits_the_decision, not_in_the_future("taken_on", "执行拘留日期")),
    starts=(
        Clock(
            "family_notice",
            "通知被拘留人家属（二十四小时内）",
            "三(三)2",
            Role.ENFORCEMENT_JUDGE,
            fact="family_notice_on",
        ),
        Clock("custody", "拘留期满", "三(三)2", Role.ENFORCEMENT_JUDGE, ask="until"),
    ),
)

NOTIFY_FAMILY = Step[Facts](
    name="notify_family",
    chinese="通知家属",
    clause="三(三)2",
    by=JUDGE,
    origins=IN_CUSTODY | {State.RELEASED},
    asks=(
        Ask("family", "家属", AskKind.NAME, longest=50),
        Ask("told_on", "通知日期", AskKind.DATE),
        Ask("told_time", "时刻", AskKind.TEXT, hint="二十四小时制，如09:30", longest=5),
        Ask("how", "通知方式和凭证", AskKind.TEXT),
    ),
    checks=(review.notice_to_family_has_its_time, not_in_the_future("told_on", "通知日期")),
    when=lambda facts: facts.custody is not None and not facts.custody.family_told,
    issues=("detention-family-notice",),
    stops=("family_notice",),
)

PROPOSE_RELEASE = Step[Facts](
    name="propose_early_release",
    chinese="报请提前解除拘留",
    clause="三(三)3",
    by=JUDGE,
    origins=frozenset({State.DETAINED}),
    target=State.RELEASE_PROPOSED,
    asks=(
        Ask("repentance", "具结悔过、承认并改正错误的情况", AskKind.TEXT),
        Ask("evidence", "具结悔过书存卷", AskKind.TEXT),
        Ask("release_on", "自何日起解除", AskKind.DATE),
    ),
    checks=(review.early_release_is_early,),
    draws=("detention-early-release",),
)

APPROVE_RELEASE = Step[Facts](
    name="approve_early_release",
    chinese="批准提前解除拘留",
    clause="三(三)3",
    by=PRESIDENT,
    origins=frozenset({State.RELEASE_PROPOSED}),
    target=State.RELEASED,
    issues=("detention-early-release",),
    second_person=frozenset({"propose_early_release"}),
    stops=("custody",),
)

RETURN_RELEASE = Step[Facts](
    name="return_early_release",
    chinese="不同意提前解除拘留",
    clause="三(三)3",
    by=PRESIDENT,
    origins=frozenset({State.RELEASE_PROPOSED}),
    target=State.DETAINED,
    asks=asks.REASONS,
)

END_CUSTODY = Step[Facts](
    name="end_custody",
    chinese="登记拘留期满释放",
    clause="三(三)2",
    by=OFFICERS,
    origins=IN_CUSTODY,
    target=State.RELEASED,
    asks=(
        Ask("ended_on", "释放日期", AskKind.DATE),
        Ask("evidence", "释放凭证", AskKind.TEXT),
    ),
    checks=(review.custody_has_ended, not_in_the_future("ended_on", "释放日期")),
    stops=("custody",),
)

NOT_CARRIED_OUT = Step[Facts](
    name="end_unexecuted",
    chinese="决定不再执行拘留",
    clause="三(三)2",
    by=PRESIDENT,
    origins=frozenset({State.DECIDED}),
    target=State.NOT_CARRIED_OUT,
    asks=asks.REASONS,
    guards=(review.need_not_be_carried_out,),
    stops=("reconsideration",),
    usual=False,
)
