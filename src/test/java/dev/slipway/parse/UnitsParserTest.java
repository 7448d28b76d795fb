package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.evidence.Evidence;
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

    private static RecordedHost sysv() {
        return RecordedHost.asRoot().command("os", "init", "init\ninittab\ninit.d\n");
    }

    /** Without the gaps, for the tests write down less than a probe brings, and without numbers that are not set. */
    private static String table(HostFacts facts) {
        return FactLines.units(facts.withGaps(List.of())).replaceAll("  (?:stopTimeoutSeconds|openFileLimit)=0", "");
    }
}
