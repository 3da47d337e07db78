"""Every address of the program. The desk stands at the root."""

from django.urls import include, path

urlpatterns = [
    path("", include("duly.desk.urls")),
]
