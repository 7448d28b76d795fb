package dev.slipway.inventory;

import dev.slipway.inventory.Node.Entry;
import dev.slipway.inventory.Node.Mapping;
import dev.slipway.inventory.Node.Scalar;
import dev.slipway.inventory.Node.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code ansible-inventory --list} prints. A host's groups become its tags; variables {@code slipway_owner},
 * {@code slipway_sudo} and so on say what Ansible has no word for. Passwords in it are not read.
 */
final class AnsibleInventory {
    private static final Pattern PROXY_JUMP = Pattern.compile("(?:-J\\s*|ProxyJump[= ]\\s*)[\"']?([^\\s\"']+)");
    private static final Pattern PROXY_COMMAND = Pattern.compile("ProxyCommand[= ]\\s*[\"']?ssh ([^\"']*)");
    private static final Pattern HOP = Pattern.compile("(?:ssh://)?(?:([^@]+)@)?(\\[[^\\]]+]|[^:@]+)(?::(\\d+))?");

    private static final Pattern OPTION_WITH_VALUE = Pattern.compile("-[A-Za-z]*[WopiFlJ]\\s*\\S+");
    private static final Pattern LETTER_AFTER_UNDERSCORE = Pattern.compile("_([a-z])");

    private final Mistakes mistakes;
    private final Mapping document;
    private final SortedMap<String, Node> byName = new TreeMap<>();
    private final SortedMap<String, Entry> hosts = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> groups = new TreeMap<>();
    private final SortedMap<String, Entry> owners = new TreeMap<>();
    private final SortedMap<String, Entry> jumps = new TreeMap<>();

    private AnsibleInventory(Mapping document, Mistakes mistakes) {
        this.document = document;
        this.mistakes = mistakes;
        document.entries().forEach(entry -> byName.put(entry.key(), entry.value()));
    }

    /** Whether a JSON document is one. */
    static boolean isOne(Node document) {
        return find(document, "_meta").flatMap(meta -> find(meta, "hostvars")).isPresent();
    }

    static Node read(Node document, Mistakes mistakes) {
        return new AnsibleInventory((Mapping) document, mistakes).toHosts();
    }

    private Node toHosts() {
        find(document, "_meta").flatMap(meta -> find(meta, "hostvars")).stream()
                .flatMap(AnsibleInventory::entries)
                .forEach(host -> hosts.put(host.key(), host));
        for (Entry group : document.entries()) {
            membersOf(group.key())
                    .forEach(host -> groups.computeIfAbsent(host, name -> new TreeSet<>())
                            .add(group.key()));
        }
        List<Node> list = new ArrayList<>();
        hosts.values().forEach(host -> list.add(host(host)));
        return new Mapping(
                1,
                List.of(
                        new Entry(1, "owners", CsvInventory.declared(owners)),
                        new Entry(1, "jumps", new Mapping(1, List.copyOf(jumps.values()))),
                        new Entry(1, "hosts", new Sequence(1, list))));
    }

    /** The hosts of a group and of the groups in it. */
    private SortedSet<String> membersOf(String group) {
        SortedSet<String> members = new TreeSet<>();
        SortedSet<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(group));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                Optional.ofNullable(byName.get(next)).ifPresent(node -> {
                    texts(node, "hosts").forEach(host -> {
                        members.add(host.text());
                        hosts.putIfAbsent(
                                host.text(), new Entry(host.line(), host.text(), new Mapping(host.line(), List.of())));
                    });
                    texts(node, "children").forEach(child -> open.push(child.text()));
                });
            }
        }
        return members;
    }

    private Mapping host(Entry host) {
        Node variables = host.value();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(host.line(), "name", Scalar.text(host.line(), host.key())));
        copy(variables, entries, "address", "ansible_host", "ansible_ssh_host");
        copy(variables, entries, "port", "ansible_port", "ansible_ssh_port");
        copy(variables, entries, "user", "ansible_user", "ansible_ssh_user");
        copy(variables, entries, "identityFiles", "ansible_ssh_private_key_file", "ansible_private_key_file");
        find(variables, "ansible_connection")
                .filter(node -> node instanceof Scalar scalar && scalar.text().equals("local"))
                .ifPresent(node -> entries.add(new Entry(node.line(), "connection", node)));
        jump(variables).ifPresent(entries::add);
        entries(variables).filter(entry -> entry.key().startsWith("slipway_")).forEach(entry -> {
            Entry own = new Entry(entry.line(), ownKey(entry.key()), entry.value());
            entries.removeIf(other -> other.key().equals(own.key()));
            entries.add(own);
            if (own.key().equals("owner") && own.value() instanceof Scalar scalar) {
                owners.put(scalar.text(), own);
            }
        });
        entries.add(new Entry(host.line(), "tags", tags(host)));
        return new Mapping(host.line(), entries);
    }

    private Sequence tags(Entry host) {
        return new Sequence(
                host.line(),
                groups.getOrDefault(host.key(), new TreeSet<>()).stream()
                        .filter(group -> !group.equals("all") && !group.equals("ungrouped"))
                        .<Node>map(group -> Scalar.text(host.line(), group))
                        .toList());
    }

    private void copy(Node variables, List<Entry> entries, String key, String... names) {
        Stream.of(names)
                .flatMap(name -> entries(variables).filter(entry -> entry.key().equals(name)))
                .findFirst()
                .ifPresent(entry -> {
                    if (entry.value() instanceof Scalar scalar && scalar.text().contains("{{")) {
                        mistakes.add(
                                entry.line(),
                                "'" + entry.key() + "' is a template, which only Ansible can fill in: "
                                        + scalar.text());
                    } else {
                        entries.add(new Entry(entry.line(), key, entry.value()));
                    }
                });
    }

    /** {@code slipway_timeout_seconds} is {@code timeoutSeconds}. */
    private static String ownKey(String variable) {
        return LETTER_AFTER_UNDERSCORE
                .matcher(variable.substring("slipway_".length()))
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    /** The jump that the options for ssh name. */
    private Optional<Entry> jump(Node variables) {
        for (String name : List.of("ansible_ssh_common_args", "ansible_ssh_extra_args", "ansible_ssh_args")) {
            Optional<Node> options = find(variables, name);
            String text = options.map(node -> node instanceof Scalar scalar ? scalar.text() : "")
                    .orElse("");
            Optional<String> way = wayIn(text);
            if (options.isPresent() && way.isPresent()) {
                int line = options.get().line();
                return Optional.of(new Entry(line, "jump", Scalar.text(line, declareJumps(line, way.get()))));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wayIn(String options) {
        Matcher jump = PROXY_JUMP.matcher(options);
        if (jump.find()) {
            return Optional.of(jump.group(1)).filter(way -> !way.equals("none"));
        }
        Matcher command = PROXY_COMMAND.matcher(options);
        return command.find() && command.group(1).contains("-W") ? destination(command.group(1)) : Optional.empty();
    }

    /** Where an ssh command connects to: {@code -W %h:%p -p 2201 gate@bastion} is {@code gate@bastion:2201}. */
    private static Optional<String> destination(String arguments) {
        Matcher port = Pattern.compile("-p\\s*(\\d+)").matcher(arguments);
        String suffix = port.find() ? ":" + port.group(1) : "";
        return Stream.of(OPTION_WITH_VALUE
                        .matcher(arguments)
                        .replaceAll(" ")
                        .strip()
                        .split("\\s+"))
                .filter(word -> !word.startsWith("-") && !word.isEmpty())
                .reduce((first, last) -> last)
                .map(host -> host + suffix);
    }

    /** Declares the hops {@code a,b,c} and gives the name of the last. */
    private String declareJumps(int line, String way) {
        String before = "";
        for (String hop : way.split(",")) {
            Matcher parts = HOP.matcher(hop);
            String name = before.isEmpty() ? hop : before + "," + hop;
            if (parts.matches()) {
                List<Entry> entries = new ArrayList<>();
                entries.add(new Entry(line, "address", Scalar.text(line, parts.group(2))));
                Optional.ofNullable(parts.group(1))
                        .ifPresent(user -> entries.add(new Entry(line, "user", Scalar.text(line, user))));
                Optional.ofNullable(parts.group(3))
                        .ifPresent(port -> entries.add(new Entry(line, "port", Scalar.text(line, port))));
                if (!before.isEmpty()) {
                    entries.add(new Entry(line, "jump", Scalar.text(line, before)));
                }
                jumps.put(name, new Entry(line, name, new Mapping(line, entries)));
            }
            before = name;
        }
        return before;
    }

    private static Stream<Scalar> texts(Node node, String key) {
        return find(node, key).stream()
                .flatMap(list -> list instanceof Sequence sequence ? sequence.items().stream() : Stream.empty())
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast);
    }

    private static Optional<Node> find(Node node, String key) {
        return entries(node)
                .filter(entry -> entry.key().equals(key))
                .map(Entry::value)
                .findFirst();
    }

    private static Stream<Entry> entries(Node node) {
        return node instanceof Mapping mapping ? mapping.entries().stream() : Stream.empty();
    }
}
