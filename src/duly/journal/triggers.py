"""Database triggers by which a table takes new rows and refuses to change or lose old ones.

Used in migrations, by the vendor of the connection, for the journal and for issued papers.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

_REFUSE_ON_POSTGRESQL = """
CREATE OR REPLACE FUNCTION duly_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% 只增不改，不得%', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def seal(connection: BaseDatabaseWrapper, table: str) -> None:
    """Refuse UPDATE and DELETE (on PostgreSQL TRUNCATE too) on a table from now on."""
    unseal(connection, table)
    _execute(connection, _sealing(connection.vendor, table))


def unseal(connection: BaseDatabaseWrapper, table: str) -> None:
    """Take the triggers off again, for a migration that must touch the table."""
    _execute(connection, _unsealing(connection.vendor, table))


def sealed_tables(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the tables that refuse change on this connection."""
    query, ending = (
        ("SELECT name FROM sqlite_master WHERE type = 'trigger'", "_keeps_DELETE")
        if connection.vendor == "sqlite"
        else ("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal", "_keeps_rows")
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        names = [str(row[0]) for row in cursor.fetchall()]
    return sorted(name.removesuffix(ending) for name in names if name.endswith(ending))


def _sealing(vendor: str, table: str) -> list[str]:
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {table}_keeps_{event} BEFORE {event} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} 只增不改，不得 {event}'); END"
            for event in ("UPDATE", "DELETE")
        ]
    return [
        _REFUSE_ON_POSTGRESQL,
        f"CREATE TRIGGER {table}_keeps_rows BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION duly_refuse_change()",
        f"CREATE TRIGGER {table}_keeps_all BEFORE TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION duly_refuse_change()",
    ]


def _unsealing(vendor: str, table: str) -> list[str]:
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {table}_keeps_{event}" for event in ("UPDATE", "DELETE")]
    return [f"DROP TRIGGER IF EXISTS {table}_keeps_{name} ON {table}" for name in ("rows", "all")]


def _execute(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
