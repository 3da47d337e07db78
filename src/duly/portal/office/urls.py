"""The staff side of the portal. It is not there where the portal stands alone."""

from django.urls import path

from duly.portal.office import matter, submission

app_name = "parties"
MATTER = "matters/<int:matter_id>"
urlpatterns = [
    path(f"{MATTER}/", matter.overview, name="matter"),
    path(f"{MATTER}/<int:party_id>/link/", matter.issue, name="issue"),
    path(f"{MATTER}/<int:party_id>/guide/", matter.guide, name="guide"),
    path(f"{MATTER}/papers/<int:paper_id>/<int:party_id>/", matter.enclosure, name="enclosure"),
    path(f"{MATTER}/links/<int:link_id>/revoke/", matter.revoke, name="revoke"),
    path("submissions/<int:submission_id>/", submission.submission, name="submission"),
    path("submissions/<int:submission_id>/file/", submission.file, name="file"),
]
