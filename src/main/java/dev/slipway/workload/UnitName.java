package dev.slipway.workload;

/** Names of services. */
final class UnitName {
    private UnitName() {}

    /** The name alone: {@code shop@1} of {@code shop@1.service}, {@code shop} of {@code /etc/init.d/shop} and of {@code supervisor:shop}. */
    static String plain(String unit) {
        return FilePath.name(unit.replaceFirst("^[a-z0-9.]+:(?!.*/)", "")).replaceFirst("\\.(?:service|conf|sh)$", "");
    }

    /** Whether it is a pattern for services, not one itself. */
    static boolean template(String unit) {
        return unit.matches(".*@(?:\\.service)?");
    }
}
