package dev.slipway.draft;

import dev.slipway.facts.Archive;
import dev.slipway.facts.Setting;
import dev.slipway.facts.WebApplication;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Kubernetes would ask a workload whether it is ready and alive.
 *
 * @param readiness path; empty asks only whether the port answers
 * @param liveness path; empty asks only whether the port answers
 * @param source where the paths come from
 * @param question what the owner has to say; empty if nothing
 */
record ProbePlan(
        DraftPort port,
        Optional<String> readiness,
        Optional<String> liveness,
        Note.Kind kind,
        String source,
        String question) {
    private static final Pattern RELEASE = Pattern.compile("(\\d+)\\.(\\d+).*");

    static Optional<ProbePlan> of(Subject subject, PortPlan ports) {
        Optional<String> ready = subject.answer("readinessPath").filter(ProbePlan::isPath);
        Optional<String> live = subject.answer("livenessPath").filter(ProbePlan::isPath);
        Optional<DraftPort> http = ports.http().or(ports::main);
        if (http.isPresent() && (ready.isPresent() || live.isPresent())) {
            return http.map(port -> new ProbePlan(
                    port, ready, live.filter(path -> !ready.equals(live)), Note.Kind.FROM, "the owner's answers", ""));
        }
        return actuator(subject, ports).or(() -> application(subject, ports)).or(() -> port(ports));
    }

    private static boolean isPath(String text) {
        return text.matches("/[A-Za-z0-9_.~/?=&%-]{0,200}");
    }

    private static Optional<ProbePlan> actuator(Subject subject, PortPlan ports) {
        Optional<Archive> boot = subject.own(subject.facts().archives(), Archive::workload).stream()
                .filter(archive -> archive.libraries().orElse(List.of()).stream()
                        .anyMatch(library -> library.startsWith("spring-boot-actuator")))
                .findFirst();
        Optional<DraftPort> port = ports.management().or(ports::http).or(ports::main);
        if (boot.isEmpty() || port.isEmpty()) {
            return Optional.empty();
        }
        boolean own = port.get().role().equals("management");
        String base = setting(subject, "management.endpoints.web.base-path").orElse("/actuator");
        String prefix =
                own ? "" : setting(subject, "server.servlet.context-path").orElse("");
        String health = (prefix + base).replaceAll("/+", "/") + "/health";
        if (!isPath(health)) {
            return Optional.empty();
        }
        boolean groups = atLeast(boot.get().springBootVersion(), 2, 3);
        return Optional.of(new ProbePlan(
                port.get(),
                Optional.of(groups ? health + "/readiness" : health),
                groups ? Optional.of(health + "/liveness") : Optional.empty(),
                Note.Kind.FROM,
                "spring-boot-actuator in " + boot.get().path(),
                groups ? "" : "which path shows that it hangs, without asking its dependencies?"));
    }

    private static boolean atLeast(String version, int major, int minor) {
        Matcher release = RELEASE.matcher(version);
        return release.matches()
                && (Integer.parseInt(release.group(1)) > major
                        || Integer.parseInt(release.group(1)) == major && Integer.parseInt(release.group(2)) >= minor);
    }

    private static Optional<String> setting(Subject subject, String name) {
        return subject.own(subject.facts().settings(), Setting::workload).stream()
                .filter(setting ->
                        setting.name().equals(name) && !setting.value().isEmpty())
                .map(Setting::value)
                .reduce((first, last) -> last);
    }

    private static Optional<ProbePlan> application(Subject subject, PortPlan ports) {
        Optional<WebApplication> application =
                subject.own(subject.facts().webApplications(), WebApplication::workload).stream()
                        .filter(app -> !app.bundled() && isPath(app.path()))
                        .findFirst();
        return ports.http()
                .filter(DraftPort::http)
                .flatMap(
                        port -> application.map(
                                app -> new ProbePlan(
                                        port,
                                        Optional.of(app.path().endsWith("/") ? app.path() : app.path() + "/"),
                                        Optional.empty(),
                                        Note.Kind.FROM,
                                        "the application " + app.name() + " in " + app.directory(),
                                        "does this path answer 200 without a login when it is ready, and which path shows that it hangs?")));
    }

    private static Optional<ProbePlan> port(PortPlan ports) {
        return ports.main()
                .map(port -> new ProbePlan(
                        port,
                        Optional.empty(),
                        Optional.empty(),
                        Note.Kind.DEFAULT,
                        "no path for health is known, so the port is asked",
                        "which path or command shows that it is ready, and which that it hangs?"));
    }
}
