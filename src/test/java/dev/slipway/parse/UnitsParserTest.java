package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Endpoint;
import dev.slipway.facts.HostFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitsParserTest {

    private static HostFacts read(Evidence evidence) {
        HostFacts facts = new OsParser().read(evidence, HostFacts.unread("host"));
        return new UnitsParser().read(evidence, new ProcessesParser().read(evidence, facts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian-12/units/tomcat-shop-root",
                "debian-12/units/tomcat-shop-user",
                "debian-12/units/infra-root",
                "debian-12/units/spring-batch-root",
                "busybox-1.35/units/root",
                "busybox-1.35/units/user"
            })
    void reads_recorded_hosts(String name) {
        Expected.assertFacts(name, FactLines.units(read(RecordedHost.read(name))));
    }

    @Test
    void reads_init_scripts_with_their_account_variables_limits_and_pid_file() {
        HostFacts facts = read(sysv().command("units", "listing", """
                        ls -lnb
                        -rwxr-xr-x 1 0 0 1000 Jan  4  2016 /etc/init.d/shop
                        -rwxr-xr-x 1 0 0 2000 Jan  4  2016 /etc/init.d/sshd
                        -rwxr-xr-x 1 0 0 3000 Jan  4  2016 /etc/init.d/old
                        -rwxr-xr-x 1 0 0 3000 Jan  4  2016 /etc/init.d/old.rpmsave
                        -rw-r--r-- 1 0 0 4000 Jan  4  2016 /etc/init.d/functions
                        lrwxrwxrwx 1 0 0   14 Jan  4  2016 /etc/rc.d/rc3.d/S80shop -> ../init.d/shop
                        lrwxrwxrwx 1 0 0   14 Jan  4  2016 /etc/rc.d/rc3.d/S55sshd -> ../init.d/sshd
                        lrwxrwxrwx 1 0 0   13 Jan  4  2016 /etc/rc.d/rc3.d/K20old -> ../init.d/old
                        """)
                .command("processes", "table", "4711/status:Name:\tjava\n4711/status:Uid:\t500\t500\t500\t500\n")
                .file("units", "scripts", "/etc/init.d/shop", """
                        #!/bin/bash
                        # chkconfig: 2345 80 20
                        # pidfile: /var/run/shop/shop.pid
                        ### BEGIN INIT INFO
                        # Required-Start: $network mysqld
                        ### END INIT INFO
                        . /etc/rc.d/init.d/functions
                        [ -f /etc/sysconfig/shop ] && . /etc/sysconfig/shop
                        SHOP_USER=shop
                        SHOP_HOME=/opt/shop
                        export JAVA_HOME=/usr/java/jdk1.6.0_45
                        export SHOP_LOG=$SHOP_HOME/logs
                        start() {
                          ulimit -n 65536
                          cd $SHOP_HOME/bin
                          su - $SHOP_USER -c "nohup $SHOP_HOME/bin/run.sh" >> $SHOP_HOME/logs/shop.out 2>&1 &
                        }
                        """)
                .file("units", "scripts", "/etc/init.d/functions", "# not a script\n")
                .file("units", "scripts", "/etc/init.d/old", "#!/bin/sh\n/opt/old/run &\n")
                .command("units", "pids", "4711 /run/shop/shop.pid\n99 /run/sshd.pid\n")
                .evidence());

        assertThat(table(facts)).isEqualTo("""
                units
                  name=/etc/init.d/old  manager=sysv  state=inactive  file=/etc/init.d/old  packaged=false\
                  execStart=[/etc/init.d/old start]  execStop=[/etc/init.d/old stop]  restart=no  killSignal=SIGTERM\
                  mainPid=?(no pid file was found)  evidence=[old:0]
                  name=/etc/init.d/shop  manager=sysv  state=active  file=/etc/init.d/shop  packaged=false\
                  execStart=[/etc/init.d/shop start]  execStop=[/etc/init.d/shop stop]  user=shop\
                  workingDirectory=/opt/shop/bin  environment={JAVA_HOME=/usr/java/jdk1.6.0_45, SHOP_LOG=/opt/shop/logs}\
                  environmentFiles=[/etc/sysconfig/shop]  restart=no  killSignal=SIGTERM  openFileLimit=65536\
                  standardOutput=file:/opt/shop/logs/shop.out  after=[$network, mysqld]  mainPid=4711  evidence=[shop:0]
                  name=/etc/init.d/sshd  manager=sysv  state=enabled  file=/etc/init.d/sshd  packaged=true\
                  execStart=[/etc/init.d/sshd start]  execStop=[/etc/init.d/sshd stop]  killSignal=SIGTERM  mainPid=''\
                  evidence=[listing:3]
                """);
    }

    @Test
    void reads_inittab_and_rc_local_and_keeps_what_it_does_not_understand() {
        HostFacts facts =
                read(sysv().command("units", "listing", "ls -ln\n-rwxr-xr-x 1 0 0 90 Jan  4  2016 /etc/rc.d/rc.local\n")
                        .file("units", "tables", "/etc/inittab", """
                        # a comment
                        id:3:initdefault:
                        1:2345:respawn:/sbin/mingetty tty1
                        h1:345:respawn:/bin/su - app -c /opt/app/bin/run
                        broken
                        x1:3:off:/opt/off
                        """)
                        .file("units", "tables", "/etc/rc.local", """
                        #!/bin/sh
                        touch /var/lock/subsys/local
                        export LANG=C
                        su - app -c '/opt/app/bin/start.sh' &
                        if [ -x /opt/x ]; then
                        nohup /opt/x/agent --port 99 >/dev/null 2>&1 &
                        fi
                        exit 0
                        """)
                        .evidence());

        assertThat(table(facts)).isEqualTo("""
                units
                  name=inittab:1  manager=inittab  state=enabled  file=/etc/inittab  packaged=true\
                  execStart=[/sbin/mingetty tty1]  type=simple  user=root  restart=always  killSignal=SIGTERM\
                  mainPid=?(inittab does not say)  evidence=[inittab:3]
                  name=inittab:h1  manager=inittab  state=enabled  file=/etc/inittab  packaged=false\
                  execStart=[/bin/su - app -c /opt/app/bin/run]  type=simple  user=app  restart=always  killSignal=SIGTERM\
                  mainPid=?(inittab does not say)  evidence=[inittab:4]
                  name=/etc/rc.local  manager=rc.local  state=enabled  file=/etc/rc.local  packaged=false\
                  execStart=[su - app -c '/opt/app/bin/start.sh' &, nohup /opt/x/agent --port 99 >/dev/null 2>&1 &]\
                  type=oneshot  user=app  environment={LANG=C}  restart=no  killSignal=SIGTERM\
                  mainPid=?(a script at boot does not say)  evidence=[rc.local:4, rc.local:6]
                unparsed
                  evidence=inittab:5  reason=not of the form id:runlevels:action:process
                """);
    }

    @Test
    void reads_upstart_jobs_with_what_initctl_says() {
        HostFacts facts = read(RecordedHost.asRoot()
                .command("os", "init", "init\nupstart\n")
                .command("units", "upstart", "shop start/running, process 4711\nreports stop/waiting\n")
                .file("units", "tables", "/etc/init/shop.conf", """
                        # shop
                        description "the shop"
                        start on runlevel [2345]
                        respawn
                        respawn limit 10 5
                        setuid shop
                        chdir /opt/shop
                        env JAVA_HOME=/usr/java/default
                        limit nofile 65536 65536
                        kill timeout 60
                        kill signal INT
                        pre-start script
                          mkdir -p /run/shop
                        end script
                        script
                          . /etc/default/shop
                          exec /opt/shop/run $OPTS
                        end script
                        """)
                .file("units", "tables", "/etc/init/reports.conf", "task\nexec /opt/reports/run\n")
                .file("units", "tables", "/etc/init/reports.override", "manual\n")
                .file("units", "tables", "/etc/init/tty.conf", "exec /sbin/mingetty $TTY\n")
                .evidence());

        assertThat(table(facts)).isEqualTo("""
                units
                  name=upstart:reports  manager=upstart  state=inactive  file=/etc/init/reports.conf  packaged=false\
                  execStart=[/opt/reports/run]  type=oneshot  restart=no  killSignal=SIGTERM  mainPid=''\
                  evidence=[reports.conf:2]
                  name=upstart:shop  manager=upstart  state=active  file=/etc/init/shop.conf  packaged=false\
                  execStart=[. /etc/default/shop, exec /opt/shop/run $OPTS]  execStartPre=[mkdir -p /run/shop]\
                  type=simple  user=shop  workingDirectory=/opt/shop  environment={JAVA_HOME=/usr/java/default}\
                  restart=always  killSignal=SIGINT  stopTimeoutSeconds=60  openFileLimit=65536  mainPid=4711\
                  evidence=[shop.conf:16, shop.conf:17]
                  name=upstart:tty  manager=upstart  state=enabled  file=/etc/init/tty.conf  packaged=true\
                  execStart=[/sbin/mingetty $TTY]  type=simple  restart=no  killSignal=SIGTERM\
                  mainPid=?(initctl did not say)  evidence=[tty.conf:1]
                """);
    }

    @Test
    void reads_programs_of_supervisord_pm2_runit_and_xinetd() {
        HostFacts facts = read(RecordedHost.asRoot()
                .command("os", "init", "systemd\n")
                .file("units", "supervisord", "/etc/supervisor/conf.d/worker.conf", """
                        [program:worker]
                        command=/opt/app/worker --queue mail ; two at a time
                        numprocs=2
                        user=app
                        directory=/opt/app
                        environment=MODE="live, fast",DB_URL='mysql://10.0.0.9/app'
                        autorestart=true
                        stopsignal=QUIT
                        stdout_logfile=/var/log/worker.log
                        [program:old]
                        command="/opt/old app/run" -x
                        autostart=false
                        """)
                .command("units", "pm2", """
                        list app /home/app/.pm2/dump.pm2
                          {
                            "name": "api",
                            "pm_exec_path": "/srv/api/server.js",
                            "exec_interpreter": "node",
                            "exec_mode": "cluster_mode",
                            "instances": 4,
                            "pm_cwd": "/srv/api",
                            "pm_out_log_path": "/home/app/.pm2/logs/api-out.log"
                          },
                        list - /home/app/.pm2/dump.pm2
                          {
                            "name": "api",
                            "pm_exec_path": "/srv/api/server.js"
                          }
                        """)
                .file("units", "tables", "/etc/service/feed/run", """
                        #!/bin/sh
                        exec 2>&1
                        cd /opt/feed
                        ulimit -n 4096
                        exec chpst -u feed:feed /opt/feed/bin/feed -c feed.conf 2>&1
                        """)
                .file("units", "tables", "/etc/xinetd.d/legacy", """
                        service legacy
                        {
                          disable = no
                          port = 7777
                          user = legacy
                          server = /opt/legacy/serve
                          server_args = --stdin
                        }
                        """)
                .file("units", "tables", "/etc/xinetd.d/daytime", "service daytime\n{\n type = INTERNAL\n}\n")
                .evidence());

        assertThat(table(facts)).isEqualTo("""
                units
                  name=runit:feed  manager=runit  state=enabled  file=/etc/service/feed/run  packaged=false\
                  execStart=[chpst -u feed:feed /opt/feed/bin/feed -c feed.conf]  type=simple  user=feed\
                  workingDirectory=/opt/feed  restart=always  killSignal=SIGTERM  openFileLimit=4096\
                  mainPid=?(its supervisor was not asked)  evidence=[run:5]
                  name=supervisor:old  manager=supervisord  state=inactive  file=/etc/supervisor/conf.d/worker.conf\
                  packaged=false  execStart=["/opt/old app/run" -x]  type=simple  restart=on-failure  killSignal=SIGTERM\
                  stopTimeoutSeconds=10  mainPid=?(supervisord was not asked)  evidence=[worker.conf:11]
                  name=supervisor:worker  manager=supervisord  state=enabled  file=/etc/supervisor/conf.d/worker.conf\
                  packaged=false  execStart=[/opt/app/worker --queue mail]  type=simple  user=app\
                  workingDirectory=/opt/app  environment={DB_URL=mysql://10.0.0.9/app, MODE=live, fast}\
                  restart=always  killSignal=SIGQUIT  stopTimeoutSeconds=10  standardOutput=file:/var/log/worker.log\
                  mainPid=?(supervisord was not asked)  evidence=[worker.conf:2]
                  name=pm2:api  manager=pm2  state=enabled  file=/home/app/.pm2/dump.pm2  packaged=false\
                  execStart=[node /srv/api/server.js]  type=cluster_mode  user=app  workingDirectory=/srv/api\
                  restart=always  killSignal=SIGINT  stopTimeoutSeconds=2\
                  standardOutput=file:/home/app/.pm2/logs/api-out.log  mainPid=?(pm2 was not asked)  evidence=[pm2:3]
                  name=xinetd:legacy  manager=xinetd  state=enabled  file=/etc/xinetd.d/legacy  packaged=false\
                  execStart=[/opt/legacy/serve --stdin]  type=simple  user=legacy  restart=no  killSignal=SIGTERM\
                  mainPid=?(it starts when somebody connects)  listens=[0.0.0.0:7777]  evidence=[legacy:1]
                """);
        assertThat(facts.endpoints()).extracting(Endpoint::address).containsExactly("10.0.0.9");
    }

    @Test
    void reads_openrc_scripts_and_services_that_only_unit_files_tell_of() {
        HostFacts facts = read(RecordedHost.asRoot()
                .command("os", "init", "init\nopenrc\n")
                .command("units", "listing", """
                        ls -ln
                        -rwxr-xr-x 1 0 0 1000 Jan  4  2016 /etc/init.d/shop
                        lrwxrwxrwx 1 0 0 1000 Jan  4  2016 /etc/runlevels/default/shop -> /etc/init.d/shop
                        lrwxrwxrwx 1 0 0 1000 Jan  4  2016 /run/openrc/started/shop -> /etc/init.d/shop
                        """)
                .command("units", "packaged", "- /etc/init.d/sshd\n")
                .file("units", "scripts", "/etc/init.d/shop", """
                        #!/sbin/openrc-run
                        supervisor=supervise-daemon
                        command=/opt/shop/run
                        command_user="shop:shop"
                        directory="/opt/shop"
                        pidfile="/run/${RC_SVCNAME}.pid"
                        """)
                .file("units", "unit-files", "/home/app/.config/systemd/user/bot.service", """
                        [Unit]
                        After=network.target
                        [Service]
                        ExecStart=%h/bot/run
                        Restart=always
                        """)
                .command("units", "pids", "77 /run/shop.pid\n")
                .evidence());

        assertThat(table(facts)).isEqualTo("""
                units
                  name=bot.service  manager=systemd  state=?(only its systemd could tell)\
                  file=/home/app/.config/systemd/user/bot.service  packaged=false  execStart=[%h/bot/run]  user=app\
                  restart=always  killSignal=SIGTERM  after=[network.target]  mainPid=?(only its systemd could tell)\
                  restarts=?(only its systemd could tell)  evidence=[bot.service:4]
                  name=/etc/init.d/shop  manager=openrc  state=active  file=/etc/init.d/shop  packaged=false\
                  execStart=[/etc/init.d/shop start]  execStop=[/etc/init.d/shop stop]  user=shop\
                  workingDirectory=/opt/shop  restart=always  killSignal=SIGTERM  mainPid=''  evidence=[shop:0]
                """);
    }

    private static RecordedHost sysv() {
        return RecordedHost.asRoot().command("os", "init", "init\ninittab\ninit.d\n");
    }

    /** Without the gaps, for the tests write down less than a probe brings, and without numbers that are not set. */
    private static String table(HostFacts facts) {
        return FactLines.units(facts.withGaps(List.of())).replaceAll("  (?:stopTimeoutSeconds|openFileLimit)=0", "");
    }
}
