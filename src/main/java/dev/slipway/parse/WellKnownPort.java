package dev.slipway.parse;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The port that is meant where an address names a service but no port. */
final class WellKnownPort {
    private static final SortedMap<String, Integer> BY_ROLE = new TreeMap<>();

    static {
        for (String line : List.of(
                "mysql 3306",
                "postgresql 5432",
                "oracle 1521",
                "mssql 1433",
                "db2 50000",
                "clickhouse 8123",
                "hive 10000",
                "dm 5236",
                "kingbase 54321",
                "oceanbase 2881",
                "firebirdsql 3050",
                "informix-sqli 9088",
                "derby 1527",
                "mongodb 27017",
                "redis 6379",
                "memcached 11211",
                "cassandra 9042",
                "elasticsearch 9200",
                "solr 8983",
                "influxdb 8086",
                "etcd 2379",
                "zookeeper 2181",
                "consul 8500",
                "nacos 8848",
                "eureka 8761",
                "kafka 9092",
                "amqp 5672",
                "jms 61616",
                "rocketmq 9876",
                "nats 4222",
                "mqtt 1883",
                "dubbo 20880",
                "ldap 389",
                "smtp 25",
                "imap 143",
                "pop3 110",
                "ftp 21",
                "ssh 22",
                "telnet 23",
                "dns 53",
                "ntp 123",
                "snmp 161",
                "syslog 514",
                "nfs 2049",
                "smb 445",
                "http 80",
                "https 443",
                "ajp 8009",
                "vault 8200",
                "graphite 2003",
                "statsd 8125",
                "zipkin 9411",
                "beats 5044")) {
            int blank = line.indexOf(' ');
            BY_ROLE.put(line.substring(0, blank), Integer.parseInt(line.substring(blank + 1)));
        }
    }

    private WellKnownPort() {}

    /** The usual port of this role; 0 if it has none. */
    static int of(String role) {
        return BY_ROLE.getOrDefault(role, 0);
    }
}
