#!/bin/sh
# Says whether x works in the cluster: it is rolled out and answers on its first port.
set -eu
namespace=${1:-evil}
kubectl --namespace "$namespace" rollout status deployment/x --timeout=300s
kubectl --namespace "$namespace" port-forward service/x 18080:8080 >/dev/null &
forward=$!
trap 'kill "$forward" 2>/dev/null || :' EXIT
trap 'exit 1' HUP INT TERM
sleep 3
kill -0 "$forward" || { echo "x has no pod that is ready" >&2; exit 1; }
echo "x is up"
