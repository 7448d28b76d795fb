package dev.slipway.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Frameworks that write logs, by the names that reports use for who rotates a log. */
enum LoggingFramework {
    LOGBACK,
    LOG4J2,
    LOG4J,
    TOMCAT,
    JUL;

    /** The framework that a file configures, as its name says; empty if it configures none. */
    static Optional<LoggingFramework> of(SourceFile file) {
        String name = LogName.name(file.path()).toLowerCase(Locale.ROOT);
        if (name.matches("logback.*\\.xml")) {
            return Optional.of(LOGBACK);
        } else if (name.matches("log4j2.*\\.(xml|properties|ya?ml|json)")) {
            return Optional.of(LOG4J2);
        } else if (name.matches("log4j.*\\.(xml|properties)")) {
            return Optional.of(secondVersion(file) ? LOG4J2 : LOG4J);
        } else if (name.matches("logging.*\\.properties")) {
            return Optional.of(file.text().contains("org.apache.juli.") ? TOMCAT : JUL);
        }
        return Optional.empty();
    }

    /** log4j 2 reads files of the old name as well, where an option names them. */
    private static boolean secondVersion(SourceFile file) {
        return file.path().endsWith(".xml")
                ? !file.text().contains("log4j:configuration") && file.text().contains("Appenders")
                : !file.text().contains("log4j.appender") && file.text().contains("appender.");
    }

    /** The name in reports. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a file of this framework says. */
    List<Appender> appenders(SourceFile file, LoggingVariables variables, ConfigurationFacts facts) {
        boolean xml = file.path().endsWith(".xml");
        return switch (this) {
            case LOGBACK -> new LogbackAppenders(XmlFile.read(file, facts), variables).read();
            case LOG4J2, LOG4J ->
                xml
                        ? Log4jAppenders.inXml(XmlFile.read(file, facts), variables)
                        : Log4jAppenders.inEntries(text(file), variables);
            case TOMCAT, JUL -> JulAppenders.in(text(file));
        };
    }

    private static ConfigText text(SourceFile file) {
        return file.path().endsWith(".properties") ? PropertiesText.parse(file.text()) : YamlText.parse(file.text());
    }
}
