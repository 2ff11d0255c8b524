# shellcheck shell=bash
# Local processes for scripts/kafka and scripts/cluster: starting, finding and stopping them.
# Sourced, not run. The script that sources it sets
#
#   tool   its own name, for messages
#   root   the project's root
#   home   the folder of its processes; set by `at_home`
#
# A process is known by a file NAME.pid and by its command line, which begins with its folder and
# name: a pid alone may have been given to another program since.

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
usage="up | status | down [--clean]"
started=()
part=

say() { echo "$tool: $1"; }

fail() {
  echo "$tool: $1" >&2
  exit 1
}

# The header of the script is its help.
help() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$1"; }

# Reads the command line into $action, $clean, $secure and $application, the arguments of a job.
read_arguments() { # script, arguments...
  local script=$1
  shift
  action=${1:-}
  clean=
  secure=
  application=()
  case "$tool $*" in
    "kafka up --secure") secure=yes; return ;;
    "cluster up --application "?*) application=("${@:3}"); return ;;
  esac
  case "$*" in
    up | status | down) ;;
    "down --clean") clean=yes ;;
    -h | --help | help) help "$script"; exit 0 ;;
    *) echo "usage: scripts/$tool $usage; more with --help" >&2; exit 2 ;;
  esac
}

# Prints a variable of the environment that must be a whole number.
number() { # variable, default, least, most
  local value=${!1:-$2}
  if ! [[ $value =~ ^[1-9][0-9]{0,6}$ ]] || ((value < $3 || value > $4)); then
    fail "$1 must be a whole number from $3 to $4, and is '$value'"
  fi
  echo "$value"
}

# Sets $home. Real paths, as two names of one folder would look like two sets of processes.
at_home() { # name of the folder
  local folder=${PODFLOW_LOCAL_DIR:-$root/local}
  case $folder in /*) ;; *) folder="$PWD/$folder" ;; esac
  case $folder in
    *[,:\|\'\\]*) fail "PODFLOW_LOCAL_DIR must not contain any of , : | ' \\, and is '$folder'" ;;
  esac
  if [ "$action" = up ]; then mkdir -p "$folder/$1" || fail "cannot make the folder $folder/$1"; fi
  if [ -d "$folder" ]; then folder=$(cd "$folder" && pwd -P); fi
  home="$folder/$1"
}

# One `up` or `down` at a time; the lock goes with this shell, whatever ends it.
lock() {
  if [ ! -d "$home" ] || ! command -v flock >/dev/null; then return; fi
  exec 9>"$home.lock"
  flock -w 180 9 || fail "another scripts/$tool has been at work for 3 minutes; its lock is $home.lock"
}

# Sets $jars, the class path of the jars that a pom names. They are copied by Maven on first use and
# when the pom is newer; with everything in the local repository that needs no network.
resolve_jars() { # folder of the pom
  local pom="$1/pom.xml" folder="$1/target/jars" log="$1/target/jars.log"
  if [ ! -d "$folder" ] || [ "$pom" -nt "$folder" ]; then
    say "copying jars; Maven fetches what is missing, which can take minutes ..."
    part="$1/target/jars.$$"
    mkdir -p "$part"
    if ! "$root/mvnw" --batch-mode --no-transfer-progress -f "$pom" dependency:copy-dependencies \
      -DincludeScope=runtime -DoutputDirectory="$part" </dev/null >"$log" 2>&1 9>&-; then
      tail -n 20 "$log" >&2
      fail "Maven could not copy the jars; the whole log is in $log"
    fi
    rm -rf "$folder"
    mv "$part" "$folder"
    part=
    touch "$folder"
  fi
  jars="$folder/*"
}

command_line() { # pid
  if [ -d /proc/self ]; then
    tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline"
  else
    ps -ww -o args= -p "$1" 2>/dev/null
  fi
}

recorded_pid() { # name
  local pid
  pid=$(cat "$home/$1.pid" 2>/dev/null) && [[ $pid =~ ^[0-9]+$ ]] && echo "$pid"
}

# Prints the pid of a process of ours that runs; fails when there is none.
pid_of() { # name
  local pid
  pid=$(recorded_pid "$1") || return 1
  [[ " $(command_line "$pid" || true) " == *" -Dpodflow.process=$home/$1 "* ]] || return 1
  echo "$pid"
}

is_running() { pid_of "$1" >/dev/null; }

# Opens a port of this machine and says what a command makes of it.
port_is_taken() { timeout 2 bash -c ": 3<>/dev/tcp/127.0.0.1/$1" 2>/dev/null; }

# A process that was just killed loses its command line before its ports, so they get a moment.
need_port() { # port, variable that moves it
  local attempt
  for attempt in {1..15}; do
    if ! port_is_taken "$1"; then return; fi
    if ((attempt < 15)); then sleep 0.2; fi
  done
  fail "port $1 is in use by another program; stop that, or set $2 to a free port"
}

# Replaces the settings of processes, unless some of them run with others.
write_settings() { # file, new content, anything running (yes or nothing)
  local file=$1 content=$2 running=$3
  if [ -n "$running" ] && [ -f "$file" ] && ! diff "$file" <(echo "$content") >"$file.diff"; then
    sed -n 's/^</  runs with:/p; s/^>/  asked for:/p' "$file.diff" >&2
    rm -f "$file.diff"
    fail "it runs already, with other settings; first: scripts/$tool down"
  fi
  rm -f "$file.diff"
  echo "$content" >"$file"
}

# Starts a JVM that outlives this shell, in a session of its own where the system has setsid: whoever
# ends the shell's process group, such as a CI job or a terminal, does not mean it. In its arguments, @PID@ stands for its pid. The pid is
# written before Java starts, so no process is ever without its file.
launch() { # name, arguments of java...
  local name=$1 pid own_session=()
  shift
  if command -v setsid >/dev/null; then own_session=(setsid); fi
  mkdir -p "$home/logs"
  if [ -f "$home/logs/$name.log" ]; then mv -f "$home/logs/$name.log" "$home/logs/$name.log.1"; fi
  (
    exec 9>&-
    umask 077
    trap '' HUP INT QUIT
    trap - EXIT TERM
    echo "$BASHPID" >"$home/$name.pid"
    exec "${own_session[@]}" "$java" -Dpodflow.process="$home/$name" -Dlog.file="$home/logs/$name.log" \
      -Dorg.slf4j.simpleLogger.showDateTime=true \
      -Dorg.slf4j.simpleLogger.dateTimeFormat="yyyy-MM-dd'T'HH:mm:ss.SSSXXX" \
      -XX:+DisplayVMOutputToStderr -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError \
      "${@//@PID@/$BASHPID}" \
      </dev/null >"$home/logs/$name.out" 2>"$home/logs/$name.log"
  ) &
  pid=$!
  disown "$pid"
  started+=("$name")
  until is_running "$name" || ! kill -0 "$pid" 2>/dev/null; do sleep 0.02; done
}

# The part of a log that tells why a process died: its first errors, when it has some, as many lines of
# an orderly end can follow them.
last_words() { # log
  if grep -Eq '\] (ERROR|FATAL) ' "$1"; then
    sed -nE '/\] (ERROR|FATAL) /,$p' "$1" | grep -vE '^\s+at |\] (INFO|WARN) ' | head -n 20
  else
    tail -n 20 "$1"
  fi
}

# Waits until a command succeeds; gives up when one of the processes dies, or after a time.
await() { # seconds, names of processes in one word, command...
  local until=$((SECONDS + $1)) names=$2 name
  shift 2
  until "$@"; do
    for name in $names; do
      if ! is_running "$name"; then
        last_words "$home/logs/$name.log" >&2
        fail "$name died while starting; the whole log is in $home/logs/$name.log"
      fi
    done
    if ((SECONDS >= until)); then
      for name in $names; do tail -qn 5 "$home/logs/$name.log" >&2; done
      fail "${names// /, } did not get ready in time; logs are in $home/logs"
    fi
    sleep 0.2
  done
}

# A zombie holds nothing any more; in a container, nobody may ever reap it.
is_gone() { # pid
  local state
  state=$(ps -o stat= -p "$1" 2>/dev/null) || return 0
  [[ $state == Z* ]]
}

# Ends processes, all at once, and forgets their pids. Ones that do not end in time are killed.
stop() { # names...
  local name pid last attempt until=$((SECONDS + 30))
  for name in "$@"; do
    if pid=$(pid_of "$name"); then kill "$pid" 2>/dev/null || true; fi
  done
  for name in "$@"; do
    last=
    while pid=$(pid_of "$name"); do
      last=$pid
      if ((SECONDS >= until)); then
        say "$name does not end by itself; killing pid $pid"
        kill -KILL "$pid" 2>/dev/null || true
      fi
      sleep 0.1
    done
    # its command line goes first, then its ports, then its pid
    for attempt in {1..20}; do
      if [ -z "$last" ] || is_gone "$last"; then break; fi
      sleep 0.1
    done
    rm -f "$home/$name.pid"
  done
}

# An `up` that fails or is interrupted leaves none of the processes it started.
undo_on_failure() {
  trap undo EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

undo() {
  local code=$?
  trap - EXIT
  trap '' INT TERM HUP
  if ((code != 0)); then
    if [ -n "$part" ]; then rm -rf "$part"; fi
    if ((${#started[@]})); then stop "${started[@]}"; fi
  fi
  exit "$code"
}

# One line of `status`.
line() { # name, pid, port, state
  printf '%-16s pid %-8s port %-6s %s\n' "$1" "$2" "$3" "$4"
}

# What to say of a process that does not run.
why_missing() { # name
  local pid
  if pid=$(recorded_pid "$1"); then echo "not running; pid $pid has died, see $home/logs/$1.log"; else echo "not running"; fi
}
