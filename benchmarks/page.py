"""The page in a Chromium: `python -m benchmarks.page [--runs N]`. Needs `pip install 'tactic-mesh[browser]'`.

Its weight; from the click on Prove to the first event of the run on the page, the service's own work included; and the
tree with many goals: folding its events, arranging and drawing all of it, drawing it anew after a scroll. Milliseconds.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.machine import header
from tactic_mesh.serve import page as served

STATEMENT = "∀ xs ys : List Nat, (∀ x, x ∈ xs → x ∈ ys) → ∃ zs, ∀ x, x ∈ xs ++ zs ↔ x ∈ ys ++ xs"
GOALS = (1000, 5000, 20_000)
_CLOCK = """() => {
  window.first = null;
  const seen = new MutationObserver(() => {
    if (document.querySelector(".doing span")?.textContent.match(/^(?!Starting|Waiting)./)) {
      window.first = performance.now() - window.clicked;
      seen.disconnect();
    }
  });
  seen.observe(document.getElementById("main"), { subtree: true, childList: true, characterData: true });
  addEventListener("submit", () => (window.clicked = performance.now()), { once: true, capture: true });
}"""
_TREE = """async (count) => {
  const base = document.querySelector("script[type=module]").src.replace("main.js", "");
  const { Tree } = await import(`${base}run.js`);
  const { TreeDrawing } = await import(`${base}tree.js`);
  const timed = (work) => { const start = performance.now(); work(); return performance.now() - start; };
  let state = 7;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const tree = new Tree({ search: 1, purpose: "theorem", statement: "x" });
  const fold = timed(() => {
    tree.node({ id: 0, goals: ["⊢ x = y"], depth: 0 });
    for (let next = 1; next < count; ) {
      const children = random() < 0.3 ? [next, next + 1] : [next];
      const node = Math.floor(random() * random() * next);
      const goals = (id) => [`a b : Nat\\nh : a + ${id} = b\\n⊢ a * ${id} = b`];
      for (const id of children) tree.node({ id, goals: goals(id), depth: 1 });
      const confidence = 0.1 + 0.8 * random();
      tree.tactic({ node, tactic: `simp only [f_${next}]`, expert: "e", confidence, children, us: 5 });
      next += children.length;
    }
  });
  const drawing = new TreeDrawing(() => {});
  document.getElementById("main").replaceChildren(drawing.tools, drawing.element);
  const first = timed(() => drawing.show(tree));
  const all = timed(() => drawing.toggleAll());
  const scrolls = [];
  for (let i = 0; i < 60; i += 1) {
    drawing.scroll.scrollTop = (i * drawing.scroll.scrollHeight) / 60;
    scrolls.push(timed(() => drawing.draw()));
  }
  scrolls.sort((a, b) => a - b);
  const drawn = document.querySelectorAll(".thing").length;
  return [fold, first, all, scrolls[30], scrolls[57], drawing.things.length, drawn];
}"""


def first_event_ms(page: Page, url: str) -> float:
    page.goto(f"{url}/#/")
    page.reload()
    page.locator(".option").first.wait_for()
    page.get_by_label("Statement", exact=True).last.fill(STATEMENT)
    page.evaluate(_CLOCK)
    page.get_by_role("button", name="Prove", exact=True).click()
    while (first := page.evaluate("window.first")) is None:
        page.wait_for_timeout(20)
    page.locator(".result").wait_for()
    return float(first)


def measure(page: Page, url: str, runs: int) -> None:
    files = served.files()
    weight = len(files.document) + sum(map(len, files.by_name.values()))
    page.goto(url)
    page.locator(".option").first.wait_for()
    firsts = [first_event_ms(page, url) for _ in range(runs)]
    print(f"weight: {weight} bytes in {len(files.by_name) + 1} files")
    print(f"from the click to the first event, median of {runs}: {statistics.median(firsts):.0f} ms")
    print(f"the slowest: {max(firsts):.0f} ms\n")
    print("| goals | folding | first drawing | all of it | after a scroll | 95 % | things | of them drawn |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for count in GOALS:
        page.goto(url)
        page.reload()
        page.locator(".option").first.wait_for()
        *times, things, drawn = page.evaluate(_TREE, count)
        print(f"| {count} | {' | '.join(f'{ms:.1f}' for ms in times)} | {things} | {drawn} |")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    print(header("benchmarks/page.py"))
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "tactic_mesh", "serve", "--port", "0", "--data", str(Path(folder))]
        service = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            assert service.stdout is not None
            url = service.stdout.readline().strip()
            with sync_playwright() as driver:
                browser = driver.chromium.launch(executable_path=shutil.which("chromium"))
                measure(browser.new_page(viewport={"width": 1280, "height": 900}), url, runs)
                browser.close()
        finally:
            service.terminate()
            service.wait()


if __name__ == "__main__":
    main()
