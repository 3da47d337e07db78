"""Where suppliers call back."""

from django.urls import path

from duly.outreach import callback

app_name = "outreach"
urlpatterns = [path("<slug:supplier>/", callback.receipt, name="receipt")]
