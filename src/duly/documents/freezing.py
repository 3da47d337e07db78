"""Database triggers by which the content of an issued paper stays as it is."""

from django.db.backends.base.base import BaseDatabaseWrapper

_TABLE = "documents_paper"
CONTENT = (
    "matter_id",
    "recipient_id",
    "corrects_id",
    "template",
    "title",
    "template_version",
    "number",
    "paper_date",
    "blanks",
    "text",
    "sha256",
    "issued_at",
    "sealed",
    "paper_number",
    "verification_code",
)
_MESSAGE = "已签发的文书不得改动"


def freeze(connection: BaseDatabaseWrapper) -> None:
    """Refuse changes to the content of issued papers; only the status may still become void."""
    thaw(connection)
    _execute(connection, _freezing(connection.vendor))


def thaw(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers off again, for a migration that must touch the table."""
    on_table = "" if connection.vendor == "sqlite" else f" ON {_TABLE}"
    _execute(connection, [f"DROP TRIGGER IF EXISTS {_TABLE}_frozen{on_table}"])


def _freezing(vendor: str) -> list[str]:
    differs = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    changed = " OR ".join(f"NEW.{column} {differs} OLD.{column}" for column in CONTENT)
    revived = "OLD.status = 'void' OR NEW.status NOT IN ('issued', 'void')"
    condition = f"OLD.issued_at IS NOT NULL AND ({changed} OR {revived})"
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {_TABLE}_frozen BEFORE UPDATE ON {_TABLE} WHEN {condition}"
            f" BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
        ]
    return [
        "CREATE OR REPLACE FUNCTION documents_refuse_change() RETURNS trigger LANGUAGE plpgsql"
        f" AS $$ BEGIN RAISE EXCEPTION '{_MESSAGE}'"
        " USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE TRIGGER {_TABLE}_frozen BEFORE UPDATE ON {_TABLE} FOR EACH ROW"
        f" WHEN ({condition}) EXECUTE FUNCTION documents_refuse_change()",
    ]


def _execute(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
