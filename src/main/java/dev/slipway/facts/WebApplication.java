package dev.slipway.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * An application inside an application server.
 *
 * @param name name of its deployment: {@code shop}, {@code ROOT}
 * @param path path that it answers to: {@code /shop}, {@code /}
 * @param virtualHost virtual host that it belongs to: {@code localhost}; empty if the server has none
 * @param directory absolute path of its directory or archive
 * @param external whether it lies outside the server's own directory for applications
 * @param bundled whether it comes with the server: a welcome page, documentation, examples, an administration page
 * @param distributable whether it says that its sessions may be replicated
 * @param libraries file names of its own libraries: {@code spring-session-core-2.7.4.jar}
 * @param workload id of the workload; empty if none that runs
 */
@RecordBuilder
public record WebApplication(
        String name,
        String path,
        String virtualHost,
        String directory,
        boolean external,
        boolean bundled,
        Fact<Boolean> distributable,
        Fact<List<String>> libraries,
        String workload,
        List<EvidenceLine> evidence)
        implements WebApplicationBuilder.With {

    public WebApplication {
        evidence = List.copyOf(evidence);
    }
}
