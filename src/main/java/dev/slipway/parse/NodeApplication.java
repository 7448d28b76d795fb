package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.Fact;
import dev.slipway.facts.SessionState;
import dev.slipway.facts.SessionState.Store;
import dev.slipway.facts.Setting;
import dev.slipway.facts.StatePath;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application for Node.js, as far as its packages and its main files tell about it. */
final class NodeApplication {
    private static final SortedMap<String, Store> STORES = new TreeMap<>();
    private static final List<String> COOKIES =
            List.of("cookie-session", "client-sessions", "iron-session", "koa-session");
    private static final List<String> ADAPTERS = List.of(
            "@socket.io/redis-adapter",
            "socket.io-redis",
            "@socket.io/redis-streams-adapter",
            "@socket.io/mongo-adapter",
            "@socket.io/postgres-adapter",
            "@socket.io/cluster-adapter");
    private static final List<String> SCHEDULERS =
            List.of("node-cron", "cron", "node-schedule", "agenda", "bree", "@nestjs/schedule", "bull", "bullmq");
    private static final List<String> OTHERS = List.of(
            "winston", "log4js", "pino", "bunyan", "pm2", "forever", "nodemailer", "passport", "multer", "formidable");
    private static final Pattern SCHEDULE = Pattern.compile(
            "\\b(?:cron|schedule|nodeCron|nodeSchedule)\\.(?:schedule|scheduleJob)\\(\\s{0,40}(?:['\"][^'\"*\\d][^'\"]{0,60}['\"],\\s{0,40})?['\"]([-0-9*/,A-Za-z@# ]{5,80})['\"]");
    private static final Pattern JOB = Pattern.compile("new CronJob\\(\\s{0,40}['\"]([-0-9*/,A-Za-z# ]{5,80})['\"]");
    private static final Pattern UPLOADS =
            Pattern.compile("\\b(?:dest|destination|uploadDir)\\s{0,8}:\\s{0,8}['\"]([^'\"]{1,200})['\"]");
    private static final int MOST_MATCHES = 100;

    static {
        List.of("connect-redis", "connect-memcached", "@quixo3/prisma-session-store")
                .forEach(name -> STORES.put(name, Store.CACHE));
        List.of(
                        "connect-mongo",
                        "connect-mongodb-session",
                        "connect-pg-simple",
                        "express-mysql-session",
                        "connect-session-sequelize",
                        "connect-session-knex",
                        "connect-typeorm",
                        "connect-dynamodb")
                .forEach(name -> STORES.put(name, Store.DATABASE));
        List.of("session-file-store", "connect-sqlite3", "better-sqlite3-session-store", "nedb-session-store")
                .forEach(name -> STORES.put(name, Store.FILE));
        STORES.put("memorystore", Store.MEMORY);
    }

    private final NodePackage own;
    private final List<SourceFile> sources;
    private final ConfigurationFacts facts;

    NodeApplication(NodePackage own, List<SourceFile> sources, ConfigurationFacts facts) {
        this.own = own;
        this.sources = sources;
        this.facts = facts;
    }

    void read() {
        own.needs("express-session").ifPresent(this::session);
        own.firstOf(COOKIES).ifPresent(name -> session(name, Store.COOKIE, "", own.needs(name)));
        if (own.needs("socket.io").isPresent() && own.firstOf(ADAPTERS).isEmpty()) {
            session("socket.io without an adapter", Store.MEMORY, "", own.needs("socket.io"));
        }
        SCHEDULERS.forEach(this::packageOfInterest);
        OTHERS.forEach(this::packageOfInterest);
        own.text()
                .find("engines.node")
                .ifPresent(entry ->
                        setting("engines.node", entry.value(), own.file().at(entry.line())));
        sources.forEach(this::source);
    }

    /** Without a package for a store express-session keeps sessions in the memory of its process. */
    private void session(EvidenceLine evidence) {
        Optional<String> store = own.firstOf(STORES.keySet());
        Store kind =
                store.flatMap(name -> Optional.ofNullable(STORES.get(name))).orElse(Store.MEMORY);
        String path = store.filter("session-file-store"::equals)
                .map(name -> own.folder() + "/sessions")
                .orElse("");
        session(
                "express-session with " + store.orElse("its MemoryStore"),
                kind,
                path,
                store.flatMap(own::needs).or(() -> Optional.of(evidence)));
    }

    private void session(String mechanism, Store store, String path, Optional<EvidenceLine> evidence) {
        facts.add(SessionState.unread(mechanism, store)
                .with(session -> session.application(own.folder())
                        .path(path)
                        .cookie(mechanism.startsWith("express-session") ? "connect.sid" : "")
                        .survivesRestart(
                                store == Store.CACHE
                                        ? Fact.unknown("not known of the store")
                                        : Fact.known(store != Store.MEMORY))
                        .evidence(evidence.stream().toList())));
    }

    private void packageOfInterest(String name) {
        own.needs(name).ifPresent(line -> setting("package", name, line));
    }

    private void setting(String name, String value, EvidenceLine evidence) {
        facts.add(new Setting("node", name, value, own.folder(), "", List.of(evidence)));
    }

    private void source(SourceFile file) {
        int found = 0;
        for (int i = 0; i < file.lines().size() && found < MOST_MATCHES; i++) {
            String line = file.lines().get(i);
            if (line.length() > 1000 || line.strip().startsWith("//")) {
                continue;
            }
            for (Pattern pattern : List.of(SCHEDULE, JOB)) {
                Matcher schedule = pattern.matcher(line);
                if (schedule.find()) {
                    found++;
                    facts.add(InProcessJob.of(
                            "node", file.path(), i + 1, schedule.group(1), line.strip(), file.at(i + 1)));
                }
            }
            Matcher uploads = UPLOADS.matcher(line);
            if (uploads.find()
                    && own.firstOf(List.of("multer", "formidable", "express-fileupload"))
                            .isPresent()) {
                found++;
                String path = uploads.group(1).replaceFirst("^\\./", "").replaceFirst("/$", "");
                facts.add(StatePath.unread(path.startsWith("/") ? path : own.folder() + "/" + path, "upload")
                        .withEvidence(List.of(file.at(i + 1))));
            }
        }
    }
}
