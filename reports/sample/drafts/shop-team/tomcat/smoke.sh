#!/bin/sh
# Says whether tomcat works in the cluster: it is rolled out and answers on its first port.
set -eu
namespace=${1:-shop-team}
kubectl --namespace "$namespace" rollout status statefulset/tomcat --timeout=300s
kubectl --namespace "$namespace" port-forward service/tomcat 18080:8080 >/dev/null &
forward=$!
trap 'kill "$forward" 2>/dev/null || :' EXIT
trap 'exit 1' HUP INT TERM
tries=0
until curl --fail --silent --show-error --max-time 5 --output /dev/null 'http://127.0.0.1:18080/shop/'; do
  tries=$((tries + 1))
  [ "$tries" -lt 10 ] || { echo "tomcat does not answer" >&2; exit 1; }
  sleep 2
done
echo "tomcat is up"
