package netsight.async.its;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import netsight.async.its.clients.NodePackages;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium without a window: its screen, its network and who sits in front of it. */
abstract class Chromium implements AutoCloseable {
    private static final File CHROMIUM = new File("/usr/bin/chromium");

    private static final int LARGEST = 40_000;

    private static final String AXE =
            """
            const done = arguments[arguments.length - 1];
            axe.run().then(({violations}) => done(violations.map(({id, nodes}) => id + ': ' + nodes.map(({html}) => html))));
            """;

    final ChromeDriver driver;
    final Path downloads;

    Chromium(Map<String, Object> preferences) throws IOException {
        downloads = Files.createTempDirectory(Path.of("target"), "downloads").toAbsolutePath();
        Map<String, Object> all = new HashMap<>(preferences);
        all.put("download.default_directory", downloads.toString());
        ChromeOptions options = new ChromeOptions();
        if (CHROMIUM.exists()) {
            options.setBinary(CHROMIUM);
        }
        // no sandbox: it does not start for root, as whom containers run tests
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1000,720");
        options.setExperimentalOption("prefs", all);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(options);
    }

    void online(boolean online) {
        ChromiumNetworkConditions conditions = new ChromiumNetworkConditions();
        conditions.setOffline(!online);
        conditions.setLatency(Duration.ZERO);
        conditions.setDownloadThroughput(-1);
        conditions.setUploadThroughput(-1);
        driver.setNetworkConditions(conditions);
    }

    void width(int pixels) {
        boolean phone = pixels < 600;
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 640, "deviceScaleFactor", phone ? 2 : 1, "mobile", phone));
    }

    /** As the screen of a desk. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The same from farther away, for a small picture. */
    void smallSize(int width, int height) {
        driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 0.65, "mobile", false));
    }

    void dark() {
        scheme("dark");
    }

    void light() {
        scheme("light");
    }

    private void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Signs in, as one of the users of the tests. */
    void as(String user) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Authorization", "Basic " + credentials)));
    }

    /** @param setting prompt, granted or denied */
    void notifications(String setting) {
        driver.executeCdpCommand(
                "Browser.setPermission", Map.of("permission", Map.of("name", "notifications"), "setting", setting));
    }

    /** What axe finds wrong with this page for people who see, hear or move otherwise; nothing, one hopes. */
    List<?> violations() throws IOException {
        driver.executeScript(NodePackages.text("axe-core/axe.min.js"));
        return (List<?>) driver.executeAsyncScript(AXE);
    }

    long scrollWidth() {
        return (Long) driver.executeScript("return document.documentElement.scrollWidth");
    }

    /** What the console has complained of since the last look. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Keeps what it looks like in target/screenshots, for people. */
    void show(String name) throws IOException {
        show(name, Path.of("target", "screenshots"));
    }

    /** The same for the README, when {@code -Dscreenshots=true} asks for new pictures. */
    void showReaders(String name) throws IOException {
        boolean asked = Boolean.getBoolean("screenshots");
        long length = show(name, Path.of(asked ? "src/test" : "target", "screenshots"));
        if (asked && length > LARGEST) {
            throw new AssertionError(name + " is too large for the repository: " + length);
        }
    }

    private long show(String name, Path folder) throws IOException {
        byte[] picture = driver.getScreenshotAs(OutputType.BYTES);
        Files.write(Files.createDirectories(folder).resolve(name + ".png"), picture);
        return picture.length;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
