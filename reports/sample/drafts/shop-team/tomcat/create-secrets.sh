#!/bin/sh
# Asks for each secret of tomcat and puts them into the namespace. Nothing is shown or given as an argument that others could
# see; until it ends, the values lie in a folder that only you can read.
set -eu
umask 077
namespace=${1:-shop-team}
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
ask 'PAYMENT_API_KEY' 'PAYMENT_API_KEY, key in /etc/systemd/system/tomcat.service, environment of java'
ask 'SHOP_SMTP_PASSWORD' 'SHOP_SMTP_PASSWORD, password in /etc/default/tomcat-shop, environment of java'
ask 'certificateKeystorePassword' 'certificateKeystorePassword, password in /opt/tomcat/conf/server.xml'
ask 'db.password' 'db.password, password in /opt/tomcat/bin/setenv.sh, command line of java'
ask 'password' 'password, password in /opt/tomcat/conf/Catalina/localhost/shop.xml, /opt/tomcat/conf/tomcat-users.xml'
ask 'secret' 'secret, key in /opt/tomcat/conf/server.xml'
kubectl create secret generic tomcat-secrets --namespace "$namespace" --from-file="$work" --dry-run=client --output=yaml |
  kubectl apply --namespace "$namespace" --filename=-
