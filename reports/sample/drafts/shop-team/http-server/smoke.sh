#!/bin/sh
# Says whether http-server works in the cluster: it is rolled out and answers on its first port.
set -eu
namespace=${1:-shop-team}
kubectl --namespace "$namespace" rollout status deployment/http-server --timeout=300s
kubectl --namespace "$namespace" port-forward service/http-server 18080:8090 >/dev/null &
forward=$!
trap 'kill "$forward" 2>/dev/null || :' EXIT
trap 'exit 1' HUP INT TERM
sleep 3
kill -0 "$forward" || { echo "http-server has no pod that is ready" >&2; exit 1; }
echo "http-server is up"
