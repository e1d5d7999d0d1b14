package netsight.async.its;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium without a window. */
final class Browser implements AutoCloseable {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final ChromeDriver driver;
    final Path downloads;

    private Browser(Map<String, Object> preferences) throws IOException {
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

    static Browser open() throws IOException {
        return new Browser(Map.of("intl.accept_languages", "en-GB,en"));
    }

    static Browser german() throws IOException {
        return new Browser(Map.of("intl.accept_languages", "de-DE,de,en"));
    }

    static Browser withoutScripts() throws IOException {
        return new Browser(Map.of("profile.managed_default_content_settings.javascript", 2));
    }

    void go(Object url) {
        driver.get(url.toString());
    }

    void click(String css) {
        find(css).click();
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    String text(String css) {
        return find(css).getText();
    }

    String title() {
        return driver.getTitle();
    }

    String url() {
        return driver.getCurrentUrl();
    }

    void back() {
        driver.navigate().back();
    }

    /** Waits; a page that goes away under the look is looked at again. */
    void until(ExpectedCondition<Boolean> condition) {
        new WebDriverWait(driver, LONGEST, Duration.ofMillis(50))
                .ignoring(WebDriverException.class)
                .until(condition);
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
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 640, "deviceScaleFactor", 2, "mobile", true));
    }

    void dark() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
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
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
