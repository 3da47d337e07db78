"""Logging in and out, and one's own password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django.views.i18n import set_language

from duly.accounts import actions
from duly.accounts.models import User
from duly.desk.reader import now, reader

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
        """Change the password, on record; this session goes on, the others end."""
        user = reader(self.request)
        actions.change_password(
            user_id=user.pk, password=form.cleaned_data["new_password1"], at=now(), by=user
        )
        user.refresh_from_db()
        update_session_auth_hash(self.request, user)
        messages.success(self.request, _("密码已经修改。"))
        return HttpResponseRedirect(self.get_success_url())


own_password = read_or_send(OwnPassword.as_view())
