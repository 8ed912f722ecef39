# guard.sh STATE NAME: sleeps until its standard input ends (the JVM closed it, or died in whatever
# way), then takes the host NAME away: processes, and with them namespaces, mounts and links; cgroups; STATE.
# Everything of a host that was started from outside its pid namespace has STATE as its current folder.
trap '' INT TERM HUP QUIT
cd /
cat > /dev/null
ours() { find /proc/[0-9]*/cwd -maxdepth 0 -lname "$1" 2>/dev/null | cut -d/ -f3; }
for p in $(ours "$1"); do
  # The first process of the pid namespace goes before its parent, which then reaps it.
  for child in $(cat /proc/$p/task/*/children 2>/dev/null); do kill -KILL $child 2>/dev/null; done
done
# A frozen process, as of docker pause, dies of no signal, and its pid namespace would wait for it.
for frozen in $(find /sys/fs/cgroup -path "*/$2/*" -name freezer.state 2>/dev/null); do
  echo THAWED > "$frozen"
done
sleep 0.02
tries=0
while pids=$(ours "$1"); [ -n "$pids" ] && [ $tries -lt 250 ]; do
  [ $tries -gt 5 ] && kill -KILL $pids 2>/dev/null
  sleep 0.02; tries=$((tries + 1))
done
kill -KILL $pids 2>/dev/null
tries=0
while groups=$(find /sys/fs/cgroup -maxdepth 2 -name "$2"); [ -n "$groups" ] && [ $tries -lt 100 ]; do
  find $groups -depth -type d -exec rmdir {} + 2>/dev/null || sleep 0.02
  tries=$((tries + 1))
done
rm -rf --one-file-system "$1"
