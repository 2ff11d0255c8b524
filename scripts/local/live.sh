# shellcheck shell=bash
# What scripts that run a live job have in common: broker, cluster, job. Sourced, not run. The script
# that sources it sets
#
#   tool     its own name, for messages
#   root     the project's root
#   kafka    options that name broker and topics, an array, before it records
#   scratch  a folder that it removes at its end, or nothing yet
#
# Whatever takes time runs in a process group of its own, with this shell waiting: so Ctrl-C reaches
# this shell alone, at once, and it is for `clean_up` to end the rest in order.

started=()
helper=
job=
submitting=

fail() {
  echo "$tool: $1" >&2
  exit 1
}

# Starts a command in the background. Its pid, which is also its process group, is in $!.
apart() { # command...
  set -m
  "$@" </dev/null &
  set +m
}

# Runs a command to its end.
run() { # command...
  local code=0
  apart "$@"
  helper=$!
  wait "$helper" || code=$?
  helper=
  return "$code"
}

# Ends a process group, if there is one, and waits for its first process.
end() { # pid, or nothing
  [ -n "$1" ] || return 0
  kill -- "-$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# Ends what is left of the background, in case a signal came before its pid had a name.
end_all() {
  local pid
  for pid in $(jobs -p); do end "$pid"; done
}

podflow() {
  exec "$root/scripts/podflow" "$@" 2>>"$scratch/log"
}

# What is asked of podflow must succeed.
ask() { # arguments...
  run podflow "$@" || { tail -n 20 "$scratch/log" >&2; fail "podflow $1 failed"; }
}

# Records all that is decided up to the close of the last bar that opens on a day.
record_day() { # day, file
  ask record "${kafka[@]}" --out "$2" --until "$(close_of "$1")" --idle 60 >/dev/null
}

close_of() { # day
  date -u -d "$1 + 1 day" +%FT00:00:00Z
}

# Starts scripts/kafka or scripts/cluster unless it runs, and makes a note of how to stop it: one
# that somebody else has started goes on, and what has lain in its folder stays.
start() { # script, a file or folder that is there when it was used before
  local state
  if state=$("$root/scripts/$1" status 2>&1); then return; fi
  if ! grep -q 'pid [0-9]' <<<"$state"; then
    local stop="$1 down --clean"
    if [ -e "${PODFLOW_LOCAL_DIR:-$root/local}/$2" ]; then stop="$1 down"; fi
    started=("$stop" "${started[@]}")
  fi
  run "$root/scripts/$1" up || fail "scripts/$1 up failed"
}

# Starts what is needed and sets $broker and $cluster, which are where it runs.
start_all() {
  start kafka kafka/data
  broker="127.0.0.1:$(port_of kafka broker)"
  start cluster flink/conf
  cluster="127.0.0.1:$(port_of cluster job-manager)"
}

port_of() { # script, process
  "$root/scripts/$1" status | sed -n "s/^$2 .* port \\([0-9]*\\).*/\\1/p"
}

stop_all() {
  local what
  for what in "${started[@]}"; do
    # shellcheck disable=SC2086  # a script and its arguments
    "$root/scripts/"$what >/dev/null || true
  done
}

rest() { # path, options of curl...
  curl --silent --fail --noproxy '*' --max-time 10 "${@:2}" "http://$cluster/$1"
}

field() { # name, from JSON on standard input
  sed -n "s/.*\"$1\":\"\\([^\"]*\\)\".*/\\1/p"
}

# Submits a job and sets $job.
submit() { # arguments of podflow live...
  apart podflow live "$@" --cluster "$cluster" >"$scratch/submitted"
  submitting=$!
  submitted || { tail -n 20 "$scratch/log" >&2; fail "the job was not taken"; }
}

# The job of a submission may run before its id is known here, so the end of it is waited for.
submitted() {
  [ -n "$submitting" ] || return 0
  wait "$submitting" || true
  submitting=
  job=$(sed -n 's/^job \([0-9a-f]*\) .*/\1/p' "$scratch/submitted")
  [ -n "$job" ]
}

state_of_job() { rest "jobs/$job" | sed 's/"vertices".*//' | field state; }

# Cancels the job, if there is one, and waits until it is gone.
cancel() {
  local _
  submitted || true
  [ -n "$job" ] || return 0
  rest "jobs/$job" -X PATCH >/dev/null || return 0
  for _ in {1..75}; do
    case "$(state_of_job || true)" in CANCELED | FAILED | FINISHED | "") break ;; esac
    sleep 0.2
  done
  job=
}

# Stops the job with a canonical savepoint and prints where that is.
savepoint() {
  "$root/scripts/savepoint" "$job" "$cluster" || fail "no savepoint of job $job"
}

# Compares the rows of a query over two run.db, numbers with all their bits, and says so; fails when they
# differ.
same() { # label, query, file, its name, file, its name
  local verdict=equal
  sqlite3 -quote "$3" "$2" | sort >"$scratch/a"
  sqlite3 -quote "$5" "$2" | sort >"$scratch/b"
  cmp -s "$scratch/a" "$scratch/b" || verdict=DIFFERENT
  printf '  %-12s %8s rows (%s), %8s rows (%s): %s\n' "$1" "$(wc -l <"$scratch/a")" "$4" "$(wc -l <"$scratch/b")" "$6" "$verdict"
  [ $verdict = equal ]
}

# Leaves nothing behind however the script ends: the script has $exchange, a pid or nothing.
clean_up() {
  local code=$?
  set +e # the terminal may be gone, and with it whoever reads what is printed here
  trap - EXIT
  trap '' INT TERM HUP PIPE
  end "$helper"
  cancel
  end "$exchange"
  end_all
  stop_all
  rm -rf "$scratch"
  exit "$code"
}

end_well() {
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  trap 'exit 141' PIPE
}
