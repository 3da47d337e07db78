"""The addresses of a portal that stands alone: nothing of the court's own pages is there."""

from django.urls import include, path

from duly.portal.pages import entry, machines

urlpatterns = [
    path("", entry.front),
    path(".well-known/jwks.json", machines.keys),
    path("p/", include("duly.portal.urls")),
]
handler404 = "duly.portal.pages.lost.nothing"
