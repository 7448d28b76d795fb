package dev.slipway.parse;

import dev.slipway.facts.ClusterMembership;
import dev.slipway.facts.ClusterMembership.Discovery;
import dev.slipway.facts.ConfiguredPort;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.LogFile;
import dev.slipway.facts.LogFile.Via;
import dev.slipway.facts.Protocol;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The server's part of the configuration of MySQL or MariaDB. */
final class MysqlServer {
    private static final Pattern SECTION = Pattern.compile(
            "(?:mysqld|mariadbd|mariadb|server|galera|mysqld_safe|mysqld\\d+)(?:-\\d+(?:\\.\\d+)*)?",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> SETTINGS = List.of(
            "server_id",
            "log_bin",
            "read_only",
            "super_read_only",
            "gtid_mode",
            "relay_log",
            "innodb_buffer_pool_size",
            "max_connections",
            "lower_case_table_names",
            "default_time_zone",
            "sql_mode",
            "event_scheduler",
            "local_infile",
            "skip_name_resolve",
            "character_set_server");
    private static final List<String> FOLDERS = List.of(
            "datadir",
            "innodb_data_home_dir",
            "innodb_log_group_home_dir",
            "innodb_undo_directory",
            "aria_log_dir_path");
    private static final String USUAL_PORT = "3306";

    private final SortedMap<String, Value> values = new TreeMap<>();
    private final ConfigurationFacts facts;

    /** A value and the line that gives it. */
    private record Value(String text, EvidenceLine evidence) {}

    MysqlServer(List<SourceFile> files, ConfigurationFacts facts) {
        this.facts = facts;
        for (SourceFile file : files) {
            for (ConfigEntry entry : IniText.parse(file.text()).entries()) {
                if (SECTION.matcher(entry.section()).matches()) {
                    // A dash is as good as an underscore, and "loose-" only says that the server may not know it.
                    String name = entry.key()
                            .toLowerCase(Locale.ROOT)
                            .replace('-', '_')
                            .replaceFirst("^loose_", "");
                    values.put(name, new Value(entry.value(), file.at(entry.line())));
                }
            }
        }
    }

    void read() {
        port();
        FOLDERS.forEach(name -> find(name).ifPresent(value -> state(value, "database")));
        // What is named is the beginning of the names of many files.
        find("log_bin")
                .filter(value -> value.text.startsWith("/"))
                .map(value -> new Value(value.text.replaceFirst("/[^/]*$", ""), value.evidence))
                .ifPresent(value -> state(value, "database"));
        find("tmpdir").ifPresent(value -> state(value, "cache"));
        find("secure_file_priv").ifPresent(value -> state(value, "data"));
        log("log_error", true);
        log("slow_query_log_file", isOn("slow_query_log"));
        log("general_log_file", isOn("general_log"));
        for (String name : SETTINGS) {
            Optional.ofNullable(values.get(name))
                    .ifPresent(value ->
                            facts.add(new Setting("mysql", name, value.text, "", "", List.of(value.evidence))));
        }
        cluster();
    }

    private void port() {
        find("socket")
                .filter(value -> value.text.startsWith("/"))
                .ifPresent(value -> facts.add(new ConfiguredPort(
                        "mysql", Protocol.UNIX, value.text, 0, "mysql", false, "", List.of(value.evidence))));
        Optional<Value> said = find("port").or(() -> find("bind_address"));
        boolean off = values.containsKey("skip_networking") && !isOff("skip_networking");
        String port = find("port").map(value -> value.text).orElse(USUAL_PORT);
        if (said.isPresent() && !off && port.matches("\\d{1,5}")) {
            String address = find("bind_address").map(value -> value.text).orElse("");
            boolean all = address.equals("*")
                    || IpAddress.parse(address).map(IpAddress::isAny).orElse(false);
            facts.add(new ConfiguredPort(
                    "mysql",
                    Protocol.TCP,
                    all ? "" : address,
                    Integer.parseInt(port),
                    "mysql",
                    isOn("require_secure_transport"),
                    "",
                    List.of(said.get().evidence)));
        }
    }

    private void state(Value value, String kind) {
        if (value.text.startsWith("/")) {
            facts.add(StatePath.unread(withoutSlash(value.text), kind).withEvidence(List.of(value.evidence)));
        }
    }

    private static String withoutSlash(String path) {
        return path.replaceFirst("(?<=.)/$", "");
    }

    /** A log, in the data directory where its path is not absolute. */
    private void log(String name, boolean on) {
        Optional<Value> value = on ? find(name) : Optional.empty();
        String folder = find("datadir").map(found -> withoutSlash(found.text)).orElse("/var/lib/mysql");
        value.ifPresent(log ->
                facts.add(LogFile.unread(log.text.startsWith("/") ? log.text : folder + "/" + log.text, Via.FILE)
                        .with(row -> row.writer("mysql")
                                .rotatedBy(Fact.unknown("the server itself rotates nothing"))
                                .evidence(List.of(log.evidence)))));
    }

    private void cluster() {
        find("wsrep_cluster_address")
                .ifPresent(value -> cluster(
                        "Galera",
                        value,
                        value.text.replaceFirst("^gcomm://", "").replaceFirst("\\?.*", "")));
        find("group_replication_group_seeds").ifPresent(value -> cluster("MySQL Group Replication", value, value.text));
    }

    private void cluster(String mechanism, Value value, String members) {
        facts.add(new ClusterMembership(
                mechanism,
                Discovery.MEMBER_LIST,
                Arrays.stream(members.split(","))
                        .map(String::strip)
                        .filter(member -> !member.isEmpty())
                        .toList(),
                find("wsrep_cluster_name").map(name -> name.text).orElse(""),
                "",
                List.of(value.evidence)));
    }

    private Optional<Value> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.text.isEmpty());
    }

    private boolean isOn(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(value -> value.text.matches("(?i)|1|on|true|yes"))
                .isPresent();
    }

    private boolean isOff(String name) {
        return find(name)
                .filter(value -> value.text.matches("(?i)0|off|false|no"))
                .isPresent();
    }
}
