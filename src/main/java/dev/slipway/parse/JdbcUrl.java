package dev.slipway.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of a database as Java writes it.
 *
 * @param role what answers there: {@code mysql}, {@code postgresql}, {@code h2}
 * @param servers where it answers; empty for a database inside the program
 * @param database name of the database; for one inside the program its file, empty if it lives in memory
 * @param embedded whether the database runs inside the program
 */
record JdbcUrl(String role, List<ServerAddress> servers, String database, boolean embedded) {
    private static final List<String> WRAPPERS =
            List.of("p6spy", "log4jdbc", "aws-wrapper", "otel", "tracing", "jdbcdslog", "cloudsql", "pool");
    private static final Pattern DESCRIPTION = Pattern.compile(
            "\\(\\s*HOST\\s*=\\s*([^)\\s]+)\\s*\\)\\s*\\(\\s*PORT\\s*=\\s*([0-9]{1,5})\\s*\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SERVICE =
            Pattern.compile("\\(\\s*(?:SERVICE_NAME|SID)\\s*=\\s*([^)\\s]+)\\s*\\)", Pattern.CASE_INSENSITIVE);

    JdbcUrl {
        servers = List.copyOf(servers);
    }

    /** The database that this value names; empty if it is no such address. */
    static Optional<JdbcUrl> parse(String value) {
        String text = value.strip();
        if (!text.regionMatches(true, 0, "jdbc:", 0, 5)) {
            return Optional.empty();
        }
        String rest = text.substring(5);
        String driver = word(rest);
        while (WRAPPERS.contains(driver) && rest.length() > driver.length()) {
            rest = rest.substring(driver.length() + 1);
            driver = word(rest);
        }
        String after = rest.length() > driver.length() ? rest.substring(driver.length() + 1) : "";
        return driver.isEmpty() ? Optional.empty() : Optional.of(of(driver, after));
    }

    private static String word(String text) {
        int colon = text.indexOf(':');
        return text.substring(0, colon < 0 ? text.length() : colon).toLowerCase(Locale.ROOT);
    }

    private static JdbcUrl of(String driver, String rest) {
        return switch (driver) {
            case "h2" -> h2(rest);
            case "hsqldb" -> hsqldb(rest);
            case "derby" ->
                rest.startsWith("//") ? network("derby", rest) : inside("derby", rest, "memory:", "classpath:", "jar:");
            case "sqlite" -> inside("sqlite", rest, ":memory:");
            case "duckdb" -> inside("duckdb", rest, ":memory:");
            case "oracle" -> oracle(rest);
            case "mariadb" -> network("mysql", fromSlashes(rest));
            case "jtds", "sqlserver" -> network("mssql", fromSlashes(rest));
            case "postgresql", "pgsql" -> network("postgresql", rest.startsWith("/") ? rest : "//localhost/" + rest);
            default -> network(driver.replace("kingbase8", "kingbase").replace("hive2", "hive"), fromSlashes(rest));
        };
    }

    /** What follows the first "//": drivers put words like "loadbalance:" before it. */
    private static String fromSlashes(String rest) {
        int slashes = rest.indexOf("//");
        return slashes < 0 ? rest.replaceFirst("^[A-Za-z]+:", "") : rest.substring(slashes);
    }

    private static JdbcUrl h2(String rest) {
        if (rest.startsWith("tcp:") || rest.startsWith("ssl:")) {
            return network("h2", fromSlashes(rest));
        }
        return inside("h2", rest.replaceFirst("^(?:file|nio|nioMapped|split|async):", ""), "mem:", "zip:");
    }

    private static JdbcUrl hsqldb(String rest) {
        if (rest.startsWith("hsql") || rest.startsWith("http")) {
            return network("hsqldb", fromSlashes(rest));
        }
        return inside("hsqldb", rest.replaceFirst("^file:", ""), "mem:", "res:", ".");
    }

    private static JdbcUrl inside(String role, String rest, String... notFiles) {
        String path = rest.split("[;?]", 2)[0];
        for (String notFile : notFiles) {
            if (path.startsWith(notFile) && !(notFile.equals(".") && path.length() > 1)) {
                return new JdbcUrl(role, List.of(), "", true);
            }
        }
        return new JdbcUrl(role, List.of(), path.replaceFirst("^(?:file|directory):(?://(?=/))?", ""), true);
    }

    private static JdbcUrl oracle(String rest) {
        String after = rest.substring(rest.indexOf('@') + 1);
        List<ServerAddress> servers = new ArrayList<>();
        Matcher description = DESCRIPTION.matcher(after);
        while (description.find()) {
            ServerAddress.parse(description.group(1) + ":" + description.group(2))
                    .ifPresent(servers::add);
        }
        if (!servers.isEmpty()) {
            Matcher service = SERVICE.matcher(after);
            return new JdbcUrl("oracle", servers, service.find() ? service.group(1) : "", false);
        }
        // host:port:sid or host:port/service, each perhaps behind "//"; a name alone stands in tnsnames.ora
        Matcher plain = Pattern.compile("(?:tcps?:)?(?://)?([^:/?]+)(?::([0-9]{1,5}))?(?:[:/]([^?]*))?.*")
                .matcher(after);
        if (plain.matches() && plain.group(2) != null) {
            ServerAddress.parse(plain.group(1) + ":" + plain.group(2)).ifPresent(servers::add);
        } else if (plain.matches()) {
            ServerAddress.parse(plain.group(1))
                    .map(name -> after.contains("/") ? name.orPort(1521) : name)
                    .ifPresent(servers::add);
        }
        String database = plain.matches() && plain.group(3) != null ? plain.group(3) : "";
        return new JdbcUrl("oracle", servers, database, false);
    }

    private static JdbcUrl network(String role, String rest) {
        String text = rest.startsWith("//") ? rest.substring(2) : rest;
        int end = 0;
        while (end < text.length() && "/;?".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(text.lastIndexOf('@', Math.max(0, end - 1)) + 1, end);
        List<ServerAddress> servers = new ArrayList<>();
        for (String server : authority.split(",")) {
            // a named instance of SQL Server stands behind a backslash
            ServerAddress.parse(server.replaceFirst("\\\\[^:]*", ""))
                    .map(found -> found.orPort(WellKnownPort.of(role)))
                    .ifPresent(servers::add);
        }
        return new JdbcUrl(role, servers, database(text.substring(end)), false);
    }

    private static String database(String rest) {
        Matcher named =
                Pattern.compile("(?i).*[;?&]database(?:name)?=([^;&]*).*").matcher(rest);
        if (named.matches()) {
            return named.group(1);
        }
        return rest.startsWith("/") ? rest.substring(1).split("[?;:]", 2)[0] : "";
    }
}
