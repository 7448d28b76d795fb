package dev.slipway.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.inventory.Connection.Local;
import dev.slipway.inventory.Connection.Recorded;
import dev.slipway.inventory.Connection.Ssh;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InventoryReaderTest {
    @TempDir
    private Path dir;

    @Test
    void reads_hosts_with_their_owners_ways_and_settings() throws IOException {
        Path key = Files.createFile(dir.resolve("id_ed25519"));
        Path hostKeys = Files.createFile(dir.resolve("known_hosts"));
        Path recording = Files.createDirectory(dir.resolve("recorded")).resolve("old-portal.transcript");
        Files.createFile(recording);

        Inventory inventory = read("""
                defaults: {user: scan, port: 2022, sudo: auto, timeoutSeconds: 90, identityFiles: id_ed25519}
                owners:
                  shop-team: {contact: shop@example.com, namespace: shop}
                  portal-team:
                jumps:
                  outer: {address: outer.example.com}
                  bastion: {address: bastion.example.com, user: jump, jump: outer, maxConnections: 4}
                tags:
                  el5: {legacyCrypto: true, user: root}
                hosts:
                  - {name: shop-01, address: 10.0.0.11, owner: shop-team, jump: bastion, tags: [prod, el5]}
                  - name: shop-02
                    address: "[fe80::1%eth0]"
                    port: 22
                    user: ops
                    sudo: always
                    timeoutSeconds: 30
                    knownHosts: [known_hosts]
                    hostKeyAlias: shop
                    identityAgent: ~/agent.sock
                    auth: [key, keyboard-interactive]
                  - {name: old-portal, connection: recorded, recording: recorded/old-portal.transcript, owner: portal-team}
                  - {name: this-machine, connection: local}
                """);

        assertThat(inventory.owners().values())
                .containsExactly(
                        new Owner("portal-team", Optional.empty(), Optional.empty()),
                        new Owner("shop-team", Optional.of("shop@example.com"), Optional.of("shop")));
        Login outer = Login.to("outer.example.com");
        Login bastion = new Login(
                "bastion.example.com",
                OptionalInt.empty(),
                Optional.of("jump"),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                false);
        assertThat(inventory.wayTo(inventory.hosts().get(0)))
                .containsExactly(
                        new Jump("outer", outer, Optional.empty(), 16),
                        new Jump("bastion", bastion, Optional.of("outer"), 4));
        assertThat(inventory.hosts())
                .containsExactly(
                        new InventoryHost(
                                "shop-01",
                                "shop-team",
                                tags("prod", "el5"),
                                new Ssh(
                                        new Login(
                                                "10.0.0.11",
                                                OptionalInt.of(2022),
                                                Optional.of("root"),
                                                List.of(key),
                                                Optional.empty(),
                                                List.of(),
                                                Optional.empty(),
                                                List.of(),
                                                true),
                                        Optional.of("bastion")),
                                Sudo.AUTO,
                                Duration.ofSeconds(90)),
                        new InventoryHost(
                                "shop-02",
                                "unowned",
                                tags(),
                                new Ssh(
                                        new Login(
                                                "fe80::1%eth0",
                                                OptionalInt.of(22),
                                                Optional.of("ops"),
                                                List.of(key),
                                                Optional.of("/home/me/agent.sock"),
                                                List.of(hostKeys),
                                                Optional.of("shop"),
                                                List.of(AuthMethod.KEY, AuthMethod.KEYBOARD_INTERACTIVE),
                                                false),
                                        Optional.empty()),
                                Sudo.ALWAYS,
                                Duration.ofSeconds(30)),
                        new InventoryHost(
                                "old-portal",
                                "portal-team",
                                tags(),
                                new Recorded(recording),
                                Sudo.AUTO,
                                Duration.ofSeconds(90)),
                        new InventoryHost(
                                "this-machine", "unowned", tags(), new Local(), Sudo.AUTO, Duration.ofSeconds(90)));
    }

    @Test
    void a_host_may_leave_the_jump_of_all_hosts_out_and_its_address_is_its_name() {
        Inventory inventory = read("""
                defaults: {jump: bastion}
                jumps: {bastion: {}}
                hosts: [{name: a}, {name: b.example.com, jump: none}]
                """);

        assertThat(inventory.hosts().stream().map(InventoryHost::connection))
                .containsExactly(
                        new Ssh(Login.to("a"), Optional.of("bastion")),
                        new Ssh(Login.to("b.example.com"), Optional.empty()));
        assertThat(inventory.wayTo(inventory.hosts().get(0)))
                .containsExactly(new Jump("bastion", Login.to("bastion"), Optional.empty(), 16));
    }

    @Test
    void reports_every_mistake_at_once_with_its_line() {
        assertThat(mistakes("""
                defaults: {user: -scan, port: ssh, colour: red}
                owners: {shop-team: {contakt: x}}
                jumps:
                  a: {jump: b}
                  b: {jump: c}
                  c:
                    address: c.example.com
                    jump: a
                  d: {jump: bastoin, maxConnections: 0}
                hosts:
                  - {name: shop-01, adress: 10.0.0.11, owner: shop-taem, jump: nowhere}
                  - {name: shop-01, address: "-oProxyCommand=x", sudo: sometimes}
                  - {name: shop-03, auth: [key, kerberos], legacyCrypto: maybe, timeoutSeconds: 1.5}
                  - {name: shop-04, connection: recorded}
                  - {name: shop-05, connection: recorded, recording: gone.transcript}
                  - {name: shop-06, recording: gone.transcript, identityFiles: [no-key], tags: {a: b}}
                  - {address: 10.0.0.7, user: [a], user: b}
                  - shop-08
                  - {name: "a\\nb"}
                host: []
                """)).isEqualTo("""
                inv.yaml:1: defaults: 'user' must be the name of an account, not '-scan'
                inv.yaml:1: defaults: 'port' must be a whole number from 1 to 65535, not 'ssh'
                inv.yaml:1: defaults: unknown key 'colour'; known are auth, hostKeyAlias, identityAgent, identityFiles, \
                jump, knownHosts, legacyCrypto, owner, port, sudo, timeoutSeconds, user
                inv.yaml:2: owner 'shop-team': unknown key 'contakt'; did you mean 'contact'?
                inv.yaml:4: jump 'a': leads back to itself: a -> b -> c -> a
                inv.yaml:5: jump 'b': leads back to itself: b -> c -> a -> b
                inv.yaml:8: jump 'c': leads back to itself: c -> a -> b -> c
                inv.yaml:9: jump 'd': 'maxConnections' must be a whole number from 1 to 1000, not '0'
                inv.yaml:9: jump 'd': jump 'bastoin' is not defined under 'jumps'; known are a, b, c, d
                inv.yaml:11: host 'shop-01': owner 'shop-taem' is not defined under 'owners'; did you mean 'shop-team'?
                inv.yaml:11: host 'shop-01': jump 'nowhere' is not defined under 'jumps'; known are a, b, c, d
                inv.yaml:11: host 'shop-01': unknown key 'adress'; did you mean 'address'?
                inv.yaml:12: host 'shop-01': was already defined in line 11; give each host a name of its own
                inv.yaml:12: host 'shop-01': 'address' must be a host name or an IP address, not '-oProxyCommand=x'
                inv.yaml:12: host 'shop-01': 'sudo' must be one of never, auto, always, not 'sometimes'
                inv.yaml:13: host 'shop-03': 'timeoutSeconds' must be a whole number from 1 to 86400, not '1.5'
                inv.yaml:13: host 'shop-03': 'auth' must be one of agent, key, password, keyboard-interactive, \
                not 'kerberos'
                inv.yaml:13: host 'shop-03': 'legacyCrypto' must be true or false, not 'maybe'
                inv.yaml:14: host 'shop-04': 'connection: recorded' needs 'recording: FILE'
                inv.yaml:15: host 'shop-05': 'recording': DIR/gone.transcript does not exist
                inv.yaml:16: host 'shop-06': 'recording': DIR/gone.transcript does not exist
                inv.yaml:16: host 'shop-06': 'recording' needs 'connection: recorded'
                inv.yaml:16: host 'shop-06': 'tags' must be a list of texts, not a mapping
                inv.yaml:16: host 'shop-06': 'identityFiles': DIR/no-key does not exist
                inv.yaml:17: a host: has 'user' twice, first in line 17
                inv.yaml:17: a host: 'name' is missing
                inv.yaml:17: a host: 'user' must be text, not a list
                inv.yaml:18: a host must be '{name: ..., address: ...}', not 'shop-08'
                inv.yaml:19: a host: 'name' has a line break or another control character
                inv.yaml:19: a host: 'name' is missing
                inv.yaml:20: the inventory: unknown key 'host'; did you mean 'hosts'?
                """);
    }

    @Test
    void says_where_a_file_stops_being_yaml() {
        assertThat(mistakes("hosts:\n  - {name: a\n  - {name: b}\n")).isEqualTo("""
                inv.yaml:3: not valid YAML: while parsing a flow mapping, \
                expected ',' or '}', but got {
                """);
        assertThat(mistakes("hosts: [{name: a}]\n---\nhosts: []\n"))
                .isEqualTo("inv.yaml:3: a second document begins here; an inventory is one document\n");
        assertThat(mistakes("defaults: &d {user: x}\ntags: {t: *d}\nhosts: [{name: a}]\n"))
                .isEqualTo("inv.yaml:2: '*d' is an alias, which is not read here; use 'defaults' or 'tags'\n");
    }

    @Test
    void an_inventory_without_hosts_is_a_mistake() {
        assertThat(mistakes("")).isEqualTo("inv.yaml:1: there are no hosts; list them under 'hosts'\n");
        assertThat(mistakes("owners: {a: {}}\nhosts: []\n"))
                .isEqualTo("inv.yaml:2: there are no hosts; list them under 'hosts'\n");
        assertThat(mistakes("hosts: shop-01\n")).isEqualTo("""
                inv.yaml:1: the inventory: 'hosts' must be a list, not 'shop-01'
                """);
        assertThat(mistakes("- a\n")).isEqualTo("""
                inv.yaml:1: the inventory: must be 'key: value' pairs, not a list
                """);
    }

    @Test
    void a_file_that_is_not_there_or_no_text_is_a_mistake() throws IOException {
        InventoryReader reader = new InventoryReader(Path.of("/home/me"));
        assertThatThrownBy(() -> reader.read(Path.of("no-such.yaml")))
                .isInstanceOf(InventoryException.class)
                .hasMessage("no-such.yaml:1: the file does not exist");
        Path latin =
                Files.write(dir.resolve("latin.yaml"), "hosts: [{name: \u00e9}]".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> reader.read(latin)).hasMessage(latin + ":1: the file is not UTF-8 text");
    }

    private static SortedSet<String> tags(String... tags) {
        return new TreeSet<>(List.of(tags));
    }

    private Inventory read(String text) {
        return new InventoryReader(Path.of("/home/me")).read(text, dir.resolve("inv.yaml"));
    }

    private String mistakes(String text) {
        try {
            read(text);
            return "none";
        } catch (InventoryException e) {
            return e.getMessage().replace(dir + "/inv", "inv").replace(dir.toString(), "DIR") + "\n";
        }
    }
}
