"""A real headless Chromium (packages chromium, chromium-driver, python3-selenium) for the console's tests."""
import base64
import contextlib
import os
import pathlib

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

DESKTOP = (1440, 900)
PHONE = (390, 844)


@contextlib.contextmanager
def chromium():
    os.environ["LANGUAGE"] = "zh_CN"
    options = Options()
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                 "--disable-background-networking", "--disable-component-update", "--lang=zh-CN",
                 "--force-device-scale-factor=1", "--proxy-server=direct://", "--no-proxy-server"):
        options.add_argument(word)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    try:
        driver.set_page_load_timeout(60)
        yield Browser(driver)
    finally:
        driver.quit()


class Browser:
    """The few things that the tests do with a page."""

    def __init__(self, driver):
        self.driver = driver
        self.look_like()

    def look_like(self, size=DESKTOP, dark=False):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size == PHONE})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})

    def open(self, address):
        self.driver.get(address)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector="main"):
        return self.find(selector).text

    def fill(self, **values):
        for name, value in values.items():
            field = self.find(f'[name="{name}"]')
            field.clear()
            field.send_keys(value)

    def tick(self, element):
        """A click in the middle of the window, where nothing that sticks to its edges lies above."""
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def press(self, selector):
        """Presses what leads to another page and waits until that page is there."""
        before = self.find("html")
        self.find(selector).click()
        self.wait(lambda: self.is_gone(before), "no new page came")
        self.wait(lambda: self.driver.execute_script("return document.readyState") == "complete", "never loaded")

    @staticmethod
    def is_gone(element):
        try:
            element.is_enabled()
            return False
        except Exception:  # stale: its page went
            return True

    def wait(self, condition, words, seconds=60):
        WebDriverWait(self.driver, seconds, poll_frequency=0.05).until(lambda _: condition(), words)

    def fetch(self, address):
        """What a GET of the page that is open brings: status and headers."""
        return self.driver.execute_async_script(
            "const done = arguments[1]; fetch(arguments[0]).then(a => done({status: a.status, "
            "headers: Object.fromEntries(a.headers)}));", address)

    def fetch_text(self, address):
        return self.driver.execute_async_script(
            "const done = arguments[1]; fetch(arguments[0]).then(a => a.text()).then(done);", address)

    def post(self, address, members):
        """A form sent beside the page that is open, with its token: what another window of theirs does."""
        return self.driver.execute_async_script(
            "const done = arguments[2]; const form = new URLSearchParams(arguments[1]); "
            "form.set('csrf', document.querySelector('[name=csrf]').value); "
            "fetch(arguments[0], {method: 'POST', body: form}).then(a => done(a.status));", address, members)

    def picture(self, file, whole=True):
        """Puts the page down as PNG, from its top."""
        self.driver.execute_script("window.scrollTo(0, 0)")
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": whole})
        pathlib.Path(file).parent.mkdir(parents=True, exist_ok=True)
        pathlib.Path(file).write_bytes(base64.b64decode(shot["data"]))
