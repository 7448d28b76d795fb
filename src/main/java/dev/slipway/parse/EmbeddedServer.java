package dev.slipway.parse;

import java.util.Optional;
import java.util.stream.Stream;

/** Web servers that run inside a Java program, by the library that brings them. */
enum EmbeddedServer {
    TOMCAT("Tomcat", "tomcat-embed-core"),
    JETTY("Jetty", "jetty-server"),
    UNDERTOW("Undertow", "undertow-servlet"),
    NETTY("Netty", "reactor-netty-http"),
    GRIZZLY("Grizzly", "grizzly-http-servlet");

    private final String title;
    private final String library;

    EmbeddedServer(String title, String library) {
        this.title = title;
        this.library = library;
    }

    /** The server whose library the program has. */
    static Optional<EmbeddedServer> in(JavaApplication program) {
        return Stream.of(values())
                .filter(server -> program.library(server.library).isPresent())
                .findFirst();
    }

    String title() {
        return title;
    }

    /** Whether it keeps sessions of servlets. */
    boolean servlets() {
        return this != NETTY;
    }
}
