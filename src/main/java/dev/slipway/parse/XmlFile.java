package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.ArrayList;
import java.util.List;

/**
 * An XML file from a host.
 *
 * @param source the file
 * @param root holds its elements
 */
record XmlFile(SourceFile source, XmlElement root) {

    /** The file; what a strict parser would refuse in it goes to the facts as not understood. */
    static XmlFile read(SourceFile source, ConfigurationFacts facts) {
        XmlText.Document document = XmlText.parse(source.text());
        document.problems().forEach(problem -> facts.add(source.unparsed(problem.line(), problem.reason())));
        return new XmlFile(source, document.root());
    }

    EvidenceLine at(XmlElement element) {
        return source.at(element.line());
    }

    /**
     * All attributes and texts as keys and values. A key is the element's name, its own name where it has one, and the
     * attribute: {@code Resource.jdbc/shop.url}, {@code property.cacheDir.value}, {@code datasource.connection-url}.
     */
    ConfigText entries() {
        List<ConfigEntry> entries = new ArrayList<>();
        for (XmlElement element : root.descendants()) {
            String name = element.attribute(element.has("name") ? "name" : element.has("id") ? "id" : "key");
            String place = element.localName() + (name.isEmpty() ? "" : "." + name);
            element.attributes()
                    .forEach((key, value) -> entries.add(new ConfigEntry(
                            "", key.startsWith("xmlns") ? key : place + "." + key, value, element.line())));
            if (!element.text().isEmpty()) {
                entries.add(new ConfigEntry("", place, element.text(), element.line()));
            }
        }
        return ConfigText.of(entries);
    }
}
