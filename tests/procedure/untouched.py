"""A refusal leaves nothing behind: rows, versions, states and journal are as before."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps

from duly.journal.models import Head
from duly.procedure.models import Course
from duly.procedure.refusal import Refusal
from duly.registry.models import Matter

KEPT = ("registry", "ledger", "documents", "procedure", "journal")


def state() -> dict[str, Any]:
    """Return all that an act could have changed."""
    rows: dict[str, Any] = {
        model._meta.label: model.objects.count()
        for label in KEPT
        for model in apps.get_app_config(label).get_models()
    }
    rows["versions"] = sorted(Matter.objects.values_list("pk", "version", "names", "numbers"))
    rows["states"] = sorted(Course.objects.values_list("pk", "state", "closed_at"))
    rows["journal"] = list(Head.objects.values_list("seq", "hash"))
    return rows


@contextmanager
def refused(kind: type[Refusal], *words: str) -> Iterator[pytest.ExceptionInfo[Any]]:
    """Expect a refusal whose sentence holds some words, and which changed nothing."""
    before = state()
    with pytest.raises(kind) as caught:
        yield caught
    for word in words:
        assert word in caught.value.message
    assert state() == before
