#!/bin/sh
# probe: environment
# title: Environment of the processes that were found
# why: options of runtimes, the time zone and proxies often stand only here; names alone show what must be configured
# reads: /proc/PID/environ; the names of all variables, values only of a fixed list that configures runtimes
# without-root: processes of other accounts
# phase: 2
#: command variables privileged limit=10 max=512k
# Line ends inside of values become \001 before the zero bytes become line ends: each variable is one line, and the rest
# of a value never passes for a name.
for p in "$@"; do
  case $p in *[!0-9]* | '') continue ;; esac
  [ -e "/proc/$p/environ" ] || continue
  if ! [ -r "/proc/$p/environ" ] || ! true <"/proc/$p/environ"; then
    printf 'denied %s\n' "$p"
    continue
  fi 2>/dev/null
  printf 'pid %s\n' "$p"
  tr '\n\000' '\001\n' <"/proc/$p/environ" 2>/dev/null | while IFS= read -r line; do
    name=${line%%=*}
    case $name in
      *[!A-Za-z0-9_.-]* | "$line" | '') continue ;;
      *PASS* | *PWD* | *SECRET* | *TOKEN* | *CREDENTIAL* | *[Pp]ass* | *[Ss]ecret* | *[Tt]oken*) ;;
      JAVA_HOME | JRE_HOME | JAVA_OPTS | JAVA_OPTIONS | JAVA_TOOL_OPTIONS | _JAVA_OPTIONS | JDK_JAVA_OPTIONS | \
        JVM_OPTS | CATALINA_OPTS | CATALINA_PID | CATALINA_OUT | OPENJ9_JAVA_OPTIONS | IBM_JAVA_OPTIONS | *_HOME | \
        *_BASE | HOME | PATH | LANG | LANGUAGE | LC_* | TZ | LD_LIBRARY_PATH | LD_PRELOAD | MALLOC_ARENA_MAX | \
        SPRING_PROFILES_ACTIVE | SPRING_CONFIG_LOCATION | NODE_ENV | NODE_OPTIONS | NODE_PATH | PYTHONPATH | \
        PYTHONHOME | VIRTUAL_ENV | DJANGO_SETTINGS_MODULE | FLASK_APP | RAILS_ENV | RACK_ENV | APP_ENV | \
        ASPNETCORE_URLS | ASPNETCORE_ENVIRONMENT | DOTNET_ENVIRONMENT | DOTNET_ROOT | GOMAXPROCS | GOMEMLIMIT | GOGC | \
        GODEBUG | NO_PROXY | no_proxy | PORT | DISPLAY)
        printf '%s\n' "$line"
        continue
        ;;
      HTTP_PROXY | HTTPS_PROXY | http_proxy | https_proxy)
        value=${line#*=}
        case $value in
          *@*) value="${value%%://*}://[REDACTED]@${value##*@}" ;;
        esac
        printf '%s=%s\n' "$name" "$value"
        continue
        ;;
    esac
    printf '%s\n' "$name"
  done
done
