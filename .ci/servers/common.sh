# What every server's script stands on: the cache, the work folder, processes. To be sourced.

# Downloads are worth keeping between runs and checkouts (for newer ones, delete the folder); everything else lives in
# the work folder. That one is not inside the checkout: the path of a Unix socket must be shorter than 108 bytes, and
# `mvn clean` would take it away from under running servers.
readonly CACHE=${MIGRATE_CI_CACHE:-$HOME/.cache/migrate-ci}
readonly WORK=${MIGRATE_CI_WORK:-${TMPDIR:-/tmp}/migrate-ci-$(cksum <<<"${BASH_SOURCE[0]%/servers/*}" | cut -d' ' -f1)}
readonly LOGS=$WORK/logs
# The data of the servers. On a disk unless something else is wanted: benchmarks are measured on these servers, too.
readonly DATA=${MIGRATE_CI_DATA:-$WORK}

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "FAILED: $*"
  exit 1
}

show_end_of() {
  say "--- the end of ${1##*/}:"
  tail -n 100 "$1" >&2 || true
}

# cached NAME FUNCTION ARGUMENT...: has $CACHE/NAME made by `FUNCTION FOLDER ARGUMENT...` unless it is there already.
# It is made under another name and then renamed: a killed run never leaves half a download that looks whole.
cached() {
  local place=$CACHE/$1 make=$2 making
  shift 2
  [[ ! -d $place ]] || return 0
  mkdir -p "$CACHE"
  # By the time of the inode's change: unpacking sets that of the folder's content back by years.
  find "$CACHE" -maxdepth 1 -name '.making.*' -cmin +120 -exec rm -rf {} +
  making=$(mktemp -d "$CACHE/.making.XXXXXX")
  chmod 755 "$making"
  "$make" "$making" "$@"
  # Another run may have been faster; its folder is as good as ours.
  mv -T "$making" "$place" 2>/dev/null || rm -rf "$making"
  [[ -d $place ]] || fail "could not make $place"
}

# Process groups of the commands that we wait for.
RUNNING=()

# spawn NAME COMMAND...: runs a command or a function in the background with a log, in a process group of its own, so
# that end_running ends all that it has started.
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
    # A server that is making its first tables does not listen.
    kill -KILL -- "-$group" 2>/dev/null || true
  done
  RUNNING=()
}

# in_parallel FUNCTION...: runs all of them at once, and fails with the log of each that failed. Not to be called in a
# condition: there, Bash would ignore `set -e` in the functions.
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

# Below the range from which the kernel gives out ports, so that no outgoing connection takes it in between.
free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# launch NAME COMMAND...: starts a server in the background, in a session of its own: Ctrl-C is for us alone, and we
# stop the server in order. Its command must name a path below $WORK/NAME, by which is_running knows it again.
launch() {
  local name=$1
  shift
  mkdir -p "$WORK/$name"
  setsid "$@" >"$LOGS/$name.log" 2>&1 </dev/null &
  echo "$!" >"$WORK/$name/pid"
}

# Whether the server's process is alive. After a reboot its number may belong to a stranger: hence the look at the
# command line.
is_running() {
  local pid
  pid=$(cat "$WORK/$1/pid" 2>/dev/null) && grep -qsaF "$WORK/$1/" "/proc/$pid/cmdline"
}

# wait_until NAME CONDITION...: waits until the command succeeds, as long as the server lives. It was started just now,
# so its number is its own; its command line may still be that of the shell that is about to become it.
wait_until() {
  local name=$1 tries=0
  shift
  until "$@" >/dev/null 2>&1; do
    kill -0 "$(cat "$WORK/$name/pid")" 2>/dev/null || { show_end_of "$LOGS/$name.log"; fail "$name has died"; }
    ((++tries <= 600)) || { show_end_of "$LOGS/$name.log"; fail "$name is not ready after two minutes"; }
    sleep 0.2
  done
}

# end NAME: ends a server's process in order, and by force if that takes more than half a minute.
end() {
  local name=$1 tries=0
  is_running "$name" || return 0
  kill "$(cat "$WORK/$name/pid")"
  while is_running "$name" && ((++tries <= 150)); do sleep 0.2; done
  ! is_running "$name" || kill -KILL "$(cat "$WORK/$name/pid")"
}
