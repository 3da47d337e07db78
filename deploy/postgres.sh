# shellcheck shell=bash
# A PostgreSQL cluster for the tests alone: in a folder of its own, reached through a socket there,
# run by an ordinary user, gone when the tests end.

postgres_folder=
postgres_programs=
# shellcheck disable=SC2034  # read by the script that sources this file
postgres_url=

# as_postgres COMMAND…: run as an ordinary user, which the server insists on.
as_postgres() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    elif id postgres >/dev/null 2>&1; then
        runuser -u postgres -- "$@"
    else
        setpriv --reuid nobody --regid nogroup --clear-groups "$@"
    fi
}

# start_postgres: start the cluster and set postgres_url to its address.
start_postgres() {
    postgres_programs="$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)"
    postgres_folder="$(mktemp -d "${TMPDIR:-/tmp}/duly-postgres.XXXXXX")"
    if [ "$(id -u)" -eq 0 ]; then
        chown "$(as_postgres id -u)" "$postgres_folder"
    fi
    as_postgres "$postgres_programs/initdb" -D "$postgres_folder/data" -U duly -A trust \
        -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    # The data is thrown away, so nothing need survive a power cut, be copied, or be tidied up.
    as_postgres "$postgres_programs/pg_ctl" -D "$postgres_folder/data" -w -s \
        -l "$postgres_folder/log" -o "-c listen_addresses='' -k $postgres_folder \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
        -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off -c jit=off" start
    as_postgres "$postgres_programs/createdb" -h "$postgres_folder" -U duly duly
    postgres_url="postgresql://duly@/duly?host=$postgres_folder"
}

stop_postgres() {
    [ -n "$postgres_folder" ] || return 0
    as_postgres "$postgres_programs/pg_ctl" -D "$postgres_folder/data" -s -m immediate stop || true
    rm -rf "$postgres_folder"
    postgres_folder=
}
