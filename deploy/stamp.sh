# shellcheck shell=bash
# Stamps: a step whose inputs have not changed since it last succeeded is not done again.

# fingerprint: print one digest over the names and contents of the files named on standard input.
fingerprint() {
    sort | xargs -r -d '\n' sha256sum | sha256sum | cut -c1-64
}

# once NAME FINGERPRINT COMMAND…: run the command unless it succeeded for this fingerprint before.
once() {
    local stamp=$DULY_HOME/stamps/$1 wanted=$2
    shift 2
    [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] || return 0
    "$@"
    mkdir -p "$DULY_HOME/stamps"
    printf '%s\n' "$wanted" >"$stamp"
}
