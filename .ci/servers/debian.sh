# Debian packages, installed on the machine or unpacked into a folder. Unpacking leaves the package state of the machine
# unchanged: packages can come from another suite than the machine's, and no maintainer script starts a service. To be
# sourced after common.sh.

install_packages() {
  ((EUID == 0)) || fail "only root can install what is missing here: $*"
  # An unreachable source may be irrelevant for these packages; if not, the next command fails.
  apt-get update || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# Prints the URI of the machine's Debian mirror, which has the other suites, too.
debian_mirror() {
  local mirror
  # shellcheck disable=SC2016 # expanded by apt-get
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' | head -n 1)
  [[ -n $mirror ]] ||
    fail "MySQL 9.7 and MariaDB 10.11 come from Debian, but no Debian mirror is among this machine's package sources"
  echo "$mirror"
}

# unpack_debian FOLDER SUITE PACKAGE...: unpacks the packages and all their dependencies, including the C library.
unpack_debian() {
  local folder=$1 suite=$2 state mirror package
  shift 2
  state=$(mktemp -d "$CACHE/.making.XXXXXX")
  mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
  mirror=$(debian_mirror)
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$state/sources.list"
  # With an empty status file no package counts as installed, so that all dependencies are downloaded.
  : >"$state/status"
  local apt=(
    apt-get -y --no-install-recommends -o Acquire::Retries=3
    -o Dir::Etc::SourceList="$state/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Dir::State::Lists="$state/lists" -o Dir::State::status="$state/status" -o Dir::Cache="$state/cache"
    # The sandbox user cannot read root's home directory, which contains the cache.
    -o APT::Sandbox::User=root
  )
  "${apt[@]}" update
  "${apt[@]}" --download-only install "$@"
  for package in "$state"/cache/archives/*.deb; do
    # In some suites /lib is a link into /usr: existing links are followed, not replaced.
    dpkg-deb --fsys-tarfile "$package" | tar -x --keep-directory-symlink -C "$folder"
  done
  rm -rf "$state"
}
