package dev.slipway.parse;

import dev.slipway.facts.Protocol;
import java.util.List;
import java.util.Locale;

/** What answers at an address, told from the scheme, the key, or the port that names it. */
final class Role {
    /** Parts of keys, the more specific before the more general. */
    private static final List<String[]> BY_KEY = List.of(
            new String[] {"redis", "redis"},
            new String[] {"jedis", "redis"},
            new String[] {"rabbit", "amqp"},
            new String[] {"amqp", "amqp"},
            new String[] {"celery.broker", "amqp"},
            new String[] {"kafka", "kafka"},
            new String[] {"bootstrap.servers", "kafka"},
            new String[] {"bootstrap-servers", "kafka"},
            new String[] {"mongo", "mongodb"},
            new String[] {"elasticsearch", "elasticsearch"},
            new String[] {"zookeeper", "zookeeper"},
            new String[] {"nacos", "nacos"},
            new String[] {"eureka", "eureka"},
            new String[] {"consul", "consul"},
            new String[] {"memcache", "memcached"},
            new String[] {"cassandra", "cassandra"},
            new String[] {"activemq", "jms"},
            new String[] {"rocketmq", "rocketmq"},
            new String[] {"influx", "influxdb"},
            new String[] {"solr", "solr"},
            new String[] {"ldap", "ldap"},
            new String[] {"smtp", "smtp"},
            new String[] {"mail", "smtp"},
            new String[] {"mysql", "mysql"},
            new String[] {"mariadb", "mysql"},
            new String[] {"postgres", "postgresql"},
            new String[] {"pgsql", "postgresql"},
            new String[] {"oracle", "oracle"},
            new String[] {"sftp", "ssh"},
            new String[] {"ftp", "ftp"},
            new String[] {"syslog", "syslog"},
            new String[] {"xxl.job", "xxl-job"},
            new String[] {"dubbo", "dubbo"},
            new String[] {"etcd", "etcd"},
            new String[] {"vault", "vault"});

    private static final List<String> GENERAL_SCHEMES =
            List.of("http", "https", "tcp", "ssl", "tls", "nio", "udp", "ws", "wss", "failover", "static");

    private Role() {}

    /** From the key {@code spring.redis.host}; where it says nothing, from the port; empty if neither does. */
    static String ofKey(String key, int port) {
        String word = key.toLowerCase(Locale.ROOT).replace('_', '.');
        for (String[] pair : BY_KEY) {
            if (word.contains(pair[0])) {
                return pair[1];
            }
        }
        return PortRoles.ofPort(Protocol.TCP, port);
    }

    /** From the scheme {@code mysql+pymysql}; a general one like {@code tcp} leaves it to the key. */
    static String ofScheme(String scheme, String key) {
        String plain = scheme.replaceFirst("[+.].*", "");
        return switch (plain) {
            case "mysql2", "mysqli", "mariadb" -> "mysql";
            case "postgres", "pgsql", "postgis", "psql" -> "postgresql";
            case "rediss", "redis", "sentinel" -> "redis";
            case "rabbitmq", "pyamqp", "amqps" -> "amqp";
            case "ldaps" -> "ldap";
            case "smtps" -> "smtp";
            case "memcache", "memcached" -> "memcached";
            case "sftp" -> "ssh";
            case "zk" -> "zookeeper";
            case "sqlserver" -> "mssql";
            case "cifs" -> "smb";
            default -> GENERAL_SCHEMES.contains(plain) ? general(plain, key) : plain;
        };
    }

    private static String general(String scheme, String key) {
        String byKey = ofKey(key, 0);
        boolean web = scheme.startsWith("http") || scheme.startsWith("ws");
        return byKey.isEmpty() && web ? scheme.replace("ws", "http").replace("httpss", "https") : byKey;
    }

    /** The port that is meant where none is written; 0 if that is not clear. */
    static int defaultPort(String scheme, String role) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            case "ldaps" -> 636;
            case "amqps" -> 5671;
            case "smtps" -> 465;
            default -> WellKnownPort.of(role);
        };
    }
}
