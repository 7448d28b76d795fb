# An old portal: Debian 11 with sysvinit, Apache with PHP in front, PHP-FPM, MariaDB on the same machine, an init script of the house,
# a loop in inittab, sessions in files, uploads below the document root, and the system log of inetutils.
. /lab/scripts/lib.sh
begin; inst apache2 php-fpm php-cli mariadb-server inetutils-syslogd at; finish
a2enmod -q proxy_fcgi setenvif proxy proxy_http rewrite >/dev/null; a2enconf -q php7.4-fpm >/dev/null
put /etc/apache2/sites-available/portal.conf <<'X'
<VirtualHost *:80>
    ServerName portal.lab.internal
    ServerAlias www.portal.lab.internal
    DocumentRoot /srv/portal/htdocs
    ErrorLog /var/log/apache2/portal-error.log
    CustomLog /var/log/apache2/portal-access.log combined
    <Directory /srv/portal/htdocs>
        AllowOverride All
        Require all granted
    </Directory>
    ProxyPass /reports http://10.200.0.13:8080/reports
    SetEnv PORTAL_API_TOKEN p0rtal-T0ken-77
</VirtualHost>
X
a2dissite -q 000-default >/dev/null; a2ensite -q portal >/dev/null
mkdir -p /srv/portal/htdocs/uploads /srv/portal/sessions /srv/portal/bin
put /srv/portal/htdocs/index.php <<'X'
<?php session_start(); $_SESSION['n'] = ($_SESSION['n'] ?? 0) + 1; file_put_contents('/srv/portal/htdocs/uploads/last.txt', session_id()); echo "portal ", $_SESSION['n'];
X
put /srv/portal/htdocs/config.inc.php <<'X'
<?php
$db_host = 'localhost';
$db_user = 'portal';
$db_password = 'Port4l-Db-Pw';
X
chown -R www-data: /srv/portal/htdocs/uploads /srv/portal/sessions
cat >> /etc/php/7.4/fpm/pool.d/www.conf <<'X'
php_admin_value[session.save_path] = /srv/portal/sessions
php_admin_value[session.name] = PORTALSID
php_admin_value[error_log] = /var/log/portal/php-error.log
php_admin_flag[log_errors] = on
X
mkdir -p /var/log/portal; chown www-data: /var/log/portal
put /srv/portal/bin/worker 755 <<'X'
#!/bin/sh
# queue worker of the portal
while :; do date >> /var/log/portal/worker.log; sleep 20; done
X
put /etc/init.d/portal-worker 755 <<'X'
#!/bin/sh
### BEGIN INIT INFO
# Provides:          portal-worker
# Required-Start:    $remote_fs $syslog
# Required-Stop:     $remote_fs $syslog
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# Short-Description: queue worker of the portal
### END INIT INFO
case $1 in
  start) start-stop-daemon --start --background --make-pidfile --pidfile /run/portal-worker.pid --chuid www-data --exec /srv/portal/bin/worker ;;
  stop) start-stop-daemon --stop --pidfile /run/portal-worker.pid ;;
  *) echo "usage: $0 start|stop"; exit 1 ;;
esac
X
update-rc.d portal-worker defaults
put /srv/portal/bin/beat 755 <<'X'
#!/bin/sh
while :; do echo beat > /srv/portal/beat; sleep 15; done
X
echo 'pb:2345:respawn:/srv/portal/bin/beat --key=B34t-K3y-9' >> /etc/inittab
cat >> /etc/syslog.conf <<'X'
local5.*	@10.0.0.5
local6.*	/var/log/portal-syslog.log
X
put /etc/logrotate.d/portal 644 <<'X'
/var/log/portal/worker.log {
    weekly
    rotate 8
    copytruncate
    missingok
}
X
put /etc/cron.d/portal 644 <<'X'
MAILTO=portal@example.com
*/15 * * * * www-data cd /srv/portal && php -r 'echo date("c");' > /srv/portal/htdocs/uploads/stamp.txt
30 4 * * * root /usr/bin/mysqldump --password=Dump-Pw-4 portal | gzip > /var/backups/portal.sql.gz
X
usercron www-data <<'X'
@hourly find /srv/portal/sessions -name 'sess_*' -mmin +180 -delete
X
sed -i 's/^bind-address.*/bind-address = 127.0.0.1/' /etc/mysql/mariadb.conf.d/50-server.cnf
mkdir -p /run/mysqld; chown mysql: /run/mysqld
