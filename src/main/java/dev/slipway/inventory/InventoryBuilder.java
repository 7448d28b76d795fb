package dev.slipway.inventory;

import dev.slipway.inventory.Node.Entry;
import dev.slipway.inventory.Node.Mapping;
import dev.slipway.inventory.Node.Sequence;
import dev.slipway.yaml.NearestName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes an inventory of nodes, whatever file they come from. */
final class InventoryBuilder {
    private static final int DEFAULT_CONNECTIONS = 16;
    private static final int MOST_NAME_LETTERS = 253;

    private final Mistakes mistakes;
    private final Places places;
    private final SortedMap<String, Owner> owners = new TreeMap<>();
    private final SortedMap<String, Jump> jumps = new TreeMap<>();
    private final SortedMap<String, Settings> tagged = new TreeMap<>();
    private final SortedMap<String, Integer> jumpLines = new TreeMap<>();
    private final SortedMap<String, Integer> hostLines = new TreeMap<>();
    private final List<InventoryHost> hosts = new ArrayList<>();
    private Settings defaults = Settings.NOTHING;

    InventoryBuilder(Mistakes mistakes, Places places) {
        this.mistakes = mistakes;
        this.places = places;
    }

    Inventory build(Node document) {
        Fields fields = new Fields("the inventory", document, mistakes);
        named(fields, "owners", this::addOwner);
        named(fields, "jumps", (name, node) -> jumps.put(name, jump(name, node)));
        fields.node("defaults").ifPresent(node -> defaults = settings(new Fields("defaults", node, mistakes)));
        named(fields, "tags", this::addTag);
        checkJumps();
        Optional<Node> list = fields.node("hosts");
        if (list.isPresent() && list.get() instanceof Sequence sequence) {
            sequence.items().forEach(this::addHost);
        } else if (list.isPresent()) {
            fields.wrong("hosts", "'hosts' must be a list, not " + list.get().kind());
        }
        fields.rejectOthers();
        mistakes.throwIfAny();
        if (hosts.isEmpty()) {
            throw mistakes.fatal(fields.line("hosts"), "there are no hosts; list them under 'hosts'");
        }
        return new Inventory(owners, jumps, hosts);
    }

    private interface NamedNode {
        void add(String name, Node node);
    }

    private void named(Fields fields, String key, NamedNode each) {
        Optional<Node> node = fields.node(key);
        if (node.isPresent() && node.get() instanceof Mapping mapping) {
            for (Entry entry : new Fields("'" + key + "'", mapping, mistakes).all()) {
                each.add(entry.key(), entry.value());
            }
        } else if (node.isPresent()) {
            fields.wrong(
                    key,
                    "'" + key + "' must be a mapping by name, not " + node.get().kind());
        }
    }

    private void addOwner(String name, Node node) {
        Fields fields = new Fields("owner '" + name + "'", node, mistakes);
        owners.put(name, new Owner(name, fields.text("contact"), fields.text("namespace")));
        fields.rejectOthers();
    }

    private void addTag(String name, Node node) {
        tagged.put(name, settings(new Fields("tag '" + name + "'", node, mistakes)));
    }

    private Jump jump(String name, Node node) {
        Fields fields = new Fields("jump '" + name + "'", node, mistakes);
        String address = address(fields, name);
        int connections = fields.number("maxConnections", 1, 1000).orElse(DEFAULT_CONNECTIONS);
        Settings settings = login(fields, Optional.empty(), fields.text("jump"));
        fields.rejectOthers();
        jumpLines.put(name, fields.line("jump"));
        return new Jump(name, settings.login(address), settings.jump(), connections);
    }

    private void checkJumps() {
        for (Jump jump : jumps.values()) {
            List<String> way = new ArrayList<>(List.of(jump.name()));
            Optional<String> next = jump.jump();
            while (next.isPresent() && jumps.containsKey(next.get()) && !way.contains(next.get())) {
                way.add(next.get());
                next = jumps.get(next.get()).jump();
            }
            int line = jumpLines.getOrDefault(jump.name(), 1);
            if (next.equals(Optional.of(jump.name()))) {
                way.add(jump.name());
                mistakes.add(line, "jump '" + jump.name() + "': leads back to itself: " + String.join(" -> ", way));
            }
            jump.jump()
                    .filter(name -> !jumps.containsKey(name))
                    .ifPresent(name -> mistakes.add(line, "jump '" + jump.name() + "': " + noJump(name)));
        }
    }

    private String noJump(String name) {
        return "jump '" + name + "' is not defined under 'jumps'" + NearestName.hintOrKnown(name, jumps.keySet());
    }

    /** Everything that defaults and tags may say. */
    private Settings settings(Fields fields) {
        Settings settings = login(fields, owner(fields), jumpOf(fields));
        fields.rejectOthers();
        return settings;
    }

    private Settings login(Fields fields, Optional<String> owner, Optional<String> jump) {
        return new Settings(
                fields.text("user").filter(user -> isUser(fields, user)),
                fields.number("port", 1, 65535),
                fields.word("sudo", Sudo.class),
                fields.number("timeoutSeconds", 1, 86400),
                places.files(fields, "identityFiles"),
                fields.text("identityAgent").map(this::agent),
                places.files(fields, "knownHosts"),
                fields.text("hostKeyAlias"),
                fields.words("auth", AuthMethod.class),
                fields.flag("legacyCrypto"),
                owner,
                jump);
    }

    private static boolean isUser(Fields fields, String user) {
        if (!user.isBlank() && !user.startsWith("-")) {
            return true;
        }
        fields.wrong("user", "'user' must be the name of an account, not '" + user + "'");
        return false;
    }

    private String agent(String text) {
        boolean word = text.equals("none") || text.equals("SSH_AUTH_SOCK") || text.startsWith("$");
        return word ? text : places.resolve(text).toString();
    }

    private Optional<String> owner(Fields fields) {
        Optional<String> owner = fields.text("owner");
        owner.filter(name -> !owners.containsKey(name) && !name.equals(InventoryHost.UNOWNED))
                .ifPresent(name -> fields.wrong(
                        "owner",
                        "owner '" + name + "' is not defined under 'owners'"
                                + NearestName.hintOrKnown(name, owners.keySet())));
        return owner;
    }

    private Optional<String> jumpOf(Fields fields) {
        Optional<String> jump = fields.text("jump");
        jump.filter(name -> !name.equals("none") && !jumps.containsKey(name))
                .ifPresent(name -> fields.wrong("jump", noJump(name)));
        return jump;
    }

    private void addHost(Node node) {
        if (!(node instanceof Mapping)) {
            mistakes.add(node.line(), "a host must be '{name: ..., address: ...}', not " + node.kind());
            return;
        }
        Optional<String> name = new Fields("a host", node, new Mistakes("")).text("name");
        Fields fields = new Fields(name.map(text -> "host '" + text + "'").orElse("a host"), node, mistakes);
        fields.text("name");
        checkName(fields, name);
        String address = address(fields, name.orElse(""));
        Optional<Path> recording = places.file(fields, "recording");
        Kind kind = fields.word("connection", Kind.class).orElse(Kind.SSH);
        checkRecording(fields, kind);
        List<String> tags = fields.texts("tags").stream().map(Node.Scalar::text).toList();
        Settings settings = login(fields, owner(fields), jumpOf(fields));
        for (String tag : tags) {
            settings = settings.over(tagged.getOrDefault(tag, Settings.NOTHING));
        }
        settings = settings.over(defaults);
        fields.rejectOthers();
        Connection connection = switch (kind) {
            case SSH ->
                new Connection.Ssh(settings.login(address), settings.jump().filter(jump -> !jump.equals("none")));
            case LOCAL -> new Connection.Local();
            case RECORDED -> new Connection.Recorded(recording.orElse(places.base()));
        };
        hosts.add(host(name.orElse(""), tags, connection, settings));
    }

    private enum Kind {
        SSH,
        LOCAL,
        RECORDED
    }

    private static InventoryHost host(String name, List<String> tags, Connection connection, Settings settings) {
        return new InventoryHost(
                name,
                settings.owner().orElse(InventoryHost.UNOWNED),
                new TreeSet<>(tags),
                connection,
                settings.sudo().orElse(Sudo.NEVER),
                settings.timeoutSeconds().isPresent()
                        ? Duration.ofSeconds(settings.timeoutSeconds().getAsInt())
                        : InventoryHost.DEFAULT_TIMEOUT);
    }

    private void checkName(Fields fields, Optional<String> name) {
        if (name.isEmpty() || name.get().isBlank()) {
            fields.wrong("name", "'name' is missing");
        } else if (name.get().length() > MOST_NAME_LETTERS) {
            fields.wrong("name", "'name' is longer than " + MOST_NAME_LETTERS + " letters");
        } else {
            Integer before = hostLines.putIfAbsent(name.get(), fields.line("name"));
            if (before != null) {
                fields.wrong("name", "was already defined in line " + before + "; give each host a name of its own");
            }
        }
    }

    private static void checkRecording(Fields fields, Kind kind) {
        boolean named = fields.node("recording").isPresent();
        if (kind == Kind.RECORDED && !named) {
            fields.wrong("connection", "'connection: recorded' needs 'recording: FILE'");
        } else if (kind != Kind.RECORDED && named) {
            fields.wrong("recording", "'recording' needs 'connection: recorded'");
        }
    }

    private static String address(Fields fields, String name) {
        String address = fields.text("address").orElse(name);
        if (fields.node("address").isPresent() && !isAddress(address)) {
            fields.wrong("address", "'address' must be a host name or an IP address, not '" + address + "'");
        }
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }

    private static boolean isAddress(String text) {
        return text.matches("[\\p{L}\\p{N}_.\\[:][\\p{L}\\p{N}_.:%\\[\\]-]*");
    }
}
