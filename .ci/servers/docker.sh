# A separate Docker engine with an image of MySQL 9.7. The image is built from Debian packages, because a registry is
# not reachable everywhere. Testcontainers starts the containers. To be sourced after common.sh and debian.sh.

readonly MYSQL_IMAGE=mysql:9.7
readonly ENGINE=unix://$WORK/docker/docker.sock

# A separate bridge, because a second engine on docker0 would assign the same addresses.
BRIDGE=mci-$(cksum <<<"$WORK" | cut -d' ' -f1)
readonly BRIDGE

fetch_mysql_9_7() { cached mysql-9.7 unpack_mysql_root; }

install_docker() {
  ! command -v dockerd >/dev/null || ! command -v ip >/dev/null || return 0
  local policy=/usr/sbin/policy-rc.d
  if [[ ! -e $policy ]]; then
    # Keeps the package from starting the system's own engine.
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    # shellcheck disable=SC2064 # the name as it is now
    trap "rm -f $policy" EXIT
  fi
  install_packages docker.io iproute2
}

# unpack_mysql_root FOLDER: creates a root file system with the server, its client and a shell.
unpack_mysql_root() {
  local root=$1 folder
  unpack_debian "$root" sid mysql-server-core mysql-client-core busybox-static
  # Not used here, and each start copies the root file system into the image.
  rm -rf "$root"/usr/share/{doc,man,locale,perl} "$root"/usr/lib/x86_64-linux-gnu/{perl*,gconv}
  mkdir -p "$root"/{etc/mysql/conf.d,proc,sys,dev,run/mysqld,tmp,var/lib/mysql,var/lib/mysql-files}
  chmod 1777 "$root/tmp"
  for folder in bin sbin lib lib64; do
    [[ -e $root/$folder ]] || ln -s "usr/$folder" "$root/$folder"
  done
  [[ -e $root/var/run ]] || ln -s /run "$root/var/run"
  for folder in sh chown cat mkdir sed sleep ls; do
    ln -sf busybox "$root/usr/bin/$folder"
  done
}

start_docker() {
  ((EUID == 0)) || fail "a Docker engine can only be started by root"
  [[ -d /sys/class/net/$BRIDGE ]] || ip link add name "$BRIDGE" type bridge
  ip addr add "$(free_network)" dev "$BRIDGE"
  ip link set "$BRIDGE" up
  # Docker's proxy forwards the ports, and the containers need no outgoing connections: the packet filter of the machine
  # is left unchanged.
  launch docker dockerd --host "$ENGINE" --data-root "$STORAGE/docker/data" --exec-root "$WORK/docker/run" \
    --pidfile "$WORK/docker/dockerd.pid" --bridge "$BRIDGE" --iptables=false --ip-forward=false --ip-masq=false
  wait_until docker docker --host "$ENGINE" version
  import_mysql_image
}

free_network() {
  local third used
  used=$(ip -4 addr show)
  for third in {10..250}; do
    [[ $used == *"inet 10.197.$third."* ]] || break
  done
  echo "10.197.$third.1/24"
}

import_mysql_image() {
  tar -c --owner=0 --group=0 -C "$CACHE/mysql-9.7" . -C "$SERVERS/image" entrypoint etc/{group,my.cnf,passwd} |
    docker --host "$ENGINE" import \
      --change 'ENV PATH=/usr/sbin:/usr/bin' --change 'ENTRYPOINT ["/entrypoint"]' --change 'CMD ["mysqld"]' \
      --change 'EXPOSE 3306' --change 'VOLUME /var/lib/mysql' - "$MYSQL_IMAGE"
}

stop_docker() {
  end docker
  end_containers
  unmount_below "$WORK/docker"
  unmount_below "$STORAGE/docker"
  rm -rf "$WORK/docker" "${STORAGE:?}/docker"
  [[ ! -d /sys/class/net/$BRIDGE ]] || ip link delete "$BRIDGE"
}

# A killed engine leaves its containers running, each with a supervisor whose command line contains the work folder.
end_containers() {
  local file process
  for file in "$WORK"/docker/run/containerd/daemon/io.containerd.runtime.v2.task/moby/*/init.pid; do
    [[ ! -f $file ]] || kill -KILL "$(cat "$file")" 2>/dev/null || true
  done
  for process in /proc/[0-9]*; do
    ! grep -qsaF "$WORK/docker/run/containerd" "$process/cmdline" || kill -KILL "${process#/proc/}" 2>/dev/null || true
  done
}

# unmount_below FOLDER: a killed engine leaves file systems mounted. Unmounts in reverse order, innermost first.
unmount_below() {
  local mount
  cut -d' ' -f2 /proc/mounts | grep -F "$1/" | tac | while read -r mount; do umount -l "$mount"; done || true
}
