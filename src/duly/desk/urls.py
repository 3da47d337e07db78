"""The desk's addresses."""

from django.urls import path

from duly.desk.views import (
    approvals,
    batches,
    court,
    demo,
    guide,
    matter,
    matters,
    mechanism,
    mediation,
    messages,
    paper,
    people,
    registration,
    step,
    supervision,
)
from duly.desk.views import today as home

app_name = "desk"
STEP = "matters/<int:matter_id>/<int:course_id>/<slug:name>"
urlpatterns = [
    path("", home.today, name="today"),
    path("log-in/", people.log_in, name="log_in"),
    path("log-out/", people.log_out, name="log_out"),
    path("password/", people.own_password, name="password"),
    path("settings/", court.settings, name="settings"),
    path("settings/<int:court_id>/<slug:name>/", court.setting, name="setting"),
    path("demo/day/", demo.day, name="demo_day"),
    path("language/", people.language, name="language"),
    path("supervision/", supervision.supervision, name="supervision"),
    path("approvals/", approvals.approvals, name="approvals"),
    path("approvals/together/", approvals.together, name="approvals_together"),
    path("batches/", batches.batches, name="batches"),
    path("batches/new/", batches.new, name="batch_new"),
    path("batches/<int:batch_id>/", batches.batch, name="batch"),
    path("batches/<int:batch_id>/order/", batches.order, name="batch_order"),
    path("batches/<int:batch_id>/<str:name>/", batches.download, name="batch_file"),
    path("mediation/", mediation.mediation, name="mediation"),
    path("mediation/<int:course_id>/", mediation.call, name="call"),
    path("mediation/<int:course_id>/number/", mediation.number, name="call_number"),
    path("matters/", matters.matters, name="matters"),
    path("matters/new/", registration.register, name="register"),
    path("matters/new/check/", registration.check, name="check"),
    path("matters/<int:matter_id>/", matter.matter, name="matter"),
    path("matters/<int:matter_id>/unmask/", matter.unmask, name="unmask"),
    path(f"{STEP}/", step.step, name="step"),
    path(f"{STEP}/preview/", step.preview, name="preview"),
    path("papers/<int:paper_id>/", paper.paper, name="paper"),
    path("papers/<int:paper_id>/<str:form>/", paper.download, name="download"),
    path("matters/<int:matter_id>/errands/", messages.begin, name="begin_errand"),
    path("messages/", messages.messages, name="messages"),
    path("messages/<uuid:message_id>/", messages.settle, name="settle_message"),
    path("mechanisms/", mechanism.mechanisms, name="mechanisms"),
    path("mechanisms/text/", mechanism.mechanism_text, name="mechanism_text"),
    path("mechanisms/papers/<slug:template>/", mechanism.sample_paper, name="sample_paper"),
    path("mechanisms/<slug:name>/", mechanism.mechanism, name="mechanism"),
    path("desk/styleguide/", guide.style_guide, name="style_guide"),
]
