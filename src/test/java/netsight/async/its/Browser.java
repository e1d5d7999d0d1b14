package netsight.async.its;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium without a window, and what people do with it. */
final class Browser extends Chromium {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Browser(Map<String, Object> preferences) throws IOException {
        super(preferences);
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

    /** Clicks; on a page that goes away under the hand, again. */
    void untilClicked(String css) {
        until(driver -> {
            click(css);
            return true;
        });
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    String text(String css) {
        return find(css).getText();
    }

    /** A part of the page's first {@code <async-process>}. */
    WebElement part(String name) {
        return find("async-process").getShadowRoot().findElement(By.cssSelector("[part=" + name + "]"));
    }

    /** Waits until that part can be read, and reads so. */
    void untilPart(String name, String text) {
        until(driver -> part(name).isDisplayed() && part(name).getText().equals(text));
    }

    /** What is in it, for those who have no scripts. */
    String lightText() {
        return find("async-process").getDomProperty("textContent");
    }

    String tab() {
        return driver.getWindowHandle();
    }

    void tab(String tab) {
        driver.switchTo().window(tab);
    }

    void newTab() {
        driver.switchTo().newWindow(WindowType.TAB);
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

    void tab(Object url) {
        driver.switchTo().newWindow(WindowType.TAB);
        driver.executeCdpCommand("Page.bringToFront", Map.of());
        go(url);
    }

    /** Goes to the tab that was opened first, second, ... from 0. */
    void tab(int number) {
        driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(number));
    }

    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    Object run(String script) {
        return driver.executeScript(script);
    }
}
