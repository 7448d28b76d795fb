package dev.slipway.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.slipway.assess.Assessment;
import dev.slipway.assess.Finding;
import dev.slipway.facts.EvidenceLine;
import dev.slipway.facts.FileName;
import dev.slipway.rules.Rule;
import dev.slipway.rules.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;

/** Findings in SARIF 2.1.0, the format of code scanners, written host by host. */
final class SarifLog {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final JsonGenerator json;
    private final List<Rule> rules;

    private SarifLog(JsonGenerator json, RuleTexts rules) {
        this.json = json;
        this.rules = rules.all();
    }

    static void write(Iterator<Assessment> assessments, RuleTexts rules, Writer out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        new SarifLog(json, rules).write(assessments);
        json.close();
        out.write('\n');
        out.flush();
    }

    private void write(Iterator<Assessment> assessments) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        writeTool();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        while (assessments.hasNext()) {
            Assessment assessment = assessments.next();
            for (Finding finding : assessment.findings()) {
                writeResult(finding, assessment.facts().host().name());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeTool() throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "slipway");
        json.writeArrayFieldStart("rules");
        for (Rule rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            writeText("shortDescription", rule.text().title());
            writeText("fullDescription", rule.text().why());
            writeText("help", rule.text().remediation());
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(rule.severity()));
            json.writeEndObject();
            json.writeObjectFieldStart("properties");
            json.writeStringField("concern", rule.concern().term());
            json.writeStringField("severity", rule.severity().term());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeText(String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private void writeResult(Finding finding, String host) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule());
        json.writeStringField("level", level(finding.severity()));
        writeText("message", finding.message());
        json.writeArrayFieldStart("locations");
        writeSubject(finding, host);
        for (EvidenceLine line : finding.evidence()) {
            writePlace(line, host);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("slipwayFinding/v1", host + ":" + finding.id());
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("host", host);
        json.writeStringField("workload", finding.workload());
        json.writeStringField("subject", finding.subject());
        json.writeStringField("severity", finding.severity().term());
        json.writeStringField("residual", finding.residual().term());
        json.writeNumberField("points", finding.points());
        json.writeNumberField("effort", finding.effort());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeSubject(Finding finding, String host) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("kind", "module");
        json.writeStringField("fullyQualifiedName", String.join("/", host, finding.workload(), finding.subject()));
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A file of a host stands below a folder with the host's name, which is how code scanners know files apart. */
    private void writePlace(EvidenceLine line, String host) throws IOException {
        String item = line.item().isEmpty() ? line.probe() : line.item();
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", FileName.of(host).value() + "/" + UriPath.of(item));
        json.writeEndObject();
        if (line.line() > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", line.line());
            json.writeObjectFieldStart("snippet");
            json.writeStringField("text", line.text());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case BLOCKER, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
            case NONE -> "none";
        };
    }
}
