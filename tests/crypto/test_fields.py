"""A sealed column: the database never sees the text, and cannot be asked for it."""

import pytest
from django.core.exceptions import FieldError
from django.db import connection, models

from duly.crypto.fields import EncryptedTextField

SECRET = "6222020200112233456"


class Sealed(models.Model):
    text = EncryptedTextField()

    class Meta:
        app_label = "crypto"
        managed = False


def test_the_text_is_sealed_on_the_way_in_and_opened_on_the_way_out() -> None:
    field = EncryptedTextField()
    stored = field.get_prep_value(SECRET)
    assert SECRET not in stored
    assert field.from_db_value(stored, models.Value(1), connection) == SECRET


def test_nothing_stays_nothing() -> None:
    field = EncryptedTextField()
    assert field.get_prep_value("") == ""
    assert field.from_db_value(None, models.Value(1), connection) is None


def test_a_search_by_the_text_is_refused_instead_of_finding_nothing() -> None:
    with pytest.raises(FieldError):
        Sealed.objects.filter(text=SECRET)
