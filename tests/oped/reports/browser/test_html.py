"""The HTML report in a real browser: what a click and a key do."""

import base64

import pytest

from oped.reports.html import html
from oped.words import Labels


@pytest.fixture
def opened(browser, small_report, tmp_path):
    path = tmp_path / "report.html"
    path.write_text(html(small_report, Labels("en")), "utf-8")

    def open_(fragment="", **settings):
        browser.open(path.as_uri() + fragment, **settings)
        return browser

    return open_


def on(browser):
    """The sides that show the chosen match."""
    return browser.run(
        "[...document.querySelectorAll('.m.on')].map(e => e.closest('.column').dataset.side + e.textContent)"
    )


def test_nothing_is_asked_of_the_network_and_the_console_is_quiet(opened):
    page = opened()
    page.run("document.querySelector('.day-night').click()")
    page.click("#pair-1-2 .m")
    assert page.complaints == []
    assert all(url.startswith(("file:", "data:")) for url in page.requests)


def test_one_pair_is_shown_and_a_cell_of_the_heat_map_leads_to_another(opened):
    page = opened()
    visible = "[...document.querySelectorAll('.pair')].filter(e => e.offsetParent).map(e => e.id)"
    assert page.run(visible) == ["pair-1-2"]
    page.click(".matrix a[href='#pair-1-3']")
    assert page.run(visible) == ["pair-1-3"]
    assert page.run("document.activeElement.id") == "pair-1-3"


def test_a_click_marks_both_sides_and_scrolls_the_other_to_the_partner(opened):
    page = opened(width=1100, height=500)
    page.run("document.querySelectorAll('.pane').forEach(e => { e.style.maxHeight = '60px'; })")
    page.click("#pair-1-2 [data-side=l] .k-enumeration")
    assert on(page) == ["l幸福感、获得感", "r获得感、幸福感"]
    seen = """(() => {
        const column = document.querySelector("#pair-1-2 [data-side=r]");
        const pane = column.querySelector(".pane").getBoundingClientRect();
        const mark = column.querySelector(".on").getBoundingClientRect();
        return mark.top >= pane.top && mark.bottom <= pane.bottom;
    })()"""
    assert page.run(seen)


def test_the_mouse_and_the_focus_light_the_partner(opened):
    page = opened()
    lit = "[...document.querySelectorAll('.m.lit')].map(e => e.textContent)"
    page.move_to("#pair-1-2 [data-side=l] .k-skeleton")
    assert page.run(lit) == ["越是天冷,越要看水", "越是歉收,越要修枝"]
    page.run("document.querySelector('#pair-1-2 [data-side=r] .k-enumeration').focus()")
    assert page.run(lit) == ["幸福感、获得感", "获得感、幸福感"]


def test_keys_step_through_matches_and_change_sides(opened):
    page = opened("#pair-1-2")
    page.press("n")
    assert "".join(on(page)) == "l治水l要有耐心l,更要有恒心r治果r要有耐心r,也要有恒心"
    page.press("n")
    page.press("n")
    assert on(page) == ["l幸福感、获得感", "r获得感、幸福感"]
    page.press("p")
    page.press("p")
    page.press("p")
    assert on(page) == ["l越是天冷,越要看水", "r越是歉收,越要修枝"]
    page.run("document.querySelector('#pair-1-2 [data-side=l] .k-enumeration').focus()")
    page.press("ArrowRight")
    assert page.run("document.activeElement.textContent") == "获得感、幸福感"
    page.press("ArrowLeft")
    assert page.run("document.activeElement.textContent") == "幸福感、获得感"
    page.press("Escape")
    assert on(page) == []


def test_the_list_of_matches_is_walked_with_arrows_and_opened_with_enter(opened):
    page = opened("#pair-1-2")
    page.run("document.querySelector('#pair-1-2 .matches a').focus()")
    page.press("Enter")
    page.press("ArrowDown")
    page.press("ArrowDown")
    assert page.run("document.activeElement.closest('li').id") == "pair-1-2-m3"
    assert on(page) == ["l幸福感、获得感", "r获得感、幸福感"]


def test_single_keys_do_nothing_outside_the_pair_views(opened):
    page = opened()
    page.run("document.querySelector('nav a').focus()")
    page.press("n")
    assert on(page) == []


def test_tab_reaches_the_skip_link_first_and_then_goes_on(opened):
    page = opened()
    page.press("Tab")
    assert page.run("document.activeElement.className") == "skip"
    page.press("Tab")
    assert page.run("document.activeElement.className") == "copy"


def test_an_address_with_a_match_opens_it(opened):
    page = opened("#pair-1-3-m1")
    assert page.run("document.querySelector('.pair.current').id") == "pair-1-3"
    assert on(page) == ["l要有耐心", "r要有耐心"]


def test_night_and_day(opened):
    ground = "getComputedStyle(document.body).backgroundColor"
    page = opened()
    day = page.run(ground)
    assert page.run("document.querySelector('.day-night').textContent") == "Dark"
    page.click(".day-night")
    assert page.run(ground) != day
    assert opened(dark=True).run(ground) != day


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(opened, width):
    page = opened(width=width)
    assert page.run("document.documentElement.scrollWidth") <= width


def test_without_the_script_all_pairs_are_there_and_marks_lead_to_their_partners(opened):
    page = opened(script=False)
    page.click("#pair-1-2 [data-side=l] .k-enumeration")
    page.call("Emulation.setScriptExecutionDisabled", value=False)
    assert page.run("location.hash") == "#pair-1-2-m3-r"
    assert page.run("[...document.querySelectorAll('.pair')].every(e => e.offsetParent)")


def test_everything_one_can_act_on_has_a_name(opened):
    page = opened("#pair-1-2")
    nodes = page.call("Accessibility.getFullAXTree")["nodes"]
    acting = {"link", "button", "region", "navigation", "table"}
    found = [node for node in nodes if node.get("role", {}).get("value") in acting and not node["ignored"]]
    assert {node["role"]["value"] for node in found} >= {"link", "button", "region"}
    assert [node["role"]["value"] for node in found if not node["name"]["value"].strip()] == []


def boxes(page):
    """Left, top, right and bottom of the list and the two texts of the pair that is open."""
    return page.run(
        "[...document.querySelectorAll('.pair.current .rail, .pair.current .column')]"
        ".map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])"
    )


def test_texts_stand_abreast_on_a_desk_and_one_below_the_other_on_a_phone(opened):
    rail, left, right = boxes(opened("#pair-1-2", width=1280))
    assert rail[2] <= left[0] <= left[2] <= right[0]
    assert left[1] == right[1]
    rail, left, right = boxes(opened("#pair-1-2", width=390, height=844))
    assert rail[3] <= left[1] <= left[3] <= right[1]
    assert right[3] - left[1] <= 844


def test_a_choice_from_the_list_brings_the_texts_into_sight_on_a_phone(opened):
    page = opened("#pair-1-2", width=390, height=600)
    page.click("#pair-1-2-m3 a")
    _, left, _ = boxes(page)
    assert -1 <= left[1] < 300
    assert on(page) == ["l幸福感、获得感", "r获得感、幸福感"]


def test_on_paper_every_pair_is_listed_whole_and_what_is_for_the_screen_is_not(opened):
    page = opened("#pair-1-2")
    page.call("Emulation.setEmulatedMedia", media="print")
    shown = "[...document.querySelectorAll('{}')].filter(e => e.offsetParent).length"
    assert page.run(shown.format(".pair")) == 3
    assert page.run(shown.format(".column")) == 2
    assert page.run(shown.format(".sections, .tools, #page-text")) == 0
    cut = "[...document.querySelectorAll('.pane')].filter(e => e.scrollHeight > e.clientHeight + 1).length"
    assert page.run(cut) == 0
    page.call("Emulation.setEmulatedMedia", media="")


def test_a_phone_scrolls_one_page_and_nothing_in_it(opened):
    page = opened(width=390, height=844)
    scrollers = (
        "[...document.querySelectorAll('.rail, .pane, main, section')]"
        ".filter(e => e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY === 'auto').length"
    )
    assert page.run(scrollers) == 0
    assert page.run("document.documentElement.scrollWidth") == 390
    assert page.run("document.querySelector('details.sheet').open") is False


def test_a_link_to_a_line_opens_the_page_there(opened):
    page = opened("#pair-1-2")
    page.click("#pair-1-2-m1 a.place")
    assert page.run("document.querySelector('details.sheet').open") is True
    line = page.run("document.querySelector(location.hash).textContent")
    assert "治水要有耐心" in line


def test_the_report_is_copied_as_text(opened):
    page = opened()
    page.run("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }")
    page.click("button.copy")
    assert "治水要有耐心" in page.run("window.copied")


def test_the_seed_page_prints_on_eight_sheets(browser, tmp_path):
    from oped.reports import make_report
    from seeds import seed_page

    report = make_report([seed_page()])
    for language in ("en", "zh"):
        path = tmp_path / "seed.html"
        path.write_text(html(report, Labels(language)), "utf-8")
        browser.open(path.as_uri())
        data = base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True)["data"])
        assert 0 < data.count(b"/Type /Page\n") <= 8


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>window.hit = 1</script>",
        "<img src=x onerror='window.hit = 1'>",
        '" autofocus onfocus="window.hit = 1" x="',
        "javascript:window.hit=1",
        "<style>body { display: none }</style>",
        "\u2028\u202e\x00<base href=https://x.example>",
    ],
)
def test_hostile_text_does_nothing_in_a_browser(browser, small_report, retitled, tmp_path, text):
    path = tmp_path / "hostile.html"
    path.write_text(html(retitled(small_report, text), Labels("zh")), "utf-8")
    browser.open(path.as_uri() + "#pair-1-2")
    browser.press("n")
    assert browser.run("window.hit === undefined")
    assert browser.run("document.body.offsetHeight > 500")
    assert browser.complaints == []
    assert all(url.startswith(("file:", "data:")) for url in browser.requests)
