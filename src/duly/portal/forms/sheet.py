"""What every form of the portal shares: the day, a file that comes with it, what is kept of it."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from duly.portal import uploads

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
WORDS = forms.Textarea(attrs={"rows": 4})
PROOF = forms.ClearableFileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"})
FILE_HINT = _("PDF、JPG或者PNG，不超过8MB")
LONGEST = 1000
YES_NO = (("yes", _("是")), ("no", _("否")))
AGREES = (("yes", _("同意")), ("no", _("不同意")))


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


def choice(
    label: "str | _StrPromise", choices: Any, help_text: "str | _StrPromise" = ""
) -> forms.ChoiceField:
    """Return a question that is answered by choosing one of a few, all in sight."""
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, help_text=help_text
    )


def words(
    label: "str | _StrPromise", *, required: bool = True, help_text: "str | _StrPromise" = ""
) -> forms.CharField:
    """Return a question that is answered in the party's own words."""
    return forms.CharField(
        label=label, max_length=LONGEST, required=required, widget=WORDS, help_text=help_text
    )


def proof(
    label: "str | _StrPromise",
    *,
    required: bool = False,
    help_text: "str | _StrPromise" = FILE_HINT,
) -> forms.FileField:
    """Return a file that may be sent in, or must be."""
    return forms.FileField(label=label, widget=PROOF, required=required, help_text=help_text)


def _kept(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
