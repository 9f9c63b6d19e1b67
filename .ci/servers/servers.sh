# All servers that the tests run on. To be sourced; then `start_servers` and `stop_servers`.

SERVERS=$(cd "${BASH_SOURCE[0]%/*}" && pwd)
readonly SERVERS
# shellcheck source=common.sh
. "$SERVERS/common.sh"
# shellcheck source=debian.sh
. "$SERVERS/debian.sh"
# shellcheck source=by-hand.sh
. "$SERVERS/by-hand.sh"
# shellcheck source=docker.sh
. "$SERVERS/docker.sh"

readonly BY_HAND=(mysql-5.7.22 mysql-8.0.15 mysql-8.0.33 mariadb-10.11)
readonly TO_BE_KILLED=("${BY_HAND[@]}" mysql-9.7)

# Starts the servers with new data folders and writes the variables for the tests to $WORK/environment.
start_servers() {
  # Servers of an earlier run that was killed.
  stop_servers
  mkdir -p "$LOGS" "$CACHE"
  [[ $(uname -m) == x86_64 ]] || fail "the MySQL servers are available for x86_64 only, this is $(uname -m)"
  in_parallel install_docker
  in_parallel fetch_from_maven fetch_from_debian
  in_parallel start_mysql_5_7 start_mysql_8_0_15 start_mysql_8_0_33 start_mariadb_10_11 start_docker
  write_environment >"$WORK/environment"
}

# One after the other: two Maven processes must not fill one local repository.
fetch_from_maven() {
  fetch_mysql_5_7
  fetch_mysql_8_0_15
  fetch_mysql_8_0_33
}

# Only apt can tell which of the machine's sources is Debian, and only after an update.
fetch_from_debian() {
  [[ -d $CACHE/mysql-9.7 && -d $CACHE/mariadb-10.11 ]] || (debian_mirror) || apt-get update || true
  fetch_mariadb_10_11
  fetch_mysql_9_7
}

# MariaDB 11.4 is `embedded` and started by the tests.
write_environment() {
  local server urls=()
  for server in "${BY_HAND[@]}"; do
    urls+=("$(cat "$WORK/$server/url")")
  done
  printf "export MIGRATE_TEST_SERVERS='%s'\n" "${urls[*]} jdbc:tc:$MYSQL_IMAGE embedded"
  printf "export MIGRATE_CRASH_SERVERS='%s'\n" "$(write_crash_scripts) embedded"
  printf "export DOCKER_HOST='%s'\n" "$ENGINE"
  # Without these two, Testcontainers would pull further images.
  printf 'export TESTCONTAINERS_HOST_OVERRIDE=localhost\n'
  printf 'export TESTCONTAINERS_RYUK_DISABLED=true\n'
}

# Writes the scripts by which the crash harness starts servers, given a data folder and a port, and prints their names.
write_crash_scripts() {
  local server script scripts=()
  mkdir -p "$WORK/crash"
  for server in "${TO_BE_KILLED[@]}"; do
    script=$WORK/crash/$server
    printf '#!/bin/sh\nMIGRATE_CI_CACHE=%q MIGRATE_CI_WORK=%q exec %q %q "$@"\n' \
      "$CACHE" "$WORK" "$SERVERS/crash" "$server" >"$script"
    chmod +x "$script"
    scripts+=("$script")
  done
  echo "${scripts[*]}"
}

stop_servers() {
  local server
  for server in "${BY_HAND[@]}"; do
    end "$server"
    rm -rf "${WORK:?}/$server" "${STORAGE:?}/$server"
  done
  stop_docker
  rmdir "$STORAGE" 2>/dev/null || true
  rm -rf "$WORK/crash"
  rm -f "$WORK/environment"
}
