"""The portal's addresses, for parties and the public."""

from django.urls import path

from duly.portal.pages import entry, papers, send, verify

app_name = "portal"
urlpatterns = [
    path("", entry.home, name="home"),
    path("l/<str:token>/", entry.door, name="door"),
    path("leave/", entry.leave, name="leave"),
    path("language/", entry.language, name="language"),
    path("papers/<int:paper_id>/", papers.paper, name="paper"),
    path("verify/", verify.verify, name="verify"),
    path("send/<slug:kind>/", send.send, name="send"),
]
