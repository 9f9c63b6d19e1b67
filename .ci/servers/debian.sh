# Debian's packages, two ways: installed into the machine, or unpacked into a folder of their own. The second leaves the
# machine's package state alone, so a suite other than the machine's can be used, and no postinst starts a service.
# To be sourced after common.sh.

install_packages() {
  ((EUID == 0)) || fail "only root can install what is missing here: $*"
  # A source that cannot be reached may have nothing to do with these packages; if it has, the next line fails.
  apt-get update || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# Where the machine gets Debian from: its mirror serves the other suites too.
debian_mirror() {
  local mirror
  # shellcheck disable=SC2016 # apt-get fills these in
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' | head -n 1)
  [[ -n $mirror ]] ||
    fail "MySQL 9.7 and MariaDB 10.11 come from Debian, but no Debian mirror is among this machine's package sources"
  echo "$mirror"
}

# unpack_debian FOLDER SUITE PACKAGE...: the packages and all that they depend on, down to the C library.
unpack_debian() {
  local folder=$1 suite=$2 state mirror package
  shift 2
  state=$(mktemp -d "$CACHE/.making.XXXXXX")
  mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
  mirror=$(debian_mirror)
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$state/sources.list"
  # With an empty status file nothing counts as installed: the dependencies come along.
  : >"$state/status"
  local apt=(
    apt-get -y --no-install-recommends -o Acquire::Retries=3
    -o Dir::Etc::SourceList="$state/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Dir::State::Lists="$state/lists" -o Dir::State::status="$state/status" -o Dir::Cache="$state/cache"
    # The sandbox user may not look into root's home, where the cache is.
    -o APT::Sandbox::User=root
  )
  "${apt[@]}" update
  "${apt[@]}" --download-only install "$@"
  for package in "$state"/cache/archives/*.deb; do
    # Suites differ in whether /lib is a link into /usr: links that are there are followed, not replaced.
    dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink -C "$folder"
  done
  rm -rf "$state"
}
