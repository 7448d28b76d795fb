package dev.slipway.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.inventory.Connection.Ssh;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class CsvInventoryTest {

    @Test
    void reads_a_table_with_quotes_blank_lines_and_empty_cells() {
        Inventory inventory = read("""
                \uFEFFname,address,port,owner,tags,user\r
                "shop, first",10.0.0.11,2022,shop-team,prod web;eu,"o""ps"\r

                shop-02,,,,,
                """);

        assertThat(inventory.owners()).containsOnlyKeys("shop-team");
        InventoryHost first = inventory.hosts().get(0);
        assertThat(first.name()).isEqualTo("shop, first");
        assertThat(first.owner()).isEqualTo("shop-team");
        assertThat(first.tags()).isEqualTo(new TreeSet<>(List.of("prod", "web", "eu")));
        Login login = ((Ssh) first.connection()).login();
        assertThat(login.address()).isEqualTo("10.0.0.11");
        assertThat(login.port()).isEqualTo(OptionalInt.of(2022));
        assertThat(login.user()).isEqualTo(Optional.of("o\"ps"));
        assertThat(inventory.hosts().get(1).connection()).isEqualTo(new Ssh(Login.to("shop-02"), Optional.empty()));
    }

    @Test
    void reads_what_a_spreadsheet_with_semicolons_writes() {
        Inventory inventory = read("name;address;tags\na;10.0.0.1;x y\n");

        assertThat(inventory.hosts().get(0).tags()).containsExactly("x", "y");
    }

    @Test
    void says_which_row_is_wrong() {
        assertThatThrownBy(() -> read("""
                        nmae,address,port
                        a,10.0.0.1,22
                        b,10.0.0.2,22,more
                        c,10.0.0.3,"2
                        2"
                        """))
                .isInstanceOf(InventoryException.class)
                .hasMessage("""
                        hosts.csv:2: a host: 'name' is missing
                        hosts.csv:2: a host: unknown key 'nmae'; did you mean 'name'?
                        hosts.csv:3: the row has 4 cells, but there are 3 columns
                        hosts.csv:4: a host: 'name' is missing
                        hosts.csv:4: a host: 'port' must be a whole number from 1 to 65535, not '2 2'
                        hosts.csv:4: a host: unknown key 'nmae'; did you mean 'name'?""");
        assertThatThrownBy(() -> read(" \n"))
                .hasMessage(
                        "hosts.csv:1: the table is empty; its first row must name the columns: name,address,owner ...");
    }

    private static Inventory read(String text) {
        return new InventoryReader(Path.of("/home/me")).read(text, Path.of("hosts.csv"));
    }
}
