#!/bin/sh
# probe: tomcat
# title: Configuration and applications of Tomcat
# why: it says where sessions, files and databases of each application are, who is let in, and what else runs inside
# reads: conf, bin/setenv.sh and RELEASE-NOTES of each CATALINA_BASE and CATALINA_HOME; META-INF/context.xml, WEB-INF/*.xml and
#   the configuration in WEB-INF/classes of each application; names in webapps and WEB-INF/lib; counts of session files
# without-root: what only Tomcat's account may read; conf is such a folder by default
# phase: 2
#: files configuration privileged limit=10 max=128k
for d in "$@"; do
  remote "$d" && continue
  file "$d/conf/server.xml" "$d/conf/context.xml" "$d/conf/tomcat-users.xml" "$d/conf/catalina.properties" \
    "$d/conf/logging.properties" "$d/conf/"*/*/*.xml "$d/conf/"*/*/*.default "$d/bin/setenv.sh"
  # a thousand types of files make most of web.xml; empty lines stand for them
  if [ -r "$d/conf/web.xml" ]; then
    begin tomcat configuration file "$d/conf/web.xml"
    sed '/<mime-mapping>/,/<\/mime-mapping>/s/.*//' "$d/conf/web.xml" 2>/dev/null | cap 65536
    end 0 0 65536
  fi
done
#: files applications privileged limit=20 max=64k
# Applications lie in webapps, in each Host's appBase, and where a docBase points to.
for d in "$@"; do
  remote "$d" && continue
  printf '%s/webapps/*\n' "$d"
  # one element a line
  cat "$d/conf/server.xml" "$d/conf/"*/*/*.xml 2>/dev/null | tr '\n<' ' \n' |
    sed -n -e 's|^Host .*appBase="\([^"$]*\)".*|\1/*|p' -e 's|^Context .*docBase="\([^"$]*\)".*|\1|p' |
    while IFS= read -r p; do
      case $p in /*) printf '%s\n' "$p" ;; *) printf '%s\n' "$d/$p" "$d/webapps/$p" ;; esac
    done
done | sort -u | while IFS= read -r b; do
  remote "${b%/\*}" && continue
  n=0
  case $b in
    */\*) set -- "${b%/\*}"/* ;;
    *) set -- "$b" ;;
  esac
  for a in "$@"; do
    [ -d "$a/WEB-INF" ] || [ -d "$a/META-INF" ] || continue
    n=$((n + 1))
    [ "$n" -le 300 ] || break
    file "$a/META-INF/context.xml"
    for f in "$a/WEB-INF/"*.xml "$a/WEB-INF/classes/"*.properties "$a/WEB-INF/classes/"*.xml "$a/WEB-INF/classes/"*.y*ml \
      "$a/WEB-INF/classes/config/"*.properties "$a/WEB-INF/classes/META-INF/"*.xml "$a/WEB-INF/classes/spring/"*.xml; do
      [ -f "$f" ] || continue
      case ${f##*/} in *_??.properties | LocalStrings*) continue ;; esac # texts in many languages
      n=$((n + 1))
      [ "$n" -le 300 ] || break
      file "$f"
    done
  done
done
#: command listing privileged limit=10 max=256k
for d in "$@"; do
  remote "$d" && continue
  if [ -d "$d" ] && { [ ! -x "$d" ] || [ ! -r "$d" ]; }; then
    printf 'denied %s\n' "$d"
    continue
  fi
  if [ -e "$d/conf" ]; then printf 'base %s\n' "$d"; fi
  {
    printf '%s\n' "$d/webapps"
    tr '\n<' ' \n' <"$d/conf/server.xml" | sed -n 's|^Host .*appBase="\([^"$]*\)".*|\1|p' |
      while IFS= read -r w; do
        case $w in /*) printf '%s\n' "$w" ;; *) printf '%s\n' "$d/$w" ;; esac
      done
  } | sort -u | while IFS= read -r w; do
    remote "$w" && continue
    [ -d "$w" ] || continue
    printf 'folder %s\n' "$w"
    if [ ! -x "$w" ] || [ ! -r "$w" ]; then printf 'denied %s\n' "$w"; fi
    for a in "$w"/*; do
      case $a in *"$NL"*) continue ;; esac
      if [ -d "$a" ]; then
        printf 'application %s\n' "$a"
        for j in "$a/WEB-INF/lib/"*.jar; do
          if [ -f "$j" ]; then printf 'library %s\n' "${j##*/}"; fi
        done
      elif [ -f "$a" ]; then
        case $a in *.war) printf 'archive %s\n' "$a" ;; esac
      fi
    done
  done
  for j in "$d/lib/"*.jar; do
    if [ -f "$j" ]; then printf 'shared %s\n' "${j##*/}"; fi
  done
done 2>/dev/null
#: command sessions privileged limit=10 max=64k
# What sessions have left on disk: files of the StandardManager, and how many files are in each FileStore.
for d in "$@"; do
  remote "$d" && continue
  for p in "$d/work" "$d/work/"* "$d/work/"*/* "$d/work/"*/*/*; do
    if [ -d "$p" ] && { [ ! -x "$p" ] || [ ! -r "$p" ]; }; then printf 'denied %s\n' "$p"; fi
  done
  for f in "$d/work/"*/*/*/SESSIONS.ser; do
    [ -f "$f" ] || continue
    case $f in *"$NL"*) continue ;; esac
    # shellcheck disable=SC2012 # the size alone is taken from the line
    printf 'file %s %s\n' "$(ls -ln "$f" | { read -r _ _ _ _ s _ && echo "$s"; })" "$f"
  done
  {
    echo .
    cat "$d/conf/server.xml" "$d/conf/context.xml" "$d/conf/"*/*/*.xml "$d/webapps/"*/META-INF/context.xml |
      tr '\n<' ' \n' | sed -n 's|^Store .*directory="\([^"$]*\)".*|\1|p'
  } | sort -u | while IFS= read -r s; do
    case $s in
      /*) set -- "$s" ;;
      .) set -- "$d/work/"*/*/* ;;
      *) set -- "$d/work/"*/*/*/"$s" ;;
    esac
    for p in "$@"; do
      remote "$p" && continue
      [ -d "$p" ] || continue
      if [ ! -x "$p" ] || [ ! -r "$p" ]; then
        printf 'denied %s\n' "$p"
        continue
      fi
      # shellcheck disable=SC2010 # names are counted, not used
      n=$(ls "$p" | grep -c '\.session$')
      case $n:$p in "0:$d/work/"*) ;; *) printf 'store %s %s\n' "$n" "$p" ;; esac
    done
  done
done 2>/dev/null
#: command version privileged
for d in "$@"; do
  remote "$d" && continue
  if [ -f "$d/RELEASE-NOTES" ] || [ -f "$d/lib/catalina.jar" ]; then printf 'home %s\n' "$d"; fi
  sed -n '/Apache Tomcat Version/p' "$d/RELEASE-NOTES"
  # a package links the jar to one with the version in its name
  if [ -h "$d/lib/catalina.jar" ]; then printf 'link %s\n' "$(readlink "$d/lib/catalina.jar")"; fi
  if have unzip && [ -f "$d/lib/catalina.jar" ]; then
    unzip -p "$d/lib/catalina.jar" org/apache/catalina/util/ServerInfo.properties | grep '^server\.'
  fi
done 2>/dev/null
