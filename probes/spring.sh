#!/bin/sh
# probe: spring
# title: Configuration and schedules of Java applications
# why: they say where sessions, logs, files and databases are, which ports open, and which jobs run inside the program
# reads: application and bootstrap files in the given directories and their config folders, given files; in the given archives
#   the files that configure the application, and its own classes, of which only annotations of schedules and sessions are kept
# without-root: archives and directories that only their owner may read
# phase: 2
#: files configuration privileged limit=10 max=128k
# Arguments are directories and files.
for d in "$@"; do
  remote "$d" && continue
  case $d in
    *.properties | *.yml | *.yaml | *.xml)
      file "$d"
      continue
      ;;
  esac
  [ -d "$d" ] || continue
  d=${d%/}
  refused "$d"
  n=0
  for f in "$d"/application*.properties "$d"/application*.y*ml "$d"/bootstrap*.properties "$d"/bootstrap*.y*ml \
    "$d"/quartz*.properties "$d"/config/*.properties "$d"/config/*.y*ml "$d"/config/*/application*.properties \
    "$d"/config/*/application*.y*ml "$d"/BOOT-INF/classes/*.properties "$d"/BOOT-INF/classes/*.y*ml; do
    [ -f "$f" ] || continue
    case $f in */messages*.properties) continue ;; esac
    n=$((n + 1))
    [ "$n" -le 60 ] || break
    file "$f"
  done
  [ ! -d "$d/config" ] || refused "$d/config"
done
#: files inside privileged limit=40 max=128k
# The table of contents of an archive says where each entry lies. What configures is unpacked by gzip, which needs no more than
# a header before it and the length after it. Classes are sent as they lie there, those of a neighbourhood in one piece.
if have base64; then enc=base64; else enc=hex; fi
encoded() {
  case $enc in
    base64) base64 ;;
    *) od -An -v -tx1 ;;
  esac
}
bytes() { tail -c "+$(($2 + 1))" "$1" | head -c "$3"; }
# entry ARCHIVE OFFSET PACKED METHOD SUM LENGTH: what is inside; the data follow a header of 30 bytes, a name and an extra field
entry() {
  e=$(bytes "$1" $(($2 + 26)) 4 | od -An -v -tu1 | {
    read -r x y a b _
    echo $(($2 + 30 + x + 256 * y + a + 256 * b))
  })
  case $4 in
    0) bytes "$1" "$e" "$3" ;;
    *)
      {
        printf '\037\213\010\000\000\000\000\000\000\003'
        bytes "$1" "$e" "$3"
        printf '%b' "$5$6"
      } | gzip -dc
      ;;
  esac
}
contents() {
  tail -c "$1" "$2" | od -An -v -tu1 | awk -v size="$3" -v length_of="$1" -v start="$4" '
    function u2(p) { return h[p] + 256 * h[p + 1] }
    function u4(p) { return u2(p) + 65536 * u2(p + 2) }
    function raw(p) { return sprintf("\\0%03o\\0%03o\\0%03o\\0%03o", h[p], h[p + 1], h[p + 2], h[p + 3]) }
    function done_with() { if (to > 0) print "class", from, to - from; to = 0 }
    function chosen() {
      own = name ~ /^(BOOT|WEB)-INF\// ? 1 : 0
      if (name ~ /\.class$/) {
        if (name ~ /\$[0-9]+\.class$/ || name ~ /(package|module)-info\.class$/) return
        if (!own && name ~ /^(META-INF|org\/(springframework|apache|hibernate|slf4j|eclipse|jboss|quartz|aspectj|bouncycastle|yaml|joda|codehaus|w3c|xml|postgresql|mariadb|h2|glassfish|objectweb|reactivestreams|jetbrains|xnio|wildfly|thymeleaf|checkerframework|mozilla|redisson|conscrypt)|com\/(sun|google|fasterxml|mysql|zaxxer|mongodb|rabbitmq|netflix|alibaba|microsoft|amazonaws|github|oracle|ibm|squareup|lmax|typesafe|codahale|h2database)|io\/(netty|micrometer|lettuce|undertow|vertx|grpc|opentelemetry|swagger|jsonwebtoken|smallrye|quarkus|micronaut|reactivex|projectreactor|github)|java|javax|jakarta|kotlin|kotlinx|scala|groovy|groovyjarjarasm|ch\/qos|reactor|redis|net\/(bytebuddy|sf|minidev|logstash)|oshi|okhttp3|okio|antlr|freemarker|liquibase|oracle|sun|jdk|feign|lombok|dev\/cel|software\/amazon)\//) return
        if (at > to + 2048 || at < from) { done_with(); from = at }
        if (at + need > to) to = at + need
      } else if (usize > 0 && usize <= 131072 && kept < 80 && (method == 0 || method == 8)) {
        if (name !~ /^((BOOT|WEB)-INF\/classes\/)?(config\/|spring\/|META-INF\/spring\/)?[^\/]+\.(properties|ya?ml|xml)$/ && name !~ /^WEB-INF\/[^\/]+\.xml$/ && name !~ /^((BOOT|WEB)-INF\/classes\/)?META-INF\/(persistence|ejb-jar|context|jboss-web|jobs|spring-context)[^\/]*\.xml$/) return
        if (name ~ /(^|\/)(messages[^\/]*|LocalStrings[^\/]*|ValidationMessages[^\/]*|.*_[a-z][a-z](_[A-Z][A-Z])?|git|build-info|pom)\.(properties|xml)$/) return
        kept++
        print "config", at, csize, method, raw(16), raw(24), name
      }
    }
    BEGIN { p = 0; from = 0; to = 0; kept = 0; bad = 0 }
    bad == 0 {
      for (i = 1; i <= NF; i++) {
        if (p < 46) {
          h[p++] = $i
          if (p == 4 && !(h[0] == 80 && h[1] == 75 && h[2] == 1 && h[3] == 2)) { bad = 1; break }
          if (p == 46) {
            n = u2(28); skip = u2(30) + u2(32); name = ""; method = u2(10); csize = u4(20); usize = u4(24)
            at = size - length_of - start + u4(42)
            need = 30 + n + u2(30) + csize + 64
          }
        } else if (n > 0) {
          name = name sprintf("%c", $i + 0); n--
        } else skip--
        if (p == 46 && n == 0 && skip == 0) {
          if (name !~ /[\001-\037\177]/) chosen()
          p = 0
        }
      }
    }
    END { done_with() }
  '
}
# The archives that are given, and those that a server runs without unpacking them.
for d in "$@"; do
  printf '%s\n' "$d"
  remote "$d" && continue
  for f in "$d/webapps/"*.war "$d/deployments/"*.[we]ar "$d/standalone/deployments/"*.[we]ar; do
    if [ -f "$f" ] && ! [ -d "${f%.war}" ]; then printf '%s\n' "$f"; fi
  done
done | while IFS= read -r f; do
  case $f in [!/]*) continue ;; *.[jw]ar | *.ear) ;; *) continue ;; esac
  # libraries of a class path
  case ${f##*/} in
    spring-aop-* | spring-beans-* | spring-boot-* | spring-context-* | spring-core-* | spring-data-* | spring-expression-* | \
      spring-jcl-* | spring-jdbc-* | spring-orm-* | spring-security-* | spring-session-* | spring-tx-* | spring-web-* | \
      spring-webmvc-* | commons-lang* | commons-io-* | commons-codec-* | commons-collections* | commons-logging-* | \
      log4j-* | slf4j-* | logback-c* | jackson-* | hibernate-* | netty-* | tomcat-embed-* | jakarta.* | javax.* | guava-* | \
      httpc[lo]* | aspectj* | mysql-connector-* | mariadb-java-* | postgresql-[0-9]* | ojdbc* | lucene-* | bcp* | poi-*) continue ;;
  esac
  [ -f "$f" ] || continue
  if remote "$f" || ! [ -r "$f" ]; then
    file "$f"
    continue
  fi
  if ! have od || ! have awk || ! have gzip; then
    begin spring inside command "$f"
    end missing 0 0
    continue
  fi
  # shellcheck disable=SC2012 # wc would read the whole archive where it is of BusyBox; the name is not taken from ls
  size=$(ls -lnL "$f" | { read -r _ _ _ _ s _ && echo "$s"; })
  # the last 22 bytes: signature, twice two numbers of parts, twice the number of entries, length of the table, its start
  t=$(tail -c 22 "$f" | od -An -v -tu1 | tr '\n' ' ' | {
    read -r p k x y _ _ _ _ _ _ _ _ a b c d e g h i _
    case "$p $k $x $y" in
      '80 75 5 6') echo "$((a + 256 * (b + 256 * (c + 256 * d)))) $((e + 256 * (g + 256 * (h + 256 * i))))" ;;
    esac
  })
  start=${t#* } t=${t% *}
  if [ -z "$t" ] || [ "$t" -gt 1048576 ]; then
    begin spring inside command "$f"
    printf 'unreadable\n'
    end 0 0 0
    continue
  fi
  list=$(contents "$((t + 22))" "$f" "$size" "$start" 2>/dev/null)
  printf '%s\n' "$list" | while read -r kind at packed method sum length name; do
    [ "$kind" = config ] || continue
    begin spring inside file "$f!/$name"
    entry "$f" "$at" "$packed" "$method" "$sum" "$length" 2>/dev/null | cap 131072
    end 0 0 131072
  done
  begin spring inside command "$f"
  {
    printf 'encoded %s\n' "$enc"
    left=2097152
    printf '%s\n' "$list" | while read -r kind at length _; do
      [ "$kind" = class ] || continue
      if [ "$length" -gt "$left" ]; then
        printf 'more %s\n' "$length"
        continue
      fi
      left=$((left - length))
      printf 'range %s\n' "$at"
      bytes "$f" "$at" "$length" | encoded
    done
  } 2>/dev/null | cap 4194304
  end 0 0 4194304
done
#: files classes privileged limit=20 max=128k
# Classes that lie in directories: those of them that mention a schedule or a session store.
if have base64; then enc=base64; else enc=hex; fi
for d in "$@"; do
  case $d in *"$NL"* | [!/]*) continue ;; esac
  remote "$d" && continue
  for c in "$d/WEB-INF/classes" "$d/BOOT-INF/classes" "$d/classes" "$d/"*/WEB-INF/classes "$d/webapps/"*/WEB-INF/classes \
    "$d/deployments/"*/WEB-INF/classes; do
    [ -d "$c" ] || continue
    begin spring classes command "$c"
    {
      printf 'encoded %s\n' "$enc"
      find "$c" -xdev -type f -name '*.class' -exec grep -l -e 'annotation/Schedul' -e 'javax/ejb/Schedule' \
        -e 'jakarta/ejb/Schedule' -e 'quartz/CronScheduleBuilder' -e 'scheduling/support/CronTrigger' \
        -e 'quarkus/scheduler' -e '/Enable[A-Za-z]*HttpSession;' -e 'xxl/job' {} + | head -n 200 | while IFS= read -r f; do
        printf 'class %s\n' "$f"
        case $enc in
          base64) head -c 65536 "$f" | base64 ;;
          *) head -c 65536 "$f" | od -An -v -tx1 ;;
        esac
      done
    } 2>/dev/null | cap 1048576
    end 0 0 1048576
  done
done
