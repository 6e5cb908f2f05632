"""The page as its readers meet it: a real Chromium against the real service."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="pip install 'tactic-mesh[browser]'")

from browser import Server, Visit, chromium
from playwright.sync_api import Browser, Locator, Page, expect
from serving import Service, serving

from tactic_mesh.serve import page as served

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("library")]

LISTS = "∀ xs ys : List Nat, (∀ x, x ∈ xs → x ∈ ys) → ∃ zs, ∀ x, x ∈ xs ++ zs ↔ x ∈ ys ++ xs"
"""Proved by a search of some steps."""
OPAQUE = "opaque f : Nat → Nat → Nat"
LONG = "∀ a b c : Nat, a ∣ b → b ∣ c → f a b ∣ f b c ∧ f (a + b) c = f c (b + a)"
"""Nothing is known of such an `f`: a search goes through hundreds of goals, and ends with its time."""
FALSE = "∀ a b : Nat, a - b + b = a"
FILE = "def double (n : Nat) := n + n\n\ntheorem double_eq (n : Nat) : double n = 2 * n := by\n  sorry\n"
EVIL = "<img src=x onerror='window.ran=1'><script>window.ran=1</script>"
GOALS = "parseInt(document.querySelector('.counts')?.innerText.replace(/^.*Goals\\s+|\u202f/gs, ''))"
"""How many goals the page counts; not a number before it does."""
BYTES_MAX = 300_000
DRAWN_MAX = 250

Opened = Callable[..., Visit]


@pytest.fixture(scope="module")
def service(library: object) -> Iterator[Service]:
    assert library is not None
    with serving("--jobs", "1", "--proofs", "2") as started:
        yield started


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, service: Service) -> Iterator[Opened]:
    """Opens pages; at the end none of them may have complained of anything or asked another machine."""
    opened: list[Visit] = []

    def visit(url: str = service.url, **how: object) -> Visit:
        opened.append(Visit(browser, url, **how))  # type: ignore[arg-type]
        return opened[-1]

    yield visit
    for one in opened:
        one.context.close()
        assert one.complaints == []
        assert all(request.startswith((one.url, "blob:", "data:")) for request in one.requests)


@pytest.fixture(scope="module")
def proved(browser: Browser, service: Service) -> str:
    """A job that was proved by a search."""
    return _ended(Visit(browser, service.url), LISTS, "Proved", 60)


@pytest.fixture(scope="module")
def unfound(browser: Browser, service: Service) -> str:
    """A job without a proof, whose tree is large."""
    return _ended(Visit(browser, service.url), LONG, "Not found", 10, OPAQUE)


def _ended(visit: Visit, statement: str, standing: str, seconds: int, prelude: str = "") -> str:
    job = visit.prove(statement, seconds=seconds, prelude=prelude)
    visit.wait_for(standing)
    visit.context.close()
    return job


def _chosen(page: Page) -> Locator:
    return page.locator('.tree [aria-selected="true"]')


def _nothing_ran(page: Page) -> None:
    assert page.evaluate("window.ran === undefined")
    assert page.locator("main img, main script").count() == 0


class TestAProof:
    def test_is_asked_for_watched_and_taken_away(self, visit: Opened) -> None:
        one = visit()
        job = one.prove(LISTS)
        page = one.page
        expect(page.locator("h1")).to_have_text(LISTS)
        page.locator(".tree .goal").first.wait_for()
        one.wait_for("Proved")
        proof = page.get_by_label("Proof", exact=True).inner_text()
        assert proof.startswith("by\n  intro xs ys")
        assert page.locator(".tree .in-proof").count() >= 4
        page.get_by_role("button", name="Copy proof").click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == proof
        with page.expect_download() as file:
            page.get_by_role("button", name="Download file").click()
        assert LISTS in Path(file.value.path()).read_text(encoding="utf-8")
        with page.expect_download() as file:
            page.get_by_role("button", name="Download certificate").click()
        assert json.loads(Path(file.value.path()).read_text(encoding="utf-8"))
        page.reload()
        one.wait_for("Proved")
        assert page.get_by_label("Proof", exact=True).inner_text() == proof
        assert job in page.url

    def test_grows_before_the_readers_eyes_also_after_a_reload(self, visit: Opened) -> None:
        one = visit()
        one.prove(LONG, seconds=30, prelude=OPAQUE)
        page = one.page
        one.until(f"{GOALS} > 5")
        before = page.evaluate(GOALS)
        page.reload()
        one.until(f"{GOALS} > {before}")
        expect(page.locator(".doing")).to_contain_text("of 30 s")
        page.get_by_role("button", name="Cancel").click()
        one.wait_for("Cancelled")
        expect(page.locator(".result")).to_contain_text("cancelled")

    def test_that_is_not_there(self, visit: Opened) -> None:
        page = visit().open("#/proofs/0123456789abcdef")
        expect(page.get_by_role("alert").filter(has_text="no such proof")).to_be_visible()

    def test_by_a_file(self, visit: Opened) -> None:
        one = visit()
        page = one.open()
        page.get_by_text("File", exact=True).click()
        page.set_input_files(
            "#upload",
            {
                "name": "Double.lean",
                "mimeType": "text/plain",
                "buffer": FILE.encode(),
            },
        )
        expect(page.get_by_label("Lean file with one sorry")).to_have_value(re.compile("^def double"))
        page.get_by_role("button", name="Prove", exact=True).click()
        one.wait_for("Proved")
        page.get_by_text("The whole file").click()
        expect(page.get_by_label("Lean file", exact=True)).to_contain_text("theorem double_eq")

    def test_by_models_shows_its_attempts(self, visit: Opened) -> None:
        one = visit()
        page = one.open()
        page.get_by_role("textbox", name="Statement", exact=True).fill("∀ n : Nat, n * n ≠ 7 * n + 1")
        page.get_by_text("Model", exact=True).first.click()
        page.get_by_label("Backend").select_option("dummy")
        page.get_by_text("Further bounds").click()
        page.get_by_label("Rounds", exact=True).fill("1")
        page.get_by_role("button", name="Prove", exact=True).click()
        one.wait_for("Not found")
        attempts = page.locator(".attempts .attempt")
        assert attempts.count() >= 3
        attempts.first.locator("summary").click()
        expect(attempts.first.locator(".excerpt")).to_be_visible()


class TestNoProof:
    def test_an_invalid_statement_is_marked_and_can_be_edited(self, visit: Opened) -> None:
        one = visit()
        one.prove("∀ a : Nat,\n  a + = a")
        one.wait_for("Not accepted")
        page = one.page
        expect(page.get_by_role("heading", name="The statement is not a Lean term")).to_be_visible()
        line = page.locator(".source .line.error")
        expect(line.locator(".number")).to_have_text("2")
        expect(line.locator(".under")).to_have_text("=")
        page.get_by_role("button", name="Edit it").click()
        expect(page.get_by_role("textbox", name="Statement", exact=True)).to_have_value(
            "∀ a : Nat,\n  a + = a"
        )
        expect(page.locator(".editor .gutter .error")).to_have_text("2")
        page.get_by_role("textbox", name="Statement", exact=True).press_sequentially(" ")
        expect(page.locator(".editor .gutter .error")).to_have_count(0)

    def test_a_false_statement_has_its_counterexample(self, visit: Opened) -> None:
        one = visit()
        one.prove(FALSE)
        one.wait_for("Refuted")
        rows = one.page.locator(".instance tr")
        assert rows.first.inner_text().split() == ["a", "0"]
        expect(one.page.get_by_label("Proof of the negation")).to_contain_text("theorem")

    def test_without_a_proof_the_stuck_goals_are_shown(self, visit: Opened, unfound: str) -> None:
        one = visit()
        page = one.open(f"#/proofs/{unfound}")
        one.wait_for("Not found")
        expect(page.locator(".stuck-goal").first).to_contain_text("⊢")
        expect(page.locator(".result")).to_contain_text("sorry")
        page.get_by_role("button", name="four times the time").click()
        expect(page.get_by_role("combobox", name="Time")).to_have_value("40")

    def test_what_the_service_refuses_stands_in_the_form(self, visit: Opened) -> None:
        page = visit().open()
        page.get_by_role("button", name="Prove", exact=True).click()
        expect(page.locator(".editor .note").first).to_have_text("Write a statement first.")
        page.get_by_role("textbox", name="Statement", exact=True).fill("1 = 1")
        page.get_by_text("Definitions, binders, name, imports").click()
        page.get_by_label("Name", exact=True).fill("1x")
        page.get_by_role("button", name="Prove", exact=True).click()
        expect(page.get_by_role("alert").filter(has_text="Not accepted")).to_contain_text("name")


class TestTheServiceGoes:
    def test_and_comes_back_with_everything(
        self, browser: Browser, library: object, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = Server(port, tmp_path_factory.mktemp("jobs"))
        server.start()
        visit = Visit(browser, server.url)
        try:
            visit.prove(LONG, seconds=10, prelude=OPAQUE)
            page = visit.page
            page.locator(".tree .step").first.wait_for()
            server.kill()
            expect(page.locator("#trouble")).to_contain_text("does not answer")
            server.start()
            expect(page.locator("#trouble")).to_be_hidden()
            visit.wait_for("Not found")
            assert page.locator(".tree .goal").count() > 1
        finally:
            visit.context.close()
            server.stop()

    def test_a_key_is_asked_for_once(self, browser: Browser, library: object) -> None:
        with serving("--jobs", "1", TACTIC_MESH_API_KEY="right") as locked:
            visit = Visit(browser, locked.url)
            page = visit.open("#/proofs")
            dialog = page.get_by_role("dialog")
            dialog.get_by_label("Key").fill("wrong")
            dialog.get_by_role("button", name="Go on").click()
            expect(dialog).to_contain_text("refused")
            dialog.get_by_label("Key").fill("right")
            dialog.get_by_role("button", name="Go on").click()
            expect(page.get_by_text("Nothing was asked yet.")).to_be_visible()
            visit.prove("∀ n : Nat, n + 0 = n")
            visit.wait_for("Proved")
            visit.context.close()
            assert visit.complaints == []


class TestTheTree:
    def test_is_walked_with_the_keyboard(self, visit: Opened, proved: str) -> None:
        one = visit()
        page = one.open(f"#/proofs/{proved}")
        one.wait_for("Proved")
        tree = page.get_by_role("tree")
        expect(tree.locator('[tabindex="0"]')).to_have_count(1)
        tree.locator('[tabindex="0"]').focus()
        expect(page.locator(".inspector")).to_contain_text("Goal 0")
        page.keyboard.press("ArrowRight")
        expect(_chosen(page)).to_have_attribute("aria-level", "2")
        page.keyboard.press("ArrowDown")
        expect(_chosen(page)).to_have_attribute("aria-level", "3")
        expect(page.locator(".inspector ins").first).to_be_visible()
        page.keyboard.press("ArrowLeft")
        expect(_chosen(page)).to_have_attribute("aria-level", "2")
        page.keyboard.press("Enter")
        expect(_chosen(page)).to_have_attribute("aria-expanded", "false")
        assert tree.get_by_role("treeitem").count() == 2
        page.keyboard.press("ArrowRight")
        expect(_chosen(page)).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("End")
        page.keyboard.press("Home")
        expect(_chosen(page)).to_have_attribute("aria-level", "1")
        expect(tree.locator('[tabindex="0"]')).to_have_count(1)
        assert page.evaluate("document.activeElement.getAttribute('aria-selected')") == "true"

    def test_has_states_that_are_told_without_colour(self, visit: Opened, proved: str) -> None:
        one = visit()
        page = one.open(f"#/proofs/{proved}")
        one.wait_for("Proved")
        root = page.get_by_role("treeitem").first
        assert (root.get_attribute("aria-label") or "").startswith("Goal 0, solved: ")
        expect(root.locator(".mark")).to_have_count(1)
        assert page.locator(".legend .sign").count() == 6

    def test_shows_the_goal_and_what_changed_under_the_pointer(self, visit: Opened, proved: str) -> None:
        one = visit()
        page = one.open(f"#/proofs/{proved}")
        one.wait_for("Proved")
        page.locator(".tree .goal").nth(1).hover()
        expect(page.locator(".card")).to_contain_text("⊢")
        page.locator(".tree .step").nth(0).hover()
        expect(page.locator(".card ins").first).to_be_visible()

    def test_has_an_address_for_each_goal(self, visit: Opened, unfound: str) -> None:
        one = visit()
        page = one.open(f"#/proofs/{unfound}/node/1.40")
        expect(_chosen(page)).to_have_attribute("data-key", "g40")
        expect(page.locator(".inspector h3")).to_contain_text("Goal 40")
        page.keyboard.press("ArrowLeft")
        assert page.url.rpartition("/")[2] != "1.40"
        elsewhere = page.url
        page.reload()
        one.wait_for("Not found")
        key = f"g{elsewhere.rpartition('.')[2]}"
        expect(_chosen(page)).to_have_attribute("data-key", key)

    def test_is_collapsed_at_first_and_drawn_as_far_as_it_is_in_sight(
        self, visit: Opened, unfound: str
    ) -> None:
        one = visit()
        page = one.open(f"#/proofs/{unfound}")
        one.wait_for("Not found")
        space = page.locator(".tree-space")
        collapsed = space.bounding_box()
        page.get_by_role("button", name="Expand all").click()
        whole = space.bounding_box()
        assert collapsed is not None and whole is not None and whole["height"] > 2 * collapsed["height"]
        assert page.locator(".thing").count() < DRAWN_MAX
        page.locator(".tree-scroll").evaluate("box => box.scrollTo(0, box.scrollHeight)")
        page.get_by_role("treeitem").first.focus()
        page.keyboard.press("End")
        last = _chosen(page).bounding_box()
        frame = page.locator(".tree-scroll").bounding_box()
        assert last is not None and frame is not None
        assert frame["y"] <= last["y"] <= frame["y"] + frame["height"]
        assert page.locator(".thing").count() < DRAWN_MAX
        page.get_by_role("button", name="Fit").click()
        assert page.locator(".tree-tools output").inner_text() != "100 %"


class TestWriting:
    @pytest.mark.parametrize(
        ("keys", "text"),
        [
            ("\\forall x, x \\to x", "∀ x, x → x"),
            ("\\lam x \\mapsto x", "λ x ↦ x"),
            ("\\<a, b\\> ", "⟨a, b⟩ "),
            ("x\\1 \\ne x\\2 ", "x₁ ≠ x₂ "),
            ("\\N \\and \\R ", "ℕ ∧ ℝ "),
            ("\\alp \\bet ", "α β "),
            ("\\nosuchthing ", "\\nosuchthing "),
            ("a \\\\ b", "a \\ b"),
            ("\\in\\N ", "∈ℕ "),
        ],
    )
    def test_abbreviations_become_signs(self, visit: Opened, keys: str, text: str) -> None:
        one = visit()
        page = one.open()
        area = page.get_by_role("textbox", name="Statement", exact=True)
        _ready(one)
        area.press_sequentially(keys)
        expect(area).to_have_value(text)

    def test_a_wrong_one_can_be_corrected(self, visit: Opened) -> None:
        one = visit()
        page = one.open()
        area = page.get_by_role("textbox", name="Statement", exact=True)
        _ready(one)
        area.press_sequentially("\\forxll")
        for _ in range(3):
            page.keyboard.press("Backspace")
        expect(area).to_have_value("\\for")
        page.keyboard.press("Tab")
        expect(area).to_have_value("∀")
        page.keyboard.press("ControlOrMeta+z")
        expect(area).to_have_value("\\for")

    def test_candidates_and_signs_can_be_tapped(self, visit: Opened) -> None:
        one = visit(width=375, touch=True)
        page = one.open()
        area = page.get_by_role("textbox", name="Statement", exact=True)
        _ready(one)
        area.press_sequentially("\\ex")
        page.locator(".hints button", has_text="\\exists").first.tap()
        page.get_by_role("button", name="Insert ℕ").first.tap()
        expect(area).to_have_value("∃ℕ")

    def test_tab_leads_on_where_nothing_is_pending(self, visit: Opened) -> None:
        one = visit()
        page = one.open()
        area = page.get_by_role("textbox", name="Statement", exact=True)
        area.press_sequentially("x")
        page.keyboard.press("Tab")
        expect(area).not_to_be_focused()


def _ready(one: Visit) -> None:
    """Until the table of abbreviations is there."""
    loaded = "performance.getEntriesByType('resource').some(e => e.name.endsWith('abbreviations.txt') && e.responseEnd)"
    one.until(loaded)


class TestInjection:
    def test_what_lean_says_is_text(self, visit: Opened) -> None:
        one = visit()
        one.prove(f'∀ n : Nat, n = "{EVIL}"')
        one.wait_for("Not accepted")
        expect(one.page.locator(".source")).to_contain_text("onerror")
        _nothing_ran(one.page)
        page = one.open("#/proofs")
        expect(page.locator("ul.jobs li").first).to_contain_text("onerror")
        _nothing_ran(page)

    def test_names_in_goals_and_definitions_are_text(self, visit: Opened) -> None:
        one = visit()
        name = "«<img src=x onerror=window.ran=1>»"
        one.prove(*(re.sub(r"\bf\b", name, text) for text in (LONG, OPAQUE)))
        page = one.page
        page.locator(".tree .goal").first.wait_for()
        page.get_by_role("treeitem").first.focus()
        expect(page.locator(".inspector")).to_contain_text("onerror")
        _nothing_ran(page)
        page.get_by_role("button", name="Cancel").click()
        one.wait_for("Cancelled")
        _nothing_ran(page)

    def test_nothing_could_run_if_it_came_in(self, visit: Opened) -> None:
        one = visit()
        page = one.open()
        ways = (
            "document.body.innerHTML = \"<img src=x onerror='window.ran=1'>\"",
            "document.createElement('img').setAttribute('onerror', 'window.ran=1')",
            "document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran=1'}))",
        )
        for way in ways:
            caught = "catch (error) { return error instanceof TypeError; }"
            refused = f"() => {{ try {{ {way}; }} {caught} return false; }}"
            assert page.evaluate(refused), way
        _nothing_ran(page)
        assert len(one.complaints) == len(ways), "the browser reports what the policy refused"
        one.complaints.clear()


class TestLooks:
    def test_dark_and_light_are_chosen_and_remembered(self, visit: Opened) -> None:
        one = visit(scheme="dark")
        page = one.open()
        colour = "getComputedStyle(document.body).backgroundColor"
        dark = page.evaluate(colour)
        page.get_by_role("button", name="light colours").click()
        light = page.evaluate(colour)
        assert dark != light
        page.reload()
        assert page.evaluate(colour) == light
        page.get_by_role("button", name="dark colours").click()
        assert page.evaluate(colour) == dark

    @pytest.mark.parametrize("where", ["", "#/proofs", "proved", "unfound"])
    def test_fit_on_a_phone(self, visit: Opened, proved: str, unfound: str, where: str) -> None:
        one = visit(width=375, touch=True)
        jobs = {"proved": proved, "unfound": unfound}
        page = one.open(f"#/proofs/{jobs[where]}" if where in jobs else where)
        if where in jobs:
            one.wait_for("Proved" if where == "proved" else "Not found")
            page.locator(".tree .step").first.tap()
            expect(page.locator(".inspector")).to_contain_text("Expert")
        else:
            page.locator(".option, .filters").first.wait_for()
        for details in page.locator("details").all():
            details.evaluate("one => one.open = true")
        assert not one.overflows()

    def test_nothing_turns_for_who_wants_rest(self, visit: Opened) -> None:
        one = visit()
        one.page.emulate_media(reduced_motion="reduce")
        one.prove(LONG, seconds=10, prelude=OPAQUE)
        sign = one.page.locator(".job-head .turning")
        sign.wait_for(state="attached")
        assert sign.evaluate("one => getComputedStyle(one).animationName") == "none"
        one.page.get_by_role("button", name="Cancel").click()
        one.wait_for("Cancelled")

    def test_weight_and_where_it_comes_from(self, visit: Opened, proved: str) -> None:
        one = visit()
        one.open()
        one.page.locator(".option").first.wait_for()
        one.open(f"#/proofs/{proved}")
        one.wait_for("Proved")
        one.page.wait_for_load_state("networkidle")
        assert 20_000 < one.weight() < BYTES_MAX
        fetched = {request.rpartition("/")[2] for request in one.requests if "/ui/" in request}
        assert fetched == set(served.files().by_name)


class TestTheList:
    def test_is_filtered_and_leads_to_each(self, visit: Opened, proved: str, unfound: str) -> None:
        one = visit()
        page = one.open("#/proofs")
        links = page.locator("ul.jobs a")
        page.get_by_label("Standing").select_option("Proved")
        expect(page.locator("ul.jobs .standing").first).to_have_text("Proved")
        expect(page.locator(f'ul.jobs a[href$="{proved}"]')).to_be_visible()
        expect(page.locator(f'ul.jobs a[href$="{unfound}"]')).to_have_count(0)
        page.get_by_label("Find").fill("nothing like this")
        expect(page.get_by_text("Nothing fits.")).to_be_visible()
        page.get_by_label("Find").fill("xs ys")
        links.first.wait_for()
        links.first.click()
        expect(page.locator("h1")).to_contain_text("xs ys")

    def test_forgets_what_is_removed(self, visit: Opened) -> None:
        one = visit()
        job = one.prove("∀ n : Nat, n + 0 = n")
        one.wait_for("Proved")
        one.page.get_by_role("button", name="Remove…").click()
        one.page.get_by_role("dialog").get_by_role("button", name="Keep it").click()
        one.page.get_by_role("button", name="Remove…").click()
        one.page.get_by_role("dialog").get_by_role("button", name="Remove").click()
        one.page.locator("ul.jobs li").first.wait_for()
        expect(one.page.locator(f'a[href$="{job}"]')).to_have_count(0)
