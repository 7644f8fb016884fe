"""Opens a page in Chromium and tells what it finds, as JSON.

look-at-page.py PAGE AXE FOLDER: light, dark and as wide as a telephone; what the console says, what the page asks the
network for, what axe-core finds, and how much wider the page is than its window. Screenshots go to FOLDER.
"""
import json, sys
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

page, axe, folder = sys.argv[1:4]
options = Options()
options.binary_location = "/usr/bin/chromium"
for word in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", f"user-data-dir={folder}/profile"):
    options.add_argument("--" + word)
options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
browser = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
# While all tests run at once, the rules take their time.
browser.set_script_timeout(100)
found = {"console": [], "requests": [], "faults": [], "overflow": {}, "colors": {}, "text": "", "title": ""}
try:
    for name, width, scheme in (("light", 1200, "light"), ("dark", 1200, "dark"), ("phone", 360, "light")):
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        browser.get("file://" + page)
        browser.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
        found["overflow"][name] = browser.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found["colors"][name] = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
        browser.execute_cdp_cmd("Runtime.evaluate", {"expression": open(axe).read()})
        result = browser.execute_async_script("const done = arguments[0]; axe.run().then(done)")
        for fault in result["violations"]:
            for node in fault["nodes"]:
                found["faults"].append([name, fault["impact"], fault["id"], node["html"][:200]])
        browser.save_screenshot(f"{folder}/{name}.png")
    found["title"] = browser.title
    found["text"] = browser.execute_script("return document.body.innerText")
    found["console"] = [entry["message"] for entry in browser.get_log("browser")]
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        # What the browser shows before the page has pages of its own.
        isOurs = not message["params"].get("documentURL", "").startswith("chrome:")
        if message["method"] == "Network.requestWillBeSent" and isOurs:
            found["requests"].append(message["params"]["request"]["url"])
finally:
    browser.quit()
print(json.dumps(found))
