#!/bin/sh
# Asks for each secret of redis-server and puts them into the namespace. Nothing is shown or given as an argument that others could
# see; until it ends, the values lie in a folder that only you can read.
set -eu
umask 077
namespace=${1:-platform-team}
work=$(mktemp -d)
trap 'stty echo 2>/dev/null || :; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
ask() {
  printf '%s (%s): ' "$1" "$2" >&2
  stty -echo 2>/dev/null || :
  IFS= read -r value
  stty echo 2>/dev/null || :
  printf '\n' >&2
  printf '%s' "$value" >"$work/$1"
}
ask 'requirepass' 'requirepass, password in /etc/redis/redis.conf'
kubectl create secret generic redis-server-secrets --namespace "$namespace" --from-file="$work" --dry-run=client --output=yaml |
  kubectl apply --namespace "$namespace" --filename=-
