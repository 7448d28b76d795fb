#!/bin/sh
# Says whether invoiced works in the cluster: it is rolled out and answers on its first port.
set -eu
namespace=${1:-unowned}
kubectl --namespace "$namespace" rollout status deployment/invoiced --timeout=300s
kubectl --namespace "$namespace" port-forward service/invoiced 18080:81 >/dev/null &
forward=$!
trap 'kill "$forward" 2>/dev/null || :' EXIT
trap 'exit 1' HUP INT TERM
sleep 3
kill -0 "$forward" || { echo "invoiced has no pod that is ready" >&2; exit 1; }
echo "invoiced is up"
