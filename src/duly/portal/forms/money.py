"""Money: proof of payment, receipt, plans and the answers to them, the account to be paid into."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from duly.law.identity import Malformed, bank_account
from duly.law.money import Refused, Yuan
from duly.portal import plan_offer
from duly.portal.forms.sheet import AGREES, DAY, Sheet, choice, proof, words


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
    file = proof(
        _("付款凭证"),
        required=True,
        help_text=_("银行回单、转账截图等，PDF、JPG或者PNG，不超过8MB"),
    )
    note = words(_("补充说明"), required=False)
    field_order = ("on", "amount", "file", "note")


class ReceiptSheet(PastDay):
    """The creditor confirms that money arrived."""

    on = forms.DateField(label=_("到账日期"), widget=DAY)
    note = words(_("补充说明"), required=False)


class NoReceiptSheet(Sheet):
    """The creditor says that nothing arrived."""

    note = words(_("说明"), help_text=_("写明查询账户的日期和结果"))


class PlanSheet(Sheet):
    """A plan of monthly instalments."""

    first_day = forms.DateField(label=_("第一期付款日"), widget=DAY)
    count = forms.IntegerField(
        label=_("分几期（每月一期）"), min_value=plan_offer.FEWEST, max_value=plan_offer.MOST
    )
    note = words(_("为什么不能一次付清"))

    def clean_first_day(self) -> date:
        """Return a day that is not past."""
        first: date = self.cleaned_data["first_day"]
        if first < self.day:
            raise ValidationError(_("第一期付款日不能早于今天。"))
        return first


class PlanAnswerSheet(Sheet):
    """The creditor answers a plan."""

    agrees = choice(_("是否同意"), AGREES)
    note = words(_("理由或者修改意见"), required=False)


class AccountSheet(Sheet):
    """The account into which the creditor wants to be paid."""

    file_name = "账户材料"
    holder = forms.CharField(label=_("户名"), max_length=100)
    number = forms.CharField(
        label=_("账号"),
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    bank = forms.CharField(label=_("开户行"), max_length=100, help_text=_("写到支行"))
    file = proof(_("账户材料"))

    def clean_number(self) -> str:
        """Return a number that can be an account's."""
        try:
            return bank_account.check(self.cleaned_data["number"]).number
        except Malformed as malformed:
            raise ValidationError(malformed.message) from malformed
