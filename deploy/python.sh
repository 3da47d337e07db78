# shellcheck shell=bash
# Python environments from hash-pinned locks. A stamp inside each spares the second time.

# find_python: print the first Python that is 3.11 or newer.
find_python() {
    local name
    for name in python3.11 python3 /usr/bin/python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return 0
        fi
    done
    refuse "需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed."
}

# filled_for LOCK: print what an environment that was filled from this lock is stamped with.
filled_for() {
    printf '%s %s\n' "$(cat "$1" pyproject.toml | sha256sum | cut -c1-64)" "$PWD"
}

# fill_environment FOLDER LOCK [project]: make the environment that the lock describes.
# With `project`, Duly itself is installed too, as it lies here.
fill_environment() {
    local folder=$1 lock=$2 kind=${3:-} python
    [ "$(cat "$folder/.filled-$lock" 2>/dev/null)" != "$(filled_for "$lock")" ] || return 0
    python="$(find_python)"
    "$python" -c 'import ensurepip' 2>/dev/null || need_packages python3-venv
    # An environment knows its own path: one that was moved is made anew.
    grep -qsF "$PWD/$folder" "$folder/bin/activate" || "$python" -m venv --clear "$folder"
    say_detail "pip install --require-hashes -r $lock"
    quiet_pip "$folder" --require-hashes -r "$lock"
    if [ "$kind" = project ]; then
        quiet_pip "$folder" --no-deps --no-build-isolation --editable .
    fi
    drop_stale_stamps "$folder"
    filled_for "$lock" >"$folder/.filled-$lock"
}

# drop_stale_stamps FOLDER: forget the stamps of locks that have changed since.
drop_stale_stamps() {
    local stamp
    for stamp in "$1"/.filled-*; do
        [ -e "$stamp" ] || continue
        [ "$(cat "$stamp")" = "$(filled_for "${stamp##*/.filled-}")" ] || rm "$stamp"
    done
}

quiet_pip() {
    local folder=$1
    shift
    "$folder/bin/python" -m pip install -qq --disable-pip-version-check \
        --no-input --root-user-action=ignore "$@"
}
