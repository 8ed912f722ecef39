# isolate.sh STATE LAYER[:LAYER] NAME [userxattr]: the first process of a lab host, in new net, mount, uts and pid
# namespaces; with userxattr in a new user namespace, too, which is mapped from outside.
# Gives it a writable copy of the layers that lives in memory, and goes on as init.
set -e
state=$1 layers=$2 name=$3 own=$4
while [ -n "$own" ] && [ -z "$(cat /proc/self/gid_map)" ]; do sleep 0.02; done
cd "$state"
mkdir -p top root
mount -t tmpfs -o mode=755 top top
mkdir top/upper top/work
mount -t overlay -o "lowerdir=$layers,upperdir=top/upper,workdir=top/work${own:+,$own}" overlay root
cd root
mount -t proc proc proc
# A sysfs of its own shows the devices of its own network namespace.
mount -t sysfs sysfs sys
mount --rbind /sys/fs/cgroup sys/fs/cgroup
mount --rbind /dev dev
for folder in run tmp var/lib/docker; do mount -t tmpfs tmpfs $folder; done
chmod 1777 tmp
mount --bind "$state" lab
# Not chroot: runc's setns(mnt) for `docker exec` would land in the machine's own root.
pivot_root . .
exec /usr/bin/busybox sh -c '
  umount -l .
  cd /
  hostname "$1"
  echo "127.0.1.1 $1" >> /etc/hosts
  echo 0 > /proc/sys/net/ipv4/ip_forward
  touch /lab/ready
  exec env -i PATH=/usr/sbin:/usr/bin HOME=/root docker-init -- sleep 2147483647' sh "$name"
