"""The portal's addresses, for parties and the public."""

from django.urls import path

from duly.portal.pages import entry, machines, papers, send, sign, verify

app_name = "portal"
urlpatterns = [
    path("", entry.home, name="home"),
    path("l/<str:token>/", entry.door, name="door"),
    path("l/<str:token>/case.jwt", machines.fetch, name="fetch"),
    path("case.jwt", machines.case, name="case"),
    path("leave/", entry.leave, name="leave"),
    path("language/", entry.language, name="language"),
    path("papers/<int:paper_id>/", papers.paper, name="paper"),
    path("verify/", verify.verify, name="verify"),
    path("verify/duly_verify.py", machines.verifier, name="verifier"),
    path("verify/court.pem", machines.certificates, name="certificates"),
    path("sign/<int:paper_id>/", sign.sign, name="sign"),
    path("send/<slug:kind>/", send.send, name="send"),
]
