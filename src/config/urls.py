"""Every address of the program. The desk stands at the root, the parties' portal at /p/."""

from django.urls import include, path

from duly.portal.pages import machines

urlpatterns = [
    path(".well-known/jwks.json", machines.keys),
    path("p/", include("duly.portal.urls")),
    path("parties/", include("duly.portal.office.urls")),
    path("receipts/", include("duly.outreach.urls")),
    path("", include("duly.desk.urls")),
]
