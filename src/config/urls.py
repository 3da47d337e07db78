"""Every address of the program. The desk stands at the root."""

from django.urls import include, path

urlpatterns = [
    path("receipts/", include("duly.outreach.urls")),
    path("", include("duly.desk.urls")),
]
