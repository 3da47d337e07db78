"""What parties apply for, and how they answer each other's applications."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from duly.documents import signature
from duly.law.identity import Malformed, phone
from duly.law.terms import RepairScope, Term
from duly.portal.forms.sheet import AGREES, DAY, YES_NO, Sheet, choice, proof, words


class Route(Term):
    """Which way a disagreement goes."""

    AMOUNT = "amount", "数额算得不对，或者已经付过"
    ENFORCEMENT = "enforcement", "法院的执行行为违法"
    PROPERTY = "property", "执行的财产不是我的"
    INSTRUMENT = "instrument", "裁判本身有错误"


class Subject(Term):
    """What a creditor is asked to agree to."""

    REPAIR = "repair", "对方申请的临时修复信用"
    RELEASE = "release", "解除对方的失信信息、限制消费等措施"
    CERTIFICATE = "certificate", "对方履行主要义务后，出具自动履行证明书"


class DisputeSheet(Sheet):
    """A disagreement, and which way it goes."""

    file_name = "异议材料"
    route = choice(_("是哪一种情形"), [(one.value, _(one.chinese)) for one in Route])
    note = words(_("事实和理由"))
    file = proof(_("证据材料"))


class RepairSheet(Sheet):
    """A debtor asks that his listing or his restriction be lifted for a time."""

    file_name = "修复材料"
    reason = forms.CharField(
        label=_("需要临时修复的原因"),
        max_length=160,
        help_text=_("如：承接政府采购项目，需要参加投标"),
    )
    measures = choice(_("申请解除的措施"), [(one.value, _(one.chinese)) for one in RepairScope])
    repair_from = forms.DateField(label=_("从哪一天起"), widget=DAY)
    repair_until = forms.DateField(label=_("到哪一天止"), widget=DAY)
    promised_on = forms.DateField(label=_("承诺哪一天前履行完毕"), widget=DAY)
    file = proof(_("证明材料"))

    def clean(self) -> dict[str, Any]:
        """See that the days are ahead and in order."""
        given: dict[str, Any] = super().clean() or {}
        first, last, promised = (
            given.get(name) for name in ("repair_from", "repair_until", "promised_on")
        )
        if first and first < self.day:
            self.add_error("repair_from", _("开始的日期不能早于今天。"))
        if first and last and last < first:
            self.add_error("repair_until", _("结束的日期不能早于开始的日期。"))
        if promised and promised < self.day:
            self.add_error("promised_on", _("承诺的日期不能早于今天。"))
        return given


class UrgingAnswerSheet(Sheet):
    """The creditor says whether he wants the debtor urged before enforcement."""

    agrees = choice(_("是否同意先进行一个月的执前督促"), AGREES)
    emergency = choice(_("对方有没有转移财产、逃避执行等紧急情况"), YES_NO)
    note = words(_("说明"), required=False, help_text=_("有紧急情况的，写明事实和线索"))


class EnforceSheet(Sheet):
    """The creditor wants enforcement."""

    requests_listing = choice(_("是否同时申请将对方纳入失信名单"), YES_NO)
    note = words(_("理由"), help_text=_("如：对方没有履行，也没有提出方案"))


class LiftingAnswerSheet(Sheet):
    """The creditor agrees to a repair, a release or a certificate, or does not."""

    subject = choice(_("关于哪一件事"), [(one.value, _(one.chinese)) for one in Subject])
    agrees = choice(_("是否同意"), AGREES)
    note = words(_("理由或者条件"), required=False)


class AddressSheet(Sheet):
    """Where papers reach the party, and whether electronically."""

    address = forms.CharField(label=_("收件地址"), max_length=120)
    phone = forms.CharField(
        label=_("联系电话"), max_length=20, widget=forms.TextInput(attrs={"type": "tel"})
    )
    email = forms.EmailField(label=_("电子邮箱"), required=False)
    electronic = choice(
        _("是否同意电子送达"),
        AGREES,
        _("同意的，法院发到你手机或者邮箱的文书，到达时就是送达；判决书等可以要求纸质件"),
    )

    def clean_phone(self) -> str:
        """Return a number of the Chinese numbering plan."""
        try:
            return phone.check(self.cleaned_data["phone"])
        except Malformed as malformed:
            raise ValidationError(malformed.message) from malformed


class SignatureSheet(Sheet):
    """A signature under a paper: drawn, or the name typed and confirmed by a code."""

    name = forms.CharField(label=_("签署人姓名"), max_length=50)
    strokes = forms.CharField(required=False, widget=forms.HiddenInput)
    code = forms.CharField(label=_("短信验证码"), max_length=6, required=False)
    agrees = forms.BooleanField(label=_("我已经阅读全文，同意签署"))

    def __init__(self, *args: Any, own_name: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own_name = own_name

    def clean_name(self) -> str:
        """Return the name; a person signs with his own."""
        name: str = self.cleaned_data["name"].strip()
        if self.own_name and name != self.own_name:
            raise ValidationError(_("请填写你本人的姓名。"))
        return name

    def clean_strokes(self) -> str:
        """Return what was drawn, if it is lines and nothing else."""
        strokes: str = self.cleaned_data["strokes"]
        try:
            return signature.check(strokes) if strokes else ""
        except signature.MalformedStrokes as malformed:
            raise ValidationError(_("没有收到清楚的签名，请重新签。")) from malformed
