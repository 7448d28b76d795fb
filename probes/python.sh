#!/bin/sh
# probe: python
# title: Settings of web applications in Python
# why: sessions, caches, uploads and databases of Django and Flask stand in files beside the program
# reads: of each folder given settings, configuration and the usual main files of Django, Flask, gunicorn, uWSGI and Celery, .env and
#   the list of packages; files given
# without-root: files that only their owner may read
# phase: 2
#: files settings privileged limit=10 max=64k
for c in "$@"; do
  remote "$c" && continue
  if [ -f "$c" ]; then
    case $c in *.py | *.ini | *.toml | *.cfg | *.yml | *.yaml | *.json | *.env) file "$c" ;; esac
  elif [ -d "$c" ] && [ "$c" != / ]; then
    n=0
    for f in "$c/manage.py" "$c/"*settings*.py "$c/"*/settings*.py "$c/"*/settings/*.py "$c/settings/"*.py \
      "$c/"*/*/settings*.py "$c/config.py" "$c/"*/config.py "$c/config/"*.py "$c/"*/conf/*.py "$c/app.py" "$c/main.py" \
      "$c/wsgi.py" "$c/asgi.py" "$c/application.py" "$c/"*/__init__.py "$c/"*/celery.py "$c/celeryconfig.py" "$c/"*gunicorn*.py \
      "$c/"*uwsgi*.ini "$c/.env" "$c/"*.env "$c/requirements.txt" "$c/requirements/"*.txt "$c/pyproject.toml" "$c/Pipfile"; do
      [ -f "$f" ] || continue
      case $f in */site-packages/* | */migrations/* | */tests/* | */node_modules/* | */.git/*) continue ;; esac
      n=$((n + 1))
      [ "$n" -le 80 ] || break
      file "$f"
    done
    if [ ! -r "$c" ] || [ ! -x "$c" ]; then refused "$c"; fi
  fi
done
