package dev.slipway.parse;

import dev.slipway.evidence.Evidence;
import dev.slipway.facts.Host;
import dev.slipway.facts.HostFacts;
import java.util.List;

/** From evidence to facts. The order matters: later parsers build on the facts of earlier ones. */
public final class FactParser {
    private static final List<Parser> PARSERS = List.of(
            // One a line, so that two additions meet in no line.
            new OsParser(),
            new PlatformParser(),
            new NetworkParser(),
            new ProcessesParser(),
            new UnitsParser(),
            new MountsParser(),
            new SocketsParser(),
            new ProcessDetailsParser(),
            new JvmParser(),
            new JavaArchiveParser(),
            new CrontabsParser(),
            new TimersParser(),
            new AtJobsParser(),
            new TomcatParser(),
            new SpringBootParser(),
            new AppServerParser(),
            new JavaLoggingParser(),
            new NginxParser(),
            new HaproxyParser(),
            new HttpdParser(),
            new PhpParser(),
            new PythonParser(),
            new NodeParser(),
            new RedisParser(),
            new KeepalivedParser(),
            new MysqlParser(),
            new SyslogParser(),
            new JournaldParser(),
            new SecretsParser(),
            // After all others that know what is kept.
            new StateParser(),
            // After all others that know logs.
            new LogFilesParser());

    private FactParser() {}

    /** All facts that the evidence shows; nothing belongs to a workload yet. */
    public static HostFacts parse(Evidence evidence) {
        HostFacts facts = HostFacts.unread(evidence.host())
                .withHost(Host.unread(evidence.host())
                        .with(host -> host.scannedAt(evidence.scannedAt())
                                .account(new Host.Account(evidence.user(), evidence.privileged()))));
        for (Parser parser : PARSERS) {
            facts = parser.read(evidence, facts);
        }
        return facts;
    }
}
