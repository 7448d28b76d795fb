# Debian 13 with what application teams bring: gunicorn under systemd, programs under supervisord, a Node service, PostgreSQL,
# memcached, cronie with a random minute, a timer of the house, logs to the journal alone.
. /lab/scripts/lib.sh
begin; apt-get remove -y -qq rsyslog >/dev/null; inst gunicorn python3-flask supervisor nodejs postgresql memcached; finish
useradd -r -m -d /srv/billing billing; useradd -r -m -d /srv/notify notify
put /srv/billing/app.py <<'X'
import os
from flask import Flask, session
app = Flask(__name__)
app.secret_key = "Fl4sk-S3cret-Key"
@app.route("/healthz")
def health(): return "ok"
@app.route("/")
def index():
    session["n"] = session.get("n", 0) + 1
    open("/srv/billing/data/last", "w").write(str(session["n"]))
    return "billing %d" % session["n"]
X
mkdir -p /srv/billing/data /var/log/billing; chown -R billing: /srv/billing /var/log/billing
put /etc/billing.env 640 <<'X'
DATABASE_URL=postgresql://billing:B1lling-Pg-Pw@127.0.0.1:5432/billing
GUNICORN_CMD_ARGS=--timeout 60
X
put /etc/systemd/system/billing.service <<'X'
[Unit]
Description=billing
After=network.target postgresql.service
[Service]
User=billing
WorkingDirectory=/srv/billing
EnvironmentFile=/etc/billing.env
ExecStart=/usr/bin/gunicorn --workers 2 --bind 0.0.0.0:8000 --access-logfile /var/log/billing/access.log app:app
Restart=always
[Install]
WantedBy=multi-user.target
X
put /srv/notify/server.js <<'X'
const http = require('http'); const fs = require('fs');
let sent = 0;
http.createServer((q, r) => { sent++; fs.appendFileSync('/srv/notify/spool/sent.log', sent + '\n'); r.end('sent ' + sent); }).listen(3000, '0.0.0.0');
X
put /srv/notify/package.json <<'X'
{"name": "notify", "version": "2.3.1", "dependencies": {"express-session": "1.17.3"}}
X
mkdir -p /srv/notify/spool; chown -R notify: /srv/notify
put /etc/supervisor/conf.d/notify.conf <<'X'
[program:notify]
command=/usr/bin/node --max-old-space-size=256 /srv/notify/server.js --api-key=N0tify-Ap1-Key
directory=/srv/notify
user=notify
autorestart=true
stdout_logfile=/var/log/notify.out.log
redirect_stderr=true

[program:drain]
command=/bin/sh -c "while :; do sleep 30; date > /srv/notify/spool/drained; done"
user=notify
X
put /etc/systemd/system/billing-close.service <<'X'
[Service]
Type=oneshot
User=billing
ExecStart=/bin/sh -c 'date > /srv/billing/data/closed'
X
put /etc/systemd/system/billing-close.timer <<'X'
[Timer]
OnCalendar=Mon..Fri 18:30
Persistent=true
[Install]
WantedBy=timers.target
X
put /etc/cron.d/billing 644 <<'X'
CRON_TZ=Europe/Berlin
0 7 1 * * billing /usr/bin/python3 -c "print('invoice run')" >> /srv/billing/data/invoices.log 2>&1
*/5 * * * * billing curl -fsS http://127.0.0.1:8000/healthz >/dev/null || systemctl restart billing
X
put /etc/systemd/journald.conf.d/house.conf <<'X'
[Journal]
Storage=persistent
SystemMaxUse=50M
X
mkdir -p /var/log/journal
systemctl enable -q billing.service billing-close.timer
