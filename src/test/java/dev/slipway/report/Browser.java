package dev.slipway.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.testing.Shell;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** A real browser without a window that tells what a page asked for and complained of. */
final class Browser implements AutoCloseable {
    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser start() {
        // Selenium warns that it has no typed interface for this browser; none is used.
        Logger.getLogger("org.openqa.selenium").setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Shell.find("chromium").orElseThrow().toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--force-prefers-reduced-motion",
                "--window-size=1440,1000");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL", LogType.PERFORMANCE, "ALL"));
        File program = new File(Shell.find("chromedriver").orElseThrow().toString());
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(program).build();
        return new Browser(new ChromeDriver(service, options));
    }

    void open(Path page) {
        open(page, "");
    }

    /** Opens a page as if for the first time: a change of the fragment alone would load nothing. */
    void open(Path page, String fragment) {
        driver.get("about:blank");
        complaints();
        requests();
        driver.get(page.toUri() + fragment);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String title() {
        return driver.getTitle();
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Shows pages as a device with these features would: {@code prefers-color-scheme}, {@code dark}. */
    void emulate(String medium, String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", medium, "features", List.of(Map.of("name", feature, "value", value))));
    }

    void withoutScript(boolean off) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", off));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<String> visibleTexts(String selector) {
        return all(selector).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What the console shows, since the last call. */
    List<String> complaints() {
        List<String> messages = new ArrayList<>();
        driver.manage().logs().get(LogType.BROWSER).forEach(entry -> messages.add(entry.getMessage()));
        return messages;
    }

    /** Addresses that were asked for, since the last call. */
    List<String> requests() {
        List<String> addresses = new ArrayList<>();
        driver.manage().logs().get(LogType.PERFORMANCE).forEach(entry -> {
            JsonNode message = json(entry.getMessage()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")) {
                addresses.add(message.at("/params/request/url").asText());
            }
        });
        return addresses;
    }

    /** What keeps people from using the page, by the rules of axe: rule and element. */
    List<String> barriers() {
        run(axe());
        Object found = driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run(document, {resultTypes: ['violations']}).then(
                  result => done(result.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160)))),
                  problem => done(['axe failed: ' + problem]));
                """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
