package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.assess.Assessment;
import dev.slipway.assess.Fleet;
import dev.slipway.testing.RequiresTool;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

@RequiresTool({"chromium", "chromedriver"})
final class ReportInBrowserTest {
    private static final String WORKLOADS = "#workloads-table tbody tr > th > a";

    @TempDir
    static Path run;

    private static Browser browser;

    @BeforeAll
    static void write_the_report() throws IOException {
        Fleet fleet = SampleFleet.fleet();
        for (ReportFile file : Report.assets()) {
            write(file);
        }
        write(Report.index(fleet, SampleFleet.statuses()));
        for (ReportFile file : Report.owners(fleet, SampleFleet.statuses())) {
            write(file);
        }
        for (Assessment assessment : SampleFleet.all()) {
            HostStatus status = HostStatus.scanned(
                    assessment.facts().host().name(), assessment.facts().host().owner());
            write(Report.host(assessment, fleet, status, SampleRules.texts()));
        }
        browser = Browser.start();
    }

    private static void write(ReportFile file) throws IOException {
        Path path = run.resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.content());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void as_on_a_desk() {
        browser.resize(1440, 1000);
        browser.emulate("", "prefers-color-scheme", "light");
    }

    private static Path page(String name) {
        return run.resolve("report").resolve(name);
    }

    private static Path hostile() {
        return page(Links.host(SampleFleet.ATTACK));
    }

    private static Path hostileOwner() {
        return page(Links.owner(SampleFleet.ATTACK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "hosts/shop-01.html", "hosts/batch-01.html", "owners/shop-team.html"})
    void loads_nothing_but_files_of_the_report_and_complains_of_nothing(String name) {
        browser.open(page(name));

        assertThat(browser.requests())
                .isNotEmpty()
                .allSatisfy(
                        address -> assertThat(address).startsWith(run.toUri().toString()));
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.run("return getComputedStyle(document.querySelector('table')).borderCollapse"))
                .isEqualTo("collapse");
        assertThat(browser.all(".theme")).hasSize(1);
    }

    @Test
    void the_first_page_asks_for_no_other_file() {
        browser.open(page("index.html"));

        assertThat(browser.requests())
                .containsExactly(page("index.html").toUri().toString());
    }

    @Test
    void text_of_hosts_is_never_markup() {
        for (Path page : List.of(page("index.html"), hostile(), hostileOwner())) {
            browser.open(page);

            assertThat(browser.title()).contains("Kubernetes readiness");
            assertThat(browser.all("main script, img, iframe, object, [onerror], [onclick], a[href^='javascript']"))
                    .isEmpty();
            assertThat(browser.one("main").getText())
                    .contains("<script>document.title='owned'</script>", "{{7*7}}⟨U+202E⟩␛[31m&lt;");
            assertThat(browser.requests())
                    .allSatisfy(address ->
                            assertThat(address).startsWith(run.toUri().toString()));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_policy_stops_what_should_ever_get_in() {
        browser.open(page("hosts/shop-01.html"));

        browser.run("""
                const image = document.createElement('img');
                image.src = 'http://127.0.0.1:9/stolen';
                document.body.append(image);
                """);

        assertThat(browser.complaints()).singleElement().asString().contains("violates", "127.0.0.1:9");
        assertThatThrownBy(() -> browser.run("document.body.innerHTML = '<b>owned</b>'"))
                .hasMessageContaining("TrustedHTML");
        assertThatThrownBy(() -> browser.run("document.body.setAttribute('onclick', 'owned()')"))
                .hasMessageContaining("TrustedScript");
    }

    @Test
    void workloads_can_be_searched_filtered_and_sorted_and_the_address_keeps_it() {
        browser.open(page("index.html"));
        assertThat(browser.visibleTexts(WORKLOADS)).hasSize(4).contains("tomcat", "reports", "cad");

        browser.one("form[data-for=workloads-table] [name=q]").sendKeys("spring");
        assertThat(browser.visibleTexts(WORKLOADS)).containsExactly("reports");
        assertThat(browser.one("form[data-for=workloads-table] output").getText())
                .isEqualTo("1 of 4 shown");
        assertThat(browser.address()).endsWith("#workloads?q=spring");

        browser.one("form[data-for=workloads-table] [type=reset]").click();
        browser.one("form[data-for=workloads-table] [name=owner] option[value=batch-team]")
                .click();
        browser.one("form[data-for=workloads-table] [name=verdict] option[value=Blocked]")
                .click();
        assertThat(browser.visibleTexts(WORKLOADS)).containsExactly("cad");
        assertThat(browser.address()).endsWith("#workloads?owner=batch-team&verdict=Blocked");
    }

    @Test
    void an_address_shows_what_it_was_copied_from() {
        browser.open(page("index.html"), "#workloads?owner=batch-team&sort=4-up");

        assertThat(browser.visibleTexts(WORKLOADS)).containsExactly("cad", "reports");
        assertThat(browser.one("#workloads-table th[aria-sort]").getDomAttribute("aria-sort"))
                .isEqualTo("ascending");

        browser.one("#workloads-table th[aria-sort] button").click();

        assertThat(browser.visibleTexts(WORKLOADS)).containsExactly("reports", "cad");
        assertThat(browser.address()).endsWith("#workloads?owner=batch-team&sort=4-down");
    }

    @Test
    void a_broken_address_does_no_harm() {
        browser.open(page("index.html"), "#%E0%A4%A?q=%&sort=99-x");

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.visibleTexts(WORKLOADS)).hasSize(4);
    }

    @Test
    void leads_from_the_fleet_to_a_workload_on_its_host_and_from_there_to_the_rule() {
        browser.open(page("index.html"));
        browser.all(WORKLOADS).stream()
                .filter(link -> link.getText().equals("tomcat"))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(browser.address()).endsWith("report/hosts/shop-01.html#workload-tomcat");
        assertThat(browser.one("#workload-tomcat").isDisplayed()).isTrue();

        browser.one("#workload-tomcat .lifts summary").click();
        browser.one("#workload-tomcat .lifts tbody a").click();

        assertThat(browser.address()).contains("#rule-");
        assertThat(browser.one("details.finding:target").getDomAttribute("open"))
                .as("a link into something folded opens it")
                .isNotNull();
    }

    @Test
    void every_link_within_the_report_leads_somewhere() {
        for (Path page : List.of(
                page("index.html"),
                page("hosts/shop-01.html"),
                page("owners/shop-team.html"),
                hostile(),
                hostileOwner())) {
            browser.open(page);
            List<?> links = (List<?>) browser.run("""
                    return [...document.links].map(a => a.href).filter(href => href.startsWith('file:'))
                      .filter(href => !href.includes('/drafts/'))
                    """);
            assertThat(links).isNotEmpty();
            for (Object link : links) {
                String[] parts = link.toString().split("#", 2);
                Path target = Path.of(URI.create(parts[0]));
                assertThat(target).exists();
                if (parts.length == 2) {
                    assertThat(target).content().contains("id=\"" + parts[1] + "\"");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, 1440, light", "index.html, 390, dark",
        "hosts/shop-01.html, 1440, dark", "hosts/shop-01.html, 390, light",
        "owners/batch-team.html, 768, dark", "hostile, 768, light"
    })
    void keeps_nobody_out(String name, int width, String theme) {
        browser.resize(width, 900);
        browser.emulate("", "prefers-color-scheme", theme);
        browser.open(name.equals("hostile") ? hostile() : page(name));
        browser.run("document.querySelectorAll('details').forEach(each => { each.open = true; })");

        assertThat(browser.barriers()).isEmpty();
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .as("only tables scroll sideways")
                .isLessThanOrEqualTo((Long) browser.run("return document.documentElement.clientWidth"));
    }

    @Test
    void can_be_read_without_script() {
        browser.withoutScript(true);
        try {
            browser.open(page("index.html"));

            assertThat(browser.one("h1").getText()).startsWith("Of 4 workloads");
            assertThat(browser.visibleTexts(WORKLOADS)).hasSize(4);
            assertThat(browser.one("form[data-for=workloads-table]").isDisplayed())
                    .as("nothing is offered that would not work")
                    .isFalse();
        } finally {
            browser.withoutScript(false);
        }
    }

    @Test
    void the_theme_follows_the_system_until_it_is_chosen() {
        browser.emulate("", "prefers-color-scheme", "dark");
        browser.open(page("index.html"));
        String dark = paper();

        browser.one(".theme").click();
        String light = paper();
        browser.open(page("hosts/shop-01.html"));

        assertThat(dark).isNotEqualTo(light);
        assertThat(paper()).as("the choice holds on other pages").isEqualTo(light);
        browser.run("localStorage.clear()");
    }

    @Test
    void paper_is_white_and_has_no_controls() {
        browser.emulate("print", "prefers-color-scheme", "dark");
        browser.open(page("index.html"));

        assertThat(paper()).isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.one(".theme").isDisplayed()).isFalse();
        assertThat(browser.one("form.filter").isDisplayed()).isFalse();
        assertThat(browser.one(".contents").isDisplayed()).isFalse();
    }

    @Test
    void the_keyboard_reaches_the_content_first_and_then_everything() {
        browser.open(page("index.html"));
        Object first = browser.run("return document.querySelectorAll('a, button')[0].getAttribute('href')");

        browser.one("body").sendKeys(Keys.TAB);

        assertThat(first).isEqualTo("#content");
        assertThat(browser.run("return document.activeElement.className")).isEqualTo("skip");
        assertThat(browser.all("#workloads-table thead th"))
                .allSatisfy(head ->
                        assertThat(head.findElements(By.tagName("button"))).hasSize(1));
    }

    private static String paper() {
        return String.valueOf(browser.run("return getComputedStyle(document.body).backgroundColor"));
    }
}
