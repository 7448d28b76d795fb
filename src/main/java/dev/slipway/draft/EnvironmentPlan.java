package dev.slipway.draft;

import dev.slipway.facts.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The variables of a container. Secrets are not among them: they are files. */
record EnvironmentPlan(List<Variable> variables) {
    private static final List<String> OF_THE_HOST = List.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "PWD",
            "OLDPWD",
            "SHLVL",
            "MAIL",
            "HOSTNAME",
            "INVOCATION_ID",
            "JOURNAL_STREAM",
            "NOTIFY_SOCKET",
            "MAINPID",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TERM",
            "_",
            "JAVA_HOME",
            "JRE_HOME",
            "JAVA_OPTS",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS",
            "CATALINA_OPTS",
            "CATALINA_HOME",
            "CATALINA_BASE",
            "CATALINA_PID",
            "CATALINA_OUT",
            "CATALINA_TMPDIR",
            "SYSTEMD_EXEC_PID",
            "LD_LIBRARY_PATH",
            "LD_PRELOAD",
            "POD_NAME",
            "SPRING_CONFIG_ADDITIONAL_LOCATION");

    EnvironmentPlan {
        variables = List.copyOf(variables);
    }

    /** One variable; its value may hold {@code $(NAME)} only where we wrote it. */
    record Variable(String name, String value, Note.Kind kind, String reason) {}

    static EnvironmentPlan of(Subject subject, Optional<JvmPlan> jvm) {
        List<Variable> variables = new ArrayList<>();
        jvm.ifPresent(plan -> variables.add(new Variable(
                "JAVA_TOOL_OPTIONS",
                plan.toolOptions(),
                Note.Kind.FROM,
                "the JVM's options, rewritten for a container; HANDOFF.md has each")));
        variables.add(new Variable("LANG", "C.UTF-8", Note.Kind.DEFAULT, "file names and logs in UTF-8"));
        subject.facts()
                .host()
                .timeZone()
                .toOptional()
                .filter(zone -> zone.matches("[A-Za-z]+(/[A-Za-z0-9_+-]+)+"))
                .ifPresent(zone -> variables.add(new Variable("TZ", zone, Note.Kind.FROM, "the host's time zone")));
        if (!ConfigurationPlan.of(subject).isEmpty()) {
            variables.add(new Variable(
                    "SPRING_CONFIG_ADDITIONAL_LOCATION",
                    "optional:file:" + ConfigurationPlan.DIRECTORY + "/",
                    Note.Kind.DEFAULT,
                    "the ConfigMap's file"));
        }
        found(subject).forEach((name, value) -> {
            boolean secret = ObjectName.soundsSecret(name) || value.contains("[REDACTED]");
            if (!secret && !value.isEmpty() && PlainText.oneLine(value, 4000).equals(value)) {
                variables.add(new Variable(
                        name,
                        value.replace("$(", "$$("),
                        Note.Kind.FROM,
                        "its environment on " + subject.lead().hostName()));
            }
        });
        return new EnvironmentPlan(variables);
    }

    private static SortedMap<String, String> found(Subject subject) {
        SortedMap<String, String> found = new TreeMap<>();
        subject.own(subject.facts().units(), Unit::workload).forEach(unit -> found.putAll(unit.environment()));
        subject.workload()
                .environment()
                .orElse(new TreeMap<>())
                .forEach(
                        (name, value) -> found.merge(name, value, (before, after) -> after.isEmpty() ? before : after));
        found.keySet().removeIf(name -> OF_THE_HOST.contains(name) || !ObjectName.isVariable(name));
        return found;
    }
}
