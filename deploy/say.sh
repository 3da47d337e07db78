# shellcheck shell=bash
# What the scripts say: progress by numbered step, and a refusal as one sentence.

step_total=1
step_now=0

say_step() {
    step_now=$((step_now + 1))
    printf '[%d/%d] %s\n' "$step_now" "$step_total" "$*"
}

say_detail() {
    printf '      %s\n' "$*"
}

refuse() {
    printf '%s\n' "$*" >&2
    exit 1
}
