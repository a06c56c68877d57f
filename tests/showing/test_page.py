"""The page: whole in itself, words from elsewhere only ever text. What a browser makes of it is tried where Chromium is installed."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from wirefacts.records import Result
from wirefacts.records.specimen import TEXT, specimen
from wirefacts.showing.formats import FORMS
from wirefacts.showing.tables import View

ATTACK = "<script>document.title='taken'</script>\"'><img src=x onerror=alert(1)> javascript:alert(1) {{ 7*7 }} \x1b[31m"
CHROMIUM, DRIVER = which("chromium") or which("google-chrome"), which("chromedriver")


def page_of(*views: View) -> str:
    out = io.StringIO()
    writer = FORMS["html"](out)
    for view in views:
        writer.add(view)
    writer.close()
    return out.getvalue()


def whole() -> View:
    return View(specimen(), specimen().facts, TEXT)


def attacked() -> View:
    """An article whose every word from elsewhere is an attack."""
    fields = specimen().model_dump(mode="json")
    fields["article"] |= {"title": ATTACK, "source": ATTACK, "path": None, "url": "javascript:alert(1)"}
    organization = next(fact for fact in fields["facts"] if fact["kind"] == "organization")
    organization |= {"name": ATTACK, "text": ATTACK, "end": organization["start"] + len(ATTACK), "provenance": {"rule": ATTACK, "confidence": None}}
    result = Result.model_validate(fields | {"facts": [organization], "observations": []})
    return View(result, result.facts, TEXT[: organization["start"]] + ATTACK)


def test_every_fact_is_in_the_text_and_in_the_table_and_linked_both_ways() -> None:
    page = page_of(whole(), whole())
    for number in (1, 2):
        for fact in specimen().facts:
            for mark in (f'id="f{number}-{fact.id}"', f'id="r{number}-{fact.id}"', f'href="#f{number}-{fact.id}"', f'href="#r{number}-{fact.id}"'):
                assert mark in page
    assert len(re.findall(r' id="([^"]+)"', page)) == len(set(re.findall(r' id="([^"]+)"', page)))


def test_without_the_text_the_table_stands_alone() -> None:
    page = page_of(View(specimen(), specimen().facts, None))
    assert 'class="text"' not in page
    assert page.count("<tr class=") == len(specimen().facts)


def test_no_articles_are_a_page_too() -> None:
    assert "0 articles, no facts" in page_of()


def test_nothing_is_fetched_and_only_our_own_script_and_style_may_run() -> None:
    page = page_of(whole())
    assert not re.search(r"""(src|href)\s*=\s*["'](?!#)|url\(|@import""", page)
    assert re.search(r"default-src &#39;none&#39;; style-src &#39;sha256-[^ ]+&#39;; script-src &#39;sha256-[^ ]+&#39;", page)


def test_words_from_elsewhere_are_text() -> None:
    page = page_of(attacked())
    assert page.count("<script") == 1
    assert "<img" not in page
    assert "\x1b" not in page
    assert "{{ 7*7 }}" in page


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM or not DRIVER:
        pytest.skip("no Chromium with its driver is installed (Debian: apt-get install chromium chromium-driver)")
    from selenium import webdriver  # noqa: PLC0415 - only where there is a browser
    from selenium.webdriver.chrome.service import Service  # noqa: PLC0415

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1000,800"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Any:
    def open_page(view: View, scheme: str = "light") -> Any:
        (tmp_path / "page.html").write_text(page_of(view), encoding="utf-8")
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        browser.get((tmp_path / "page.html").as_uri())
        return browser

    return open_page


def test_in_a_browser_nothing_complains(opened: Any) -> None:
    assert opened(whole()).get_log("browser") == []


def test_in_a_browser_an_attack_is_shown(opened: Any) -> None:
    page = opened(attacked())
    assert page.get_log("browser") == []
    assert page.title.startswith("<script>")
    assert "<script>document.title='taken'</script>" in page.find_element("css selector", "h1").text


def test_in_a_browser_the_keyboard_reaches_every_fact_of_the_text(opened: Any) -> None:
    page = opened(whole())
    reached: set[str] = set()
    for _ in range(len(page.find_elements("css selector", "a, button, input"))):
        page.switch_to.active_element.send_keys("\t")
        reached.add(page.switch_to.active_element.get_attribute("id"))
    assert {f"f1-{fact.id}" for fact in specimen().facts} <= reached


def test_in_a_browser_a_fact_leads_to_its_row_and_a_row_to_its_fact(opened: Any) -> None:
    page, fact = opened(whole()), specimen().facts[3]
    page.find_element("id", f"f1-{fact.id}").send_keys("\n")
    assert page.execute_script("return document.querySelector('tr:target').id") == f"r1-{fact.id}"
    page.find_element("css selector", "tr:target a").send_keys("\n")
    assert page.execute_script("return document.querySelector('.text a:target').id") == f"f1-{fact.id}"


def test_in_a_browser_words_and_kinds_filter_and_a_heading_sorts(opened: Any) -> None:
    page = opened(whole())

    def shown() -> list[str]:
        return [row.text for row in page.find_elements("css selector", "tbody tr") if row.is_displayed()]

    everything = len(specimen().facts)
    assert len(shown()) == everything
    page.find_element("css selector", "input[value=money]").click()
    assert len(shown()) == everything - sum(fact.kind == "money" for fact in specimen().facts)
    page.find_element("css selector", "input[value=money]").click()
    page.find_element("id", "words").send_keys("billion")
    assert 0 < len(shown()) < everything
    assert all("billion" in row for row in shown())
    assert page.find_element("id", "count").text == f"{len(shown())} of {everything} facts"
    page.find_element("id", "words").clear()
    page.execute_script("document.getElementById('words').dispatchEvent(new Event('input'))")
    for order in (sorted, lambda starts: sorted(starts, reverse=True)):
        page.find_element("xpath", "//th/button[text()='place']").click()
        starts = [int(cell.get_attribute("data-order")) for cell in page.find_elements("css selector", "tbody td:last-child")]
        assert starts == order(starts)


CONTRAST = """
const parts = (colour) => colour.match(/[0-9.]+/g).map(Number);
const channel = (c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
const light = (colour) => { const [r, g, b] = parts(colour).map(channel); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const behind = (element) => {
  for (let e = element; e; e = e.parentElement) { const b = getComputedStyle(e).backgroundColor; if ((parts(b)[3] ?? 1) > 0) return b; }
  return "rgb(255, 255, 255)";
};
let least = 99;
for (const e of document.querySelectorAll("body *")) {
  if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) || !e.getClientRects().length) continue;
  const style = getComputedStyle(e), front = light(e.closest("svg") ? style.fill : style.color), back = light(behind(e));
  least = Math.min(least, (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05));
}
return least;
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_browser_all_words_stand_out(opened: Any, scheme: str) -> None:
    """Contrast as WCAG 2 measures it, at least 4.5 to 1."""
    assert 4.5 <= opened(whole(), scheme).execute_script(CONTRAST) < 99
