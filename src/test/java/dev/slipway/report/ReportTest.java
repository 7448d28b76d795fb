package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.assess.Fleet;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {
    private static final Fleet FLEET =
            SampleFleet.fleet(List.of(SampleFleet.SHOP, SampleFleet.SHOP_TWIN, SampleFleet.LICENSED));

    @Test
    void the_table_for_spreadsheets_has_a_row_for_each_workload() {
        assertThat(Report.csv(FLEET).content()).isEqualTo("""
                owner,workload,kind,runtime,hosts,as_is,with_draft,low,high,coverage,verdict,disposition,controller,story_points,draft\r
                batch-team,cad,application,native,cad-01,25,25,25,25,1.000,blocked,refactor,deployment,18.00,drafts/batch-team/cad\r
                shop-team,tomcat,application,tomcat,shop-01 shop-02,72,92,72,77,0.818,work-needed,migrate-after-fixes,deployment,11.50,drafts/shop-team/tomcat\r
                """);
    }

    @Test
    void no_cell_is_a_formula() {
        String csv = Report.csv(SampleFleet.fleet(List.of(SampleFleet.HOSTILE))).content();

        assertThat(csv.lines().skip(1)).allSatisfy(line -> assertThat(line).doesNotStartWith("="));
        assertThat(FleetCsv.text("=1+1")).isEqualTo("'=1+1");
        assertThat(FleetCsv.text("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    }

    @Test
    void the_first_page_begins_with_the_verdict_and_the_numbers() {
        String html = Report.index(FLEET, SampleFleet.statuses().subList(0, 4)).content();

        assertThat(html).contains("""
                <p class="eyebrow">4 hosts, as of 2026-11-24</p>
                <h1>Of 2 workloads, 1 needs work first and 1 is blocked.</h1>
                """).contains("""
                <ul class="figures">
                <li><span class="figure-label">Hosts scanned</span> <strong class="figure-value">3 of 4</strong> <span class="figure-note">2 owners</span></li>
                <li><span class="figure-label">Workloads</span> <strong class="figure-value">2</strong> <span class="figure-note">3 instances</span></li>
                """);
    }

    @Test
    void a_host_that_could_not_be_scanned_is_shown_with_the_reason_and_what_to_do() {
        String html = Report.index(FLEET, SampleFleet.statuses()).content();

        assertThat(html).contains("""
                <tr><th scope="row"><span>gone-01</span></th><td data-label="Owner"><span>unowned</span></td>\
                <td data-label="Outcome"><span>not reachable</span></td>\
                <td data-label="What happened"><span>10.0.0.99:22: no route to host</span></td>\
                <td data-label="What to do"><span>Check the address and the jump host.</span></td></tr>
                """);
    }

    @Test
    void a_finding_shows_its_reason_and_the_lines_that_prove_it() {
        ReportFile page =
                Report.host(SampleFleet.SHOP, FLEET, HostStatus.scanned("shop-01", "shop-team"), SampleRules.texts());

        assertThat(page.path()).isEqualTo("report/hosts/shop-01.html");
        assertThat(page.content()).contains("<details class=\"finding\" id=\"rule-state-901\">");
        assertThat(page.content()).contains("""
                <h4>Why it matters</h4>
                <p>Whoever is sent to another pod is logged out.</p>
                <h4>What to do</h4>
                <p>Keep sessions in Redis.</p>
                <h4>What the draft does</h4>
                <p>One replica until that is done. <span class="muted">With the draft it becomes medium.</span></p>
                """).contains("""
                <figure class="evidence"><figcaption>/etc/cron.d/shop:3</figcaption>\
                <pre tabindex="0">*/2 * * * * tomcat /opt/shop/bin/sync</pre></figure>""");
    }

    @Test
    void a_list_that_may_be_incomplete_says_so() {
        String html = Report.host(
                        SampleFleet.SHOP, FLEET, HostStatus.scanned("shop-01", "shop-team"), SampleRules.texts())
                .content();

        assertThat(html)
                .contains(
                        "<p class=\"note\">This list may be incomplete. /var/spool/cron/crontabs: permission denied</p>");
    }

    @Test
    void the_same_fleet_gives_the_same_bytes() {
        assertThat(Report.index(SampleFleet.fleet(), SampleFleet.statuses()))
                .isEqualTo(Report.index(SampleFleet.fleet(), SampleFleet.statuses()));
    }

    @Test
    void findings_for_code_scanners_have_rule_level_place_and_a_stable_print() throws IOException {
        StringWriter out = new StringWriter();

        Report.sarif(List.of(SampleFleet.SHOP, SampleFleet.HOSTILE).iterator(), SampleRules.texts(), out);

        JsonNode run = new ObjectMapper().readTree(out.toString()).at("/runs/0");
        assertThat(run.at("/tool/driver/rules")).hasSize(6);
        assertThat(run.at("/results/0").toPrettyString()).isEqualTo("""
                {
                  "ruleId" : "STATE-901",
                  "level" : "error",
                  "message" : {
                    "text" : "tomcat: HTTP sessions live in files of one machine"
                  },
                  "locations" : [ {
                    "logicalLocations" : [ {
                      "kind" : "module",
                      "fullyQualifiedName" : "shop-01/tomcat/tomcat"
                    } ]
                  }, {
                    "physicalLocation" : {
                      "artifactLocation" : {
                        "uri" : "shop-01/ss"
                      },
                      "region" : {
                        "startLine" : 4,
                        "snippet" : {
                          "text" : "tcp LISTEN 0 100 *:8080 users:((\\"java\\",pid=812,fd=61))"
                        }
                      }
                    }
                  }, {
                    "physicalLocation" : {
                      "artifactLocation" : {
                        "uri" : "shop-01/etc/cron.d/shop"
                      },
                      "region" : {
                        "startLine" : 3,
                        "snippet" : {
                          "text" : "*/2 * * * * tomcat /opt/shop/bin/sync"
                        }
                      }
                    }
                  } ],
                  "partialFingerprints" : {
                    "slipwayFinding/v1" : "shop-01:STATE-901:tomcat"
                  },
                  "properties" : {
                    "host" : "shop-01",
                    "workload" : "tomcat",
                    "subject" : "tomcat",
                    "severity" : "high",
                    "residual" : "medium",
                    "points" : 16.0,
                    "effort" : 5.0
                  }
                }""");
    }

    @Test
    void no_path_of_a_host_leads_out_of_its_folder() {
        assertThat(UriPath.of("/etc/../../a b/./c")).isEqualTo("etc/_./_./a%20b/_/c");
    }
}
