"""Logging in and out, and one's own password."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django.views.i18n import set_language

from duly.accounts.models import User

read_or_send = require_http_methods(["GET", "HEAD", "POST"])


class LogIn(LoginView):
    """The log-in page; who is logged in already goes on."""

    template_name = "desk/log_in.html"
    redirect_authenticated_user = True


log_in = login_not_required(read_or_send(LogIn.as_view()))
language = login_not_required(require_POST(set_language))
log_out = LogoutView.as_view()


class OwnPassword(PasswordChangeView):
    """A person changes his own password; his other sessions end."""

    template_name = "desk/password.html"
    success_url = reverse_lazy("desk:today")

    def form_valid(self, form: "SetPasswordForm[User]") -> HttpResponse:
        """Say that it is done."""
        messages.success(self.request, _("密码已经修改。"))
        return super().form_valid(form)


own_password = read_or_send(OwnPassword.as_view())
