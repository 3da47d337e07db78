"""What a party types in, by kind of submission. A form never says who he is: the visit does."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from duly.documents import signature
from duly.law.identity import Malformed, phone
from duly.law.money import Refused, Yuan
from duly.law.terms import Term
from duly.portal import plan_offer, uploads
from duly.portal.models import SubmissionKind

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
WORDS = forms.Textarea(attrs={"rows": 4})
PROOF = forms.ClearableFileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"})
LONGEST = 1000


class Route(Term):
    """Which way a disagreement goes."""

    AMOUNT = "amount", "数额算得不对，或者已经付过"
    ENFORCEMENT = "enforcement", "法院的执行行为违法"
    PROPERTY = "property", "执行的财产不是我的"
    INSTRUMENT = "instrument", "裁判本身有错误"


class Sheet(forms.Form):
    """One submission. `day` is the court's day, `upload` the file that came with it, checked;
    `file_name` is the name under which the file is kept."""

    file_name = ""

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day = day
        self.upload: uploads.Upload | None = None

    def clean_file(self) -> None:
        """Check the file, and keep it apart from what was typed."""
        given = self.cleaned_data.get("file")
        if isinstance(given, UploadedFile):
            try:
                self.upload = uploads.read(given, self.file_name)
            except uploads.UploadRefused as refused:
                raise ValidationError(str(refused)) from refused

    def content(self) -> dict[str, str]:
        """Return what was typed, as it is kept."""
        return {
            name: _kept(value)
            for name, value in self.cleaned_data.items()
            if value not in (None, "") and name != "file"
        }


class PastDay(Sheet):
    """A submission about a day that has been."""

    on = forms.DateField(label=_("日期"), widget=DAY)
    amount = forms.CharField(
        label=_("金额（元）"),
        max_length=16,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

    def clean_on(self) -> date:
        """Return a day that is not in the future."""
        on: date = self.cleaned_data["on"]
        if on > self.day:
            raise ValidationError(_("日期不能晚于今天。"))
        return on

    def clean_amount(self) -> str:
        """Return an amount as it is kept: 12345.67."""
        try:
            return f"{Yuan.of(self.cleaned_data['amount']).amount:.2f}"
        except Refused as refused:
            raise ValidationError(refused.message) from refused


class PaymentSheet(PastDay):
    """Proof of payment."""

    file_name = "付款凭证"
    on = forms.DateField(label=_("付款日期"), widget=DAY)
    file = forms.FileField(
        label=_("付款凭证"),
        widget=PROOF,
        help_text=_("银行回单、转账截图等，PDF、JPG或者PNG，不超过8MB"),
    )
    note = forms.CharField(label=_("补充说明"), max_length=LONGEST, required=False, widget=WORDS)
    field_order = ("on", "amount", "file", "note")


class ReceiptSheet(PastDay):
    """The creditor confirms that money arrived."""

    on = forms.DateField(label=_("到账日期"), widget=DAY)
    note = forms.CharField(label=_("补充说明"), max_length=LONGEST, required=False, widget=WORDS)


class NoReceiptSheet(Sheet):
    """The creditor says that nothing arrived."""

    note = forms.CharField(
        label=_("说明"),
        max_length=LONGEST,
        widget=WORDS,
        help_text=_("写明查询账户的日期和结果"),
    )


class PlanSheet(Sheet):
    """A plan of monthly instalments."""

    first_day = forms.DateField(label=_("第一期付款日"), widget=DAY)
    count = forms.IntegerField(
        label=_("分几期（每月一期）"), min_value=plan_offer.FEWEST, max_value=plan_offer.MOST
    )
    note = forms.CharField(label=_("为什么不能一次付清"), max_length=LONGEST, widget=WORDS)

    def clean_first_day(self) -> date:
        """Return a day that is not past."""
        first: date = self.cleaned_data["first_day"]
        if first < self.day:
            raise ValidationError(_("第一期付款日不能早于今天。"))
        return first


class PlanAnswerSheet(Sheet):
    """The creditor answers a plan."""

    agrees = forms.ChoiceField(
        label=_("是否同意"),
        choices=(("yes", _("同意")), ("no", _("不同意"))),
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("理由或者修改意见"), max_length=LONGEST, required=False, widget=WORDS
    )


class DisputeSheet(Sheet):
    """A disagreement, and which way it goes."""

    file_name = "异议材料"
    route = forms.ChoiceField(
        label=_("是哪一种情形"),
        choices=[(one.value, _(one.chinese)) for one in Route],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("事实和理由"), max_length=LONGEST, widget=WORDS)
    file = forms.FileField(
        label=_("证据材料"),
        widget=PROOF,
        required=False,
        help_text=_("PDF、JPG或者PNG，不超过8MB"),
    )


class AddressSheet(Sheet):
    """Where papers reach the party, and whether electronically."""

    address = forms.CharField(label=_("收件地址"), max_length=120)
    phone = forms.CharField(
        label=_("联系电话"), max_length=20, widget=forms.TextInput(attrs={"type": "tel"})
    )
    email = forms.EmailField(label=_("电子邮箱"), required=False)
    electronic = forms.ChoiceField(
        label=_("是否同意电子送达"),
        choices=(("yes", _("同意")), ("no", _("不同意"))),
        widget=forms.RadioSelect,
        help_text=_("同意的，法院发到你手机或者邮箱的文书，到达时就是送达；判决书等可以要求纸质件"),
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


SHEETS: dict[SubmissionKind, type[Sheet]] = {
    SubmissionKind.PAYMENT: PaymentSheet,
    SubmissionKind.PLAN: PlanSheet,
    SubmissionKind.DISPUTE: DisputeSheet,
    SubmissionKind.ADDRESS: AddressSheet,
    SubmissionKind.RECEIPT: ReceiptSheet,
    SubmissionKind.NO_RECEIPT: NoReceiptSheet,
    SubmissionKind.PLAN_ANSWER: PlanAnswerSheet,
    SubmissionKind.SIGNATURE: SignatureSheet,
}


def _kept(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
