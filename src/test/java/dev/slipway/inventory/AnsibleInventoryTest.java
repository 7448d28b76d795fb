package dev.slipway.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.inventory.Connection.Local;
import dev.slipway.inventory.Connection.Ssh;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class AnsibleInventoryTest {
    /** In the form that ansible-core 2.14 prints. */
    private static final String LIST = """
            {
                "_meta": {
                    "hostvars": {
                        "db1": {
                            "ansible_connection": "local",
                            "ansible_password": "never read"
                        },
                        "web1": {
                            "ansible_host": "10.0.0.11",
                            "ansible_port": 2022,
                            "ansible_ssh_common_args": "-o ProxyJump=hop@outer.example.com:2200,[fe80::2]",
                            "ansible_user": "deploy",
                            "http_port": 80,
                            "slipway_owner": "shop-team",
                            "slipway_timeout_seconds": 30
                        },
                        "web2": {
                            "ansible_ssh_common_args": "-o ProxyCommand=\\"ssh -W %h:%p -q -p 2201 gate@bastion\\""
                        }
                    }
                },
                "all": {
                    "children": ["ungrouped", "prod"]
                },
                "prod": {
                    "children": ["web", "prod"]
                },
                "ungrouped": {
                    "hosts": ["db1", "lonely"]
                },
                "web": {
                    "hosts": ["web1", "web2"]
                }
            }
            """;

    @Test
    void reads_what_ansible_inventory_prints() {
        Inventory inventory = read(LIST);

        assertThat(inventory.hosts().stream().map(InventoryHost::name))
                .containsExactly("db1", "lonely", "web1", "web2");
        assertThat(inventory.hosts().get(0).connection()).isEqualTo(new Local());
        assertThat(inventory.hosts().get(0).tags()).isEmpty();
        InventoryHost web1 = inventory.hosts().get(2);
        assertThat(web1.tags()).isEqualTo(new TreeSet<>(List.of("prod", "web")));
        assertThat(web1.owner()).isEqualTo("shop-team");
        assertThat(web1.timeout()).isEqualTo(Duration.ofSeconds(30));
        Login login = ((Ssh) web1.connection()).login();
        assertThat(login.address()).isEqualTo("10.0.0.11");
        assertThat(login.port()).isEqualTo(OptionalInt.of(2022));
        assertThat(login.user()).isEqualTo(Optional.of("deploy"));
        assertThat(inventory.wayTo(web1).stream().map(Jump::login).map(Login::address))
                .containsExactly("outer.example.com", "fe80::2");
        assertThat(inventory.wayTo(web1).get(0).login().user()).isEqualTo(Optional.of("hop"));
        assertThat(inventory.wayTo(web1).get(0).login().port()).isEqualTo(OptionalInt.of(2200));
        Jump bastion = inventory.wayTo(inventory.hosts().get(3)).get(0);
        assertThat(bastion.login().address()).isEqualTo("bastion");
        assertThat(bastion.login().user()).isEqualTo(Optional.of("gate"));
        assertThat(bastion.login().port()).isEqualTo(OptionalInt.of(2201));
    }

    @Test
    void a_template_cannot_be_an_address() {
        assertThatThrownBy(() -> read(LIST.replace("10.0.0.11", "{{ ip }}")))
                .isInstanceOf(InventoryException.class)
                .hasMessage("list.json:9: 'ansible_host' is a template, which only Ansible can fill in: {{ ip }}");
    }

    @Test
    void json_of_our_own_form_is_read_too() {
        assertThat(read("{\"hosts\": [{\"name\": \"a\"}]}").hosts().get(0).name())
                .isEqualTo("a");
        assertThatThrownBy(() -> read("{\"hosts\": [{\"name\": \"a\"]}"))
                .hasMessage("list.json:1: not valid JSON: Unexpected close marker ']': expected '}'");
    }

    private static Inventory read(String text) {
        return new InventoryReader(Path.of("/home/me")).read(text, Path.of("list.json"));
    }
}
