#!/bin/sh
# probe: php
# title: Configuration of PHP, of its process manager, and of the applications that it runs
# why: sessions and uploads that lie on this host are lost with it; pools become deployments
# reads: of files given php.ini and php-fpm.conf with the folders that belong to them; of folders given .env, .user.ini,
#   wp-config.php, composer.json and config/*.php; without arguments the usual places of the distributions; how many session files there are
# without-root: files that only root may read, the folder of sessions
# phase: 2
#: files configuration privileged limit=10 max=128k
settings() { # FOLDER: a folder with php.ini, or with php-fpm.conf, or with one folder for each version and each way to run
  uncommented "$1/php.ini" "$1/conf.d/"*.ini "$1/php.d/"*.ini "$1/php-fpm.conf" "$1/php-fpm.d/"*.conf "$1/pool.d/"*.conf
}
[ $# -gt 0 ] || set -- /etc/php /etc /etc/opt/remi/php* /etc/opt/rh/rh-php* /usr/local/etc /usr/local/php/etc /opt/bitnami/php/etc
for c in "$@"; do
  remote "$c" && continue
  case $c in
    *php-fpm.conf | *php.ini) settings "${c%/*}" ;;
    *.ini | *.conf) uncommented "$c" ;;
    /etc/php)
      for d in /etc/php/*/apache2 /etc/php/*/fpm /etc/php/*/cgi; do
        if [ -d "$d" ]; then settings "$d"; fi
      done
      ;;
    /etc | */etc | /etc/opt/*) settings "$c" ;;
    *)
      if [ -d "$c" ]; then
        # What is served lies in a folder of its own, what configures it beside that.
        case $c in */public | */web | */htdocs) set -- "$c" "${c%/*}" ;; *) set -- "$c" ;; esac
        for d in "$@"; do
          file "$d/.env" "$d/.user.ini" "$d/wp-config.php" "$d/composer.json" "$d/config/"*.php
        done
      fi
      ;;
  esac
done
#: command sessions privileged limit=10 max=16k
# Where sessions may lie: what is configured, and what distributions compile in.
{
  sed -n -e 's/["'\'']//g' -e 's/^[[:space:]]*\(php_[a-z_]*\[\)\{0,1\}session\.save_path\]\{0,1\}[[:space:]]*=[[:space:]]*\([0-9]*;[0-7]*;\{0,1\}\)\{0,1\}\(\/[^[:space:];]*\).*/\3/p' \
    /etc/php.ini /etc/php.d/*.ini /etc/php-fpm.d/*.conf /etc/php/*/*/php.ini /etc/php/*/*/conf.d/*.ini /etc/php/*/fpm/pool.d/*.conf 2>/dev/null
  for c in "$@"; do
    printf '%s\n' "$c/storage/framework/sessions" "${c%/public}/storage/framework/sessions" "$c/var/sessions" "$c/runtime/session"
  done
  echo /var/lib/php/sessions
  echo /var/lib/php/session
  echo /var/lib/php5
} | sort -u | while IFS= read -r d; do
  remote "$d" && continue
  [ -d "$d" ] || continue
  if [ ! -x "$d" ] || [ ! -r "$d" ]; then
    printf 'denied %s\n' "$d"
  else
    # shellcheck disable=SC2010 # names are counted, not used
    printf 'files %s %s\n' "$(ls -f "$d" | grep -c -E '^(sess_.*|[A-Za-z0-9]{26,64})$')" "$d"
  fi
done 2>/dev/null
