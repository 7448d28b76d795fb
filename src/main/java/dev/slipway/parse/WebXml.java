package dev.slipway.parse;

import dev.slipway.facts.EvidenceLine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A deployment descriptor {@code web.xml}, as far as it concerns sessions, schedules and files. */
record WebXml(XmlFile file) {
    private static final List<String> BUNDLED = List.of(
            "Welcome to Tomcat",
            "Tomcat Documentation",
            "Servlet and JSP Examples",
            "Tomcat Manager Application",
            "Tomcat Host Manager Application");

    /** Minutes after which an idle session ends; empty if it does not say. */
    OptionalInt sessionTimeoutMinutes() {
        return element("session-timeout")
                .map(XmlElement::text)
                .filter(text -> text.matches("-?[0-9]{1,7}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElse(OptionalInt.empty());
    }

    /** Name of the session cookie; empty if it does not say. */
    String cookieName() {
        return element("cookie-config").map(config -> config.childText("name")).orElse("");
    }

    boolean distributable() {
        return element("distributable").isPresent();
    }

    /** Whether it belongs to an application that comes with Tomcat. */
    boolean bundled() {
        return element("web-app")
                .map(app -> app.childText("display-name").strip())
                .filter(BUNDLED::contains)
                .isPresent();
    }

    /** Whether a filter hands sessions to Spring Session. */
    Optional<EvidenceLine> springSessionFilter() {
        return file.root()
                .descendants("filter-name")
                .filter(name -> name.text().equals("springSessionRepositoryFilter"))
                .map(file::at)
                .findFirst();
    }

    /** Directories in which uploaded files are put aside. */
    List<XmlElement> uploadLocations() {
        return file.root()
                .descendants("multipart-config")
                .flatMap(config -> config.children("location"))
                .filter(location -> location.text().startsWith("/"))
                .toList();
    }

    private Optional<XmlElement> element(String name) {
        return file.root().descendants(name).findFirst();
    }
}
