"use strict";
// Everything can be read and followed without this script; it shows one pair at a time and joins the two sides of a
// match. Text is only ever moved by textContent.
(() => {
  const root = document.documentElement;
  const { words, plain } = JSON.parse(document.getElementById("data").textContent);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const numbersOf = (element) => element.dataset.m.split(" ").map(Number);
  const views = all(".pair");
  let current = document.querySelector(".pair.current");
  let chosen = 0;

  root.classList.add("js");

  // Day and night
  const themeButton = document.querySelector("button.day-night");
  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const nameTheme = () => { themeButton.textContent = isDark() ? words.light : words.dark; };
  themeButton.hidden = false;
  nameTheme();
  themeButton.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    nameTheme();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", nameTheme);

  // The whole report as text, for a mail
  const copyButton = document.querySelector("button.copy");
  copyButton.hidden = false;
  copyButton.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(plain);
    } catch {
      const box = document.createElement("textarea");
      box.value = plain;
      document.body.append(box);
      box.select();
      document.execCommand("copy");
      box.remove();
    }
    copyButton.textContent = words.copied;
    setTimeout(() => { copyButton.textContent = words.copy_text; }, 2000);
  });

  // A link to a line of the page opens the page.
  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const closed = target && target.closest("details:not([open])");
    if (closed) {
      closed.open = true;
      target.scrollIntoView({ block: "center" });
    }
  };
  addEventListener("hashchange", reveal);
  reveal();

  if (!current) return;
  const leading = (element) => numbersOf(element)[0];
  const marksOf = (pair, n) => all("[data-m]", pair).filter((element) => leading(element) === n);

  // Choosing a match marks it on both sides and brings it into sight everywhere but where the reader is.
  function choose(n, from = null) {
    for (const element of all(".on", current)) element.classList.remove("on");
    for (const link of all("[aria-current]", current)) link.removeAttribute("aria-current");
    chosen = n;
    if (!n) return;
    for (const element of marksOf(current, n)) element.classList.add("on");
    const item = document.getElementById(`${current.id}-m${n}`);
    item.querySelector("a")?.setAttribute("aria-current", "true");
    for (const box of all(".pane, .rail", current)) {
      if (from && box.contains(from)) continue;
      const target = box.classList.contains("rail")
        ? item
        : box.querySelector(`[id="${current.id}-m${n}-${box.parentElement.dataset.side}"]`);
      if (target) bring(box, target);
    }
  }

  function bring(box, target) {
    const offset = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    box.scrollTo({ top: box.scrollTop + offset - box.clientHeight / 3, behavior: calm ? "auto" : "smooth" });
  }

  // On a narrow screen the texts stand below the list: a choice there would change nothing that is in sight.
  function showColumns(pair) {
    const top = pair.querySelector(".column").getBoundingClientRect().top;
    if (top > innerHeight / 2) pair.querySelector(".column").scrollIntoView();
  }

  function light(element, on) {
    const pair = element.closest(".pair");
    for (const lit of all(".lit", pair)) lit.classList.remove("lit");
    const n = on && leading(element);
    if (n) for (const mark of marksOf(pair, n)) mark.classList.add("lit");
  }

  function open(pair, move) {
    if (pair !== current) choose(0);
    for (const view of views) view.classList.toggle("current", view === pair);
    current = pair;
    if (move) {
      pair.scrollIntoView();
      pair.focus({ preventScroll: true });
    }
  }

  function followHash(move) {
    const target = location.hash.startsWith("#pair-") && document.getElementById(location.hash.slice(1));
    const pair = target && target.closest(".pair");
    if (!pair) return;
    open(pair, move);
    const named = /-m(\d+)(-[lr])?$/.exec(location.hash);
    if (named) choose(Number(named[1]));
  }

  function step(by) {
    const count = all("li[data-m]", current).length;
    if (!count) return;
    const next = chosen ? ((chosen - 1 + by + count) % count) + 1 : by < 0 ? count : 1;
    const inRail = document.activeElement.closest(".rail");
    choose(next);
    const item = document.getElementById(`${current.id}-m${chosen}`).querySelector("a");
    if (inRail && item) item.focus({ preventScroll: true });
  }

  function changeSides(element, side) {
    const pane = element.closest(".column");
    if (!pane || pane.dataset.side === side) return false;
    const n = leading(element);
    const partner = marksOf(current, n).find((mark) => mark.closest(`.column[data-side="${side}"]`));
    if (!partner) return false;
    choose(n, element);
    partner.focus({ preventScroll: true });
    return true;
  }

  for (const pair of views) {
    for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
      pair.addEventListener(name, (event) => {
        const element = event.target.closest("[data-m]");
        if (element) light(element, on);
      });
    }
    pair.addEventListener("click", (event) => {
      const link = event.target.closest("[data-m] a:not(.place), a[data-m]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const n = leading(link.closest("[data-m]"));
      event.preventDefault();
      choose(n, link);
      if (link.closest(".rail")) showColumns(pair);
    });
    // Only while the reader is in a pair view: single keys must not get in the way elsewhere.
    pair.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const mark = event.target.closest("a[data-m]");
      const inRail = event.target.closest(".rail");
      const done =
        event.key === "n" || (inRail && event.key === "ArrowDown") ? (step(1), true)
        : event.key === "p" || (inRail && event.key === "ArrowUp") ? (step(-1), true)
        : event.key === "Escape" ? (choose(0), true)
        : mark && event.key === "ArrowLeft" ? changeSides(mark, "l")
        : mark && event.key === "ArrowRight" ? changeSides(mark, "r")
        : false;
      if (done) event.preventDefault();
    });
  }
  addEventListener("hashchange", () => followHash(true));
  followHash(true);
})();
