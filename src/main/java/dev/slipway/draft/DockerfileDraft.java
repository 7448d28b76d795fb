package dev.slipway.draft;

import dev.slipway.facts.HostProcess;
import dev.slipway.facts.WebApplication;
import dev.slipway.facts.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Dockerfile of a workload and what the build leaves out. */
record DockerfileDraft(WorkloadPlan plan) {

    /** A file to copy from the host into the build's folder, and from there into the image. */
    record Copy(String file, String target, String hostPath) {
        Copy {
            hostPath = PlainText.oneLine(hostPath, 200);
        }
    }

    /** What fills a template. Every text is one line. */
    record Model(
            String name,
            String hosts,
            String image,
            String user,
            List<Copy> copies,
            String exec,
            List<String> ports,
            String command,
            List<String> questions) {}

    String dockerfile() {
        return Template.fill("dockerfile/" + plan.base().template() + ".mustache", model());
    }

    private Model model() {
        Subject subject = plan.subject();
        List<String> questions = new ArrayList<>();
        List<Copy> copies = copies(questions);
        secretFiles(copies)
                .forEach(path -> questions.add(
                        "TODO(owner): take the secrets out of " + path + " before it goes into the image [SECR-001]"));
        return new Model(
                subject.name(),
                PlainText.oneLine(subject.hostNames(), 200),
                plan.base().image(version()),
                plan.identity().userId() + ":0",
                copies,
                exec(copies, questions),
                plan.ports().all().stream()
                        .filter(port -> port.protocol().equals("TCP"))
                        .map(port -> Integer.toString(port.containerPort()))
                        .toList(),
                PlainText.oneLine(subject.workload().command().orElse("not readable"), 300),
                questions);
    }

    /** Files with secrets among those that would be copied. */
    private List<String> secretFiles(List<Copy> copies) {
        return plan.secrets().entries().stream()
                .flatMap(entry -> entry.where().stream())
                .filter(path -> copies.stream()
                        .anyMatch(copy -> path.startsWith(copy.hostPath() + "/") || path.equals(copy.hostPath())))
                .map(path -> PlainText.oneLine(path, 200))
                .distinct()
                .sorted()
                .toList();
    }

    private String version() {
        Subject subject = plan.subject();
        if (subject.jvm().isPresent()) {
            int major = plan.jvm().map(JvmPlan::majorVersion).orElse(0);
            return major > 0 ? Integer.toString(major) : "?";
        }
        return subject.workload().runtime().version().orElse("?");
    }

    /** Every artefact that the image needs and where it lies on the host. */
    List<Copy> copies() {
        return copies(new ArrayList<>());
    }

    private List<Copy> copies(List<String> questions) {
        if (plan.subject().workload().kind() == Workload.Kind.CONTAINER) {
            return List.of();
        }
        return switch (plan.base().template()) {
            case "tomcat" -> applications(questions);
            case "java-jar" -> artifact("/app/app.jar", "app.jar", questions);
            case "java" -> folder("/app", "app", questions);
            case "nginx" ->
                List.of(
                        new Copy("conf", "/etc/nginx", "/etc/nginx"),
                        new Copy("html", "/usr/share/nginx/html", root(questions)));
            case "httpd" ->
                List.of(
                        new Copy("conf", "/usr/local/apache2/conf", "/etc/apache2 or /etc/httpd"),
                        new Copy("html", "/usr/local/apache2/htdocs", root(questions)));
            case "php-fpm" -> folder("/var/www/html", "app", questions);
            case "python", "node" -> folder("/app", "app", questions);
            default -> binary(questions);
        };
    }

    private List<Copy> applications(List<String> questions) {
        List<Copy> copies = new ArrayList<>();
        Subject subject = plan.subject();
        for (WebApplication app : subject.own(subject.facts().webApplications(), WebApplication::workload)) {
            if (!app.bundled()) {
                boolean packed = app.directory().endsWith(".war");
                String name = ObjectName.key(app.name()) + (packed ? ".war" : "");
                if (packed) {
                    questions.add("TODO(owner): unpack " + name
                            + " before the build: nothing can be unpacked into a read-only image [RUN-003]");
                }
                copies.add(new Copy("webapps/" + name, "/usr/local/tomcat/webapps/" + name, app.directory()));
            }
        }
        if (copies.isEmpty()) {
            questions.add("TODO(owner): which web applications belong into the image? [RUN-014]");
            copies.add(new Copy(
                    "webapps", "/usr/local/tomcat/webapps", subject.workload().rootDirectory() + "/webapps"));
        }
        copies.add(new Copy("conf", "/usr/local/tomcat/conf", subject.workload().rootDirectory() + "/conf"));
        return copies;
    }

    private List<Copy> artifact(String target, String file, List<String> questions) {
        String path = plan.subject().workload().artifact();
        if (path.isEmpty()) {
            questions.add("TODO(owner): which file is its code? [RUN-014]");
        }
        return List.of(new Copy(file, target, path.isEmpty() ? "not known" : path));
    }

    private List<Copy> folder(String target, String file, List<String> questions) {
        String path = plan.subject().workload().rootDirectory();
        if (path.isEmpty()) {
            questions.add("TODO(owner): which directory holds its code? [RUN-014]");
        }
        return List.of(new Copy(file, target, path.isEmpty() ? "not known" : path));
    }

    private String root(List<String> questions) {
        return plan.subject().facts().proxyRoutes().stream()
                .filter(route ->
                        route.workload().equals(plan.subject().workload().id())
                                && !route.root().isEmpty())
                .map(route -> route.root())
                .findFirst()
                .orElseGet(() -> {
                    questions.add("TODO(owner): which directory holds the files that it serves? [RUN-014]");
                    return "not known";
                });
    }

    /** The program, or the script that a shell runs. */
    private List<Copy> binary(List<String> questions) {
        String path = program();
        boolean usable = PlainText.simplePath(path);
        questions.add(
                usable
                        ? "TODO(owner): what does it need besides? ldd on the host shows the libraries of a program [RUN-014]"
                        : "TODO(owner): which program is it? its path could not be used [RUN-014]");
        String target = usable ? path : "/app/program";
        return List.of(
                new Copy(target.substring(target.lastIndexOf('/') + 1), target, path.isEmpty() ? "not known" : path));
    }

    private String program() {
        List<String> arguments = arguments();
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        if (isShell(first) && arguments.size() > 1 && arguments.get(1).startsWith("/")) {
            return arguments.get(1);
        }
        return plan.subject().workload().executable().orElse(first.startsWith("/") ? first : "");
    }

    private static boolean isShell(String program) {
        return program.matches("(.*/)?(sh|ash|bash|dash|ksh)");
    }

    /** The command in exec form. Arguments with secrets are left out. */
    private String exec(List<Copy> copies, List<String> questions) {
        List<String> words = new ArrayList<>(words(copies, questions));
        if (words.removeIf(word -> word.contains("[REDACTED]"))) {
            questions.add("TODO(owner): an argument with a secret is left out: read it from a file under "
                    + plan.secrets().directory() + " [SECR-001]");
        }
        return "[" + String.join(", ", words.stream().map(PlainText::jsonString).toList()) + "]";
    }

    private List<String> words(List<Copy> copies, List<String> questions) {
        return switch (plan.base().template()) {
            case "tomcat" -> List.of("catalina.sh", "run");
            case "java-jar" ->
                then(List.of("java", "-jar", "/app/app.jar"), after(mainClass().orElse(".jar")));
            case "java" -> javaClass(questions);
            case "nginx" -> List.of("nginx", "-g", "daemon off;");
            case "httpd" -> List.of("httpd-foreground");
            case "php-fpm" -> List.of("php-fpm", "--nodaemonize");
            case "python" -> then(List.of("python"), script());
            case "node" -> then(List.of("node"), script());
            default -> started(copies);
        };
    }

    private static List<String> then(List<String> first, List<String> rest) {
        return Stream.concat(first.stream(), rest.stream()).toList();
    }

    private Optional<String> mainClass() {
        return plan.subject().jvm().flatMap(jvm -> jvm.mainClass().toOptional()).filter(name -> !name.isEmpty());
    }

    private List<String> javaClass(List<String> questions) {
        if (mainClass().isEmpty()) {
            questions.add("TODO(owner): which class is its main class? [RUN-014]");
        }
        return then(
                List.of("java", "-cp", "/app:/app/lib/*:/app/conf", mainClass().orElse("MAIN_CLASS")),
                after(mainClass().orElse("")));
    }

    /** A program with its arguments, or a shell with its script and those of the script. */
    private List<String> started(List<Copy> copies) {
        List<String> arguments = arguments();
        String target = copies.isEmpty() ? "/app/program" : copies.get(0).target();
        boolean script = arguments.size() > 1 && isShell(arguments.get(0));
        return script
                ? then(List.of("/bin/sh", target), arguments.subList(2, arguments.size()))
                : then(List.of(target), arguments.stream().skip(1).toList());
    }

    private List<String> arguments() {
        Subject subject = plan.subject();
        Optional<Integer> main = subject.workload().pids().stream().findFirst();
        return main.flatMap(pid -> subject.facts().processes().stream()
                        .filter(process ->
                                process.pid() == pid && process.title().isEmpty())
                        .map(HostProcess::arguments)
                        .findFirst())
                .flatMap(fact -> fact.toOptional())
                .orElse(List.of());
    }

    private List<String> after(String main) {
        List<String> arguments = arguments();
        for (int i = 1; i < arguments.size(); i++) {
            if (!main.isEmpty() && arguments.get(i).endsWith(main)) {
                return arguments.subList(i + 1, arguments.size());
            }
        }
        return List.of();
    }

    /** Script and arguments, the script's path as it is below the code's directory. */
    private List<String> script() {
        List<String> arguments = arguments();
        String root = plan.subject().workload().rootDirectory();
        if (arguments.size() < 2) {
            return List.of("/app/TODO-owner-which-script");
        }
        return arguments.stream()
                .skip(1)
                .map(word ->
                        !root.isEmpty() && word.startsWith(root + "/") ? "/app" + word.substring(root.length()) : word)
                .toList();
    }
}
