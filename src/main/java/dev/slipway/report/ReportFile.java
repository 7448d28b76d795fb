package dev.slipway.report;

/**
 * A file of the report.
 *
 * @param path where it belongs, relative to the run directory: {@code report/index.html}
 * @param content its text
 */
public record ReportFile(String path, String content) {}
