package dev.slipway.parse;

import dev.slipway.facts.HostProcess;
import dev.slipway.facts.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a port is for, told from its number and from the program behind it. A guess that is not sure is empty. */
final class PortRoles {
    /** Role by port, as IANA assigned it or as the product's own default. */
    private static final SortedMap<Integer, String> TCP = table("""
            21 ftp 22 ssh 23 telnet 25 smtp 465 smtp 587 smtp 53 dns 80 http 88 kerberos 110 pop3 995 pop3 111 rpcbind
            143 imap 993 imap 139 smb 445 smb 389 ldap 636 ldap 443 https 514 syslog 601 syslog 6514 syslog 515 printing
            631 printing 548 afp 554 rtsp 873 rsync 1080 socks 1099 rmi 1414 ibm-mq 1433 mssql 1521 oracle 1522 oracle
            1723 pptp 1883 mqtt 8883 mqtt 2049 nfs 2181 zookeeper 2375 docker 2376 docker 2379 etcd 2380 etcd
            3128 http-proxy 3260 iscsi 3268 ldap 3306 mysql 33060 mysql 3389 rdp 3690 subversion 4369 epmd
            4444 http 4505 salt 4506 salt 5044 beats 5432 postgresql 6432 postgresql 5222 xmpp 5269 xmpp 5601 http
            5666 nagios 5671 amqp 5672 amqp 15672 http 25672 erlang 5900 vnc 5984 http 6000 x11 6379 redis 26379 redis
            6443 kubernetes 7001 weblogic 8000 http 8008 http 8009 ajp 8080 http 8081 http 8088 http 8090 http
            8161 http 8443 https 8500 consul 8848 nacos 8888 http 9042 cassandra 9080 http 9092 kafka 9100 metrics
            9200 elasticsearch 9300 elasticsearch 9443 https 9876 rocketmq 10050 zabbix 10051 zabbix 10911 rocketmq
            11211 memcached 20880 dubbo 27017 mongodb 27018 mongodb 50000 db2 50051 grpc 50070 hadoop 61616 jms
            61613 jms 8005 shutdown
            """);

    private static final SortedMap<Integer, String> UDP = table("""
            53 dns 67 dhcp 68 dhcp 69 tftp 88 kerberos 111 rpcbind 123 ntp 137 smb 138 smb 161 snmp 162 snmp 323 ntp 389 ldap
            443 https 500 ipsec 4500 ipsec 514 syslog 546 dhcp 547 dhcp 631 printing 1194 vpn 1812 radius 1813 radius
            2049 nfs 4789 vxlan 5353 mdns 5355 llmnr 8125 statsd 51820 vpn
            """);

    /** Role by program, for those that do one thing only. */
    private static final SortedMap<String, String> PROGRAMS = programs("""
            sshd ssh dropbear ssh mysqld mysql mariadbd mysql postgres postgresql postmaster postgresql pgbouncer postgresql
            redis-server redis redis-sentinel redis valkey-server redis memcached memcached mongod mongodb mongos mongodb
            slapd ldap ns-slapd ldap vsftpd ftp proftpd ftp pure-ftpd ftp rpcbind rpcbind portmap rpcbind rpc.statd nfs
            rpc.mountd nfs rpc.rquotad nfs rpc.nfsd nfs smbd smb nmbd smb cupsd printing ntpd ntp chronyd ntp snmpd snmp
            snmptrapd snmp named dns unbound dns dhclient dhcp dhcpd dhcp dhcpcd dhcp avahi-daemon mdns php-fpm fastcgi
            etcd etcd consul consul prometheus metrics node_exporter metrics nrpe nagios zabbix_agentd zabbix zabbix_server zabbix
            rsyslogd syslog syslogd syslog syslog-ng syslog rsync rsync squid http-proxy tnslsnr oracle Xorg x11 Xvfb x11
            exim4 smtp exim smtp sendmail smtp in.tftpd tftp in.telnetd telnet
            """);

    private static final List<String> WEB_SERVERS = List.of("nginx", "httpd", "apache2", "lighttpd", "caddy");
    private static final List<Integer> TLS_PORTS = List.of(443, 8443, 9443);
    private static final Pattern JMX =
            Pattern.compile("-Dcom\\.sun\\.management\\.jmxremote\\.(?:rmi\\.)?port=(\\d{1,5})");
    private static final Pattern DEBUG =
            Pattern.compile("(?:-agentlib:jdwp|-Xrunjdwp).*address=(?:[^,]*:)?(\\d{1,5})\\b.*");
    private static final Pattern WEB = Pattern.compile(
            "-Dserver\\.port=(\\d{1,5})|--server\\.port=(\\d{1,5})|-Djetty\\.(?:http\\.)?port=(\\d{1,5})");
    private static final Pattern PYTHON_WEB =
            Pattern.compile("http\\.server|SimpleHTTPServer|.*/?(?:gunicorn|uvicorn|hypercorn)");

    private PortRoles() {}

    /** What usually listens on a port of another machine; empty if not clear. */
    static String ofPort(Protocol protocol, int port) {
        return (protocol == Protocol.UDP ? UDP : TCP).getOrDefault(port, "");
    }

    /** What a socket of this host is for. */
    static String ofListener(Protocol protocol, int port, Optional<HostProcess> owner) {
        return owner.map(process -> ofProgram(protocol, port, process))
                .filter(role -> !role.isEmpty())
                .orElseGet(() -> ofPort(protocol, port));
    }

    private static String ofProgram(Protocol protocol, int port, HostProcess process) {
        String program = process.name();
        if (WEB_SERVERS.contains(program)) {
            return TLS_PORTS.contains(port) ? "https" : "http";
        }
        if (program.startsWith("php-fpm")) {
            return "fastcgi";
        }
        if (program.equals("java")) {
            return ofJava(port, process);
        }
        boolean webOfPython = process.arguments().orElse(List.of()).stream()
                .anyMatch(argument -> PYTHON_WEB.matcher(argument).matches());
        return webOfPython && protocol == Protocol.TCP ? "http" : PROGRAMS.getOrDefault(program, "");
    }

    private static String ofJava(int port, HostProcess process) {
        for (String argument : process.arguments().orElse(List.of())) {
            if (names(JMX, argument, port)) {
                return "jmx";
            }
            if (names(DEBUG, argument, port)) {
                return "debug";
            }
            if (names(WEB, argument, port)) {
                return "http";
            }
        }
        return "";
    }

    private static boolean names(Pattern option, String argument, int port) {
        Matcher matcher = option.matcher(argument);
        if (!matcher.matches()) {
            return false;
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (String.valueOf(port).equals(matcher.group(group))) {
                return true;
            }
        }
        return false;
    }

    private static SortedMap<Integer, String> table(String text) {
        SortedMap<Integer, String> table = new TreeMap<>();
        programs(text).forEach((port, role) -> table.put(Integer.parseInt(port), role));
        return table;
    }

    private static SortedMap<String, String> programs(String text) {
        SortedMap<String, String> table = new TreeMap<>();
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            table.put(words[i], words[i + 1]);
        }
        return table;
    }
}
