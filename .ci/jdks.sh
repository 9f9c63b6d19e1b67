# The JDKs of this machine: those in /usr/lib/jvm, and those of the variables JAVA_HOME and, on GitHub, JAVA_HOME_25_X64
# and so on. To be sourced.

# Lines of "<feature version> <folder>", oldest first.
list_jdks() {
  local home version variable homes=(/usr/lib/jvm/*)
  for variable in "${!JAVA_HOME@}"; do homes=("${!variable:-/nowhere}" "${homes[@]}"); done
  for home in "${homes[@]}"; do
    [[ -x $home/bin/javac && -r $home/release ]] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    echo "$version $home"
  done | sort -n
}

# The oldest supported JDK.
jdk_17() { list_jdks | awk '$1 == 17 { print $2; exit }'; }

# The newest JDK, if it is newer than 17.
newest_jdk() { list_jdks | awk '$1 > 17 { home = $2 } END { print home }'; }
