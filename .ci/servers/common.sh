# The cache, the work folder and processes. To be sourced.

# The cache keeps downloads for all runs and checkouts; delete it to download newer ones. Everything else is in the work
# folder. It is outside the checkout because the path of a Unix socket must be shorter than 108 bytes, and because
# `mvn clean` must not delete it while servers run.
readonly CACHE=${MIGRATE_CI_CACHE:-$HOME/.cache/migrate-ci}
readonly WORK=${MIGRATE_CI_WORK:-${TMPDIR:-/tmp}/migrate-ci-$(cksum <<<"${BASH_SOURCE[0]%/servers/*}" | cut -d' ' -f1)}
readonly LOGS=$WORK/logs
# The folder of the data of all servers. On disk by default, because benchmarks are measured on these servers, too.
readonly STORAGE=${MIGRATE_CI_DATA:-$WORK}

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "FAILED: $*"
  exit 1
}

show_end_of() {
  say "--- the end of ${1##*/}:"
  tail -n 100 "$1" >&2 || true
}

# cached NAME FUNCTION ARGUMENT...: creates $CACHE/NAME with `FUNCTION FOLDER ARGUMENT...` unless it exists. The folder
# is created under a temporary name and then renamed, so that a killed run never leaves an incomplete one.
cached() {
  local place=$CACHE/$1 make=$2 making
  shift 2
  [[ ! -d $place ]] || return 0
  mkdir -p "$CACHE"
  # By the time of the inode's change: unpacking sets the modification time to a time years ago.
  find "$CACHE" -maxdepth 1 -name '.making.*' -cmin +120 -exec rm -rf {} +
  making=$(mktemp -d "$CACHE/.making.XXXXXX")
  chmod 755 "$making"
  "$make" "$making" "$@"
  # If another run was faster, its folder is used.
  mv -T "$making" "$place" 2>/dev/null || rm -rf "$making"
  [[ -d $place ]] || fail "could not make $place"
}

# Process groups of the commands that run in the background.
RUNNING=()

# spawn NAME COMMAND...: runs a command or a function in the background with a log, in its own process group, so that
# end_running also ends its child processes.
spawn() {
  set -m
  (
    set +m
    "${@:2}"
  ) >"$LOGS/$1.log" 2>&1 </dev/null &
  set +m
  RUNNING+=("$!")
}

end_running() {
  local group tries=0
  for group in "${RUNNING[@]}"; do
    kill -- "-$group" 2>/dev/null || continue
    while kill -0 -- "-$group" 2>/dev/null && ((++tries <= 25)); do sleep 0.2; done
    # A server that is initializing its data folder ignores SIGTERM.
    kill -KILL -- "-$group" 2>/dev/null || true
  done
  RUNNING=()
}

# in_parallel FUNCTION...: runs the functions in parallel; prints the log of each that failed, and fails. Must not be
# called in a condition: there, Bash would ignore `set -e` in the functions.
in_parallel() {
  local task failed=()
  for task in "$@"; do
    spawn "$task" "$task"
  done
  for task in "$@"; do
    wait "${RUNNING[0]}" || failed+=("$task")
    RUNNING=("${RUNNING[@]:1}")
  done
  for task in "${failed[@]}"; do
    show_end_of "$LOGS/$task.log"
  done
  ((${#failed[@]} == 0)) || fail "${failed[*]}"
}

# Below the range of ephemeral ports, so that no outgoing connection takes the port before the server does.
free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# launch NAME COMMAND...: starts a server in the background, in its own session: Ctrl-C must reach only this script,
# which then shuts the server down. The command must contain a path in $WORK/NAME, by which is_running recognizes it.
launch() {
  local name=$1
  shift
  mkdir -p "$WORK/$name"
  setsid "$@" >"$LOGS/$name.log" 2>&1 </dev/null &
  echo "$!" >"$WORK/$name/pid"
}

# is_running NAME: whether the server's process is alive. Checks the command line as well, because after a reboot the
# process id may belong to another process.
is_running() {
  local pid
  pid=$(cat "$WORK/$1/pid" 2>/dev/null) && grep -qsaF "$WORK/$1/" "/proc/$pid/cmdline"
}

# wait_until NAME CONDITION...: waits until the command succeeds, as long as the server is alive. It does not check the
# command line, which is still that of the shell until the shell has executed the server.
wait_until() {
  local name=$1 tries=0
  shift
  until "$@" >/dev/null 2>&1; do
    kill -0 "$(cat "$WORK/$name/pid")" 2>/dev/null || { show_end_of "$LOGS/$name.log"; fail "$name has exited"; }
    ((++tries <= 600)) || { show_end_of "$LOGS/$name.log"; fail "$name is not ready after two minutes"; }
    sleep 0.2
  done
}

# end NAME: shuts a server down, and kills it after half a minute.
end() {
  local name=$1 tries=0
  is_running "$name" || return 0
  kill "$(cat "$WORK/$name/pid")"
  while is_running "$name" && ((++tries <= 150)); do sleep 0.2; done
  ! is_running "$name" || kill -KILL "$(cat "$WORK/$name/pid")"
}
