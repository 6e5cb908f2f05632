// The first page: a statement or a file, who is to prove it, and what that may cost.

import * as api from "./api.js";
import { announce, fresh, h, put } from "./dom.js";
import { Editor } from "./editor.js";
import { jobRow } from "./jobs.js";

const EXAMPLES = [
  { title: "Lists", statement: "∀ (xs ys : List Nat), (xs ++ ys).reverse = ys.reverse ++ xs.reverse" },
  { title: "Logic", statement: "∀ p q r : Prop, (p → q) → (q → r) → (p ∨ r) → (p ∧ r ∨ r ∧ r)" },
  { title: "Sets of members", statement: "∀ xs ys : List Nat, (∀ x, x ∈ xs → x ∈ ys) → ∃ zs, ∀ x, x ∈ xs ++ zs ↔ x ∈ ys ++ xs" },
  { title: "A false one", statement: "∀ a b : Nat, a - b + b = a" },
  {
    title: "Own definitions",
    statement: "∀ t : Tree, t.mirror.size = t.size",
    prelude:
      "inductive Tree where\n  | leaf : Tree\n  | node : Tree → Nat → Tree → Tree\n\ndef Tree.mirror : Tree → Tree\n  | .leaf => .leaf\n  | .node l x r => .node r.mirror x l.mirror\n\ndef Tree.size : Tree → Nat\n  | .leaf => 0\n  | .node l _ r => l.size + 1 + r.size",
  },
];
const PROVERS = {
  search: ["Search", "Tactics by experts, over a tree of goals"],
  models: ["Model", "A language model proposes, Lean checks, failures are repaired"],
  portfolio: ["Both", "Search and model share one budget"],
};
const TIMES_S = [10, 30, 60, 120, 300, 600, 1800];
const RECENT = 4;
const UNSEEN = ["temperature", "seed", "experts"];
const DRAFT = "draft";

function draft() {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT)) ?? {};
  } catch {
    return {};
  }
}

/** Keep a request for the form, which then begins with it; `messages` are Lean's about it. */
export function keepDraft(request, messages = []) {
  sessionStorage.setItem(DRAFT, JSON.stringify({ ...request, messages }));
}

/** The page. `signal` ends with it. */
export function composePage(signal) {
  const kept = draft();
  const form = new Form(kept);
  const recent = h("section", { class: "recent", "aria-label": "Recent proofs" });
  api.provers().then((offered) => signal.aborted || form.offer(offered), () => signal.aborted || form.offer(null));
  api.jobs({ limit: RECENT }).then(
    ({ jobs }) => put(recent, jobs.length ? [h("div", { class: "section-head" }, h("h2", {}, "Recent"), h("a", { href: "#/proofs" }, "All proofs")), h("ul", { class: "jobs" }, jobs.map(jobRow))] : []),
    () => {}, // the form works without
  );
  addEventListener("pagehide", () => form.keep(), { signal });
  signal.addEventListener("abort", () => form.keep());
  return [
    h("div", { class: "compose" }, h("div", { class: "lead" }, h("h1", {}, "What should be proved?"), h("p", { class: "muted" }, "State it in Lean 4. What comes back was checked by Lean’s kernel, in a process that never ran the search.")), form.element, recent),
  ];
}

class Form {
  constructor(kept) {
    this.whole = kept.file !== undefined && kept.file !== null;
    this.sent = false;
    this.statement = new Editor({ label: "Statement", rows: 4, value: kept.statement ?? "", placeholder: "∀ n : Nat, n + 0 = n", hint: "\\forall becomes ∀" });
    this.prelude = new Editor({ label: "Before it", rows: 3, value: kept.prelude ?? "", placeholder: "def double (n : Nat) := n + n", hint: "definitions, notation, open" });
    this.file = new Editor({ label: "Lean file with one sorry", rows: 12, value: kept.file ?? "", placeholder: "theorem double_eq (n : Nat) : double n = 2 * n := by\n  sorry" });
    this.binders = h("input", { id: fresh("binders"), value: kept.binders ?? "", placeholder: "(n : Nat) (h : 0 < n)", class: "code", autocomplete: "off", spellcheck: "false" });
    this.name = h("input", { id: fresh("name"), value: kept.name ?? "", placeholder: "T", class: "code", autocomplete: "off", spellcheck: "false" });
    this.imports = h("input", { id: fresh("imports"), value: (kept.imports ?? []).join(" "), placeholder: "none", class: "code", autocomplete: "off", spellcheck: "false" });
    this.kept = kept;
    this.element = h("form", { class: "sheet", novalidate: true, on: { submit: (event) => this.submit(event), keydown: (event) => this.key(event) } });
    this.problem = h("div", { class: "problem", role: "alert", hidden: true });
    this.button = h("button", { class: "main", type: "submit" }, "Prove");
    this.choices = h("div", { class: "choices" });
    this.offered = null;
    this.draw();
    this.marks(kept.messages ?? []);
  }

  draw() {
    const kind = (whole, words) =>
      h("label", { class: "segment" }, h("input", { type: "radio", name: "kind", checked: this.whole === whole, on: { change: () => this.turn(whole) } }), h("span", {}, words));
    const upload = h("input", { id: "upload", type: "file", accept: ".lean,text/plain", class: "unseen", on: { change: (event) => this.read(event.target.files[0]) } });
    this.one = h(
      "div",
      {},
      this.statement.element,
      h("p", { class: "examples" }, h("span", { class: "muted" }, "Try "), EXAMPLES.map((example) => h("button", { type: "button", class: "small", title: example.statement, on: { click: () => this.take(example) } }, example.title))),
      h(
        "details",
        { open: Boolean(this.kept.prelude || this.kept.binders || this.kept.name || this.kept.imports?.length) },
        h("summary", {}, "Definitions, binders, name, imports"),
        this.prelude.element,
        h("div", { class: "pair" }, field("Binders", this.binders), field("Name", this.name), field("Imports", this.imports)),
      ),
    );
    this.all = h("div", {}, this.file.element, h("p", { class: "row" }, h("label", { for: "upload", class: "button small" }, "Open a file…"), upload, h("span", { class: "muted" }, "or drop one here")));
    for (const [event, work] of [["dragover", (dragged) => dragged.preventDefault()], ["drop", (dropped) => this.dropped(dropped)]]) this.element.addEventListener(event, work);
    put(
      this.element,
      h("fieldset", { class: "segments" }, h("legend", { class: "unseen" }, "What is given"), kind(false, "Statement"), kind(true, "File")),
      this.one,
      this.all,
      this.choices,
      this.problem,
      h("div", { class: "send" }, this.button, h("span", { class: "muted" }, h("kbd", {}, "Ctrl"), " ", h("kbd", {}, "Enter"))),
    );
    this.turn(this.whole);
  }

  turn(whole) {
    this.whole = whole;
    this.one.hidden = whole;
    this.all.hidden = !whole;
  }

  take(example) {
    this.statement.value = example.statement;
    this.prelude.value = example.prelude ?? "";
    this.binders.value = "";
    this.name.value = "";
    this.imports.value = "";
    if (example.prelude) this.one.querySelector("details").open = true;
    this.statement.area.focus();
  }

  async read(file) {
    if (!file) return;
    this.file.value = await file.text();
    this.turn(true);
    this.element.querySelectorAll('[name="kind"]')[1].checked = true;
  }

  dropped(event) {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.read(event.dataTransfer.files[0]);
  }

  /** Show what this service has; null if it cannot be asked. */
  offer(offered) {
    this.offered = offered;
    const kept = this.kept;
    const defaults = { ...(offered?.budget?.defaults ?? offered?.budget ?? {}) };
    const maxima = offered?.budget?.maxima ?? {};
    const names = offered?.provers?.map((one) => one.name ?? one) ?? ["search"];
    const wanted = names.includes(kept.prover) ? kept.prover : names[0];
    this.provers = names.map((name) => h("input", { type: "radio", name: "prover", value: name, checked: name === wanted, on: { change: () => this.chosen() } }));
    const cards = this.provers.map((input) => h("label", { class: "option" }, input, h("span", {}, h("strong", {}, PROVERS[input.value]?.[0] ?? input.value), h("span", { class: "muted" }, PROVERS[input.value]?.[1] ?? ""))));
    this.backend = h("select", { id: fresh("backend"), on: { change: () => this.chosen() } }, (offered?.backends ?? []).map((one) => h("option", { value: one.name, selected: one.name === kept.backend, disabled: !one.ready }, one.ready ? one.name : `${one.name}: ${one.why}`)));
    this.model = h("input", { id: fresh("model"), value: kept.model ?? "", list: "models", class: "code", autocomplete: "off" });
    this.models = h("datalist", { id: "models" });
    this.modelFields = h("div", { class: "pair" }, field("Backend", this.backend), field("Model", this.model), this.models);
    const wall = kept.budget?.wall_s ?? defaults.wall_s ?? 60;
    const longest = maxima.wall_s ?? 600;
    const times = [...new Set([...TIMES_S.filter((s) => s <= longest), wall])].sort((a, b) => a - b);
    this.wall = h("select", { id: fresh("wall") }, times.map((s) => h("option", { value: s, selected: s === wall }, s < 120 ? `${s} seconds` : `${s / 60} minutes`)));
    const figure = (name, value, step = 1) => h("input", { id: fresh(name), type: "number", min: 0, step, value: value ?? "", inputmode: "numeric", placeholder: "no limit" });
    const kb = kept.budget ?? {};
    this.figures = {
      tactics: figure("tactics", kb.tactics ?? defaults.tactics),
      checks: figure("checks", kb.checks ?? defaults.checks),
      rounds: figure("rounds", kb.rounds ?? defaults.rounds),
      candidates_per_round: figure("candidates", kb.candidates_per_round ?? defaults.candidates_per_round),
      repairs_per_round: figure("repairs", kb.repairs_per_round ?? defaults.repairs_per_round),
      dollars: figure("dollars", kb.dollars ?? defaults.dollars, 0.01),
    };
    this.discover = h("input", { id: fresh("discover"), type: "checkbox", checked: kept.discover ?? true });
    this.figureFields = {
      tactics: field("Tactics at most", this.figures.tactics),
      checks: field("Checks at most", this.figures.checks),
      rounds: field("Rounds", this.figures.rounds),
      candidates_per_round: field("Proposals a round", this.figures.candidates_per_round),
      repairs_per_round: field("Repairs a round", this.figures.repairs_per_round),
      dollars: field("Dollars at most", this.figures.dollars),
    };
    this.discoverField = h("label", { class: "check", for: this.discover.id }, this.discover, "Look for lemmas");
    put(
      this.choices,
      h("fieldset", { class: "options" }, h("legend", {}, "Prover"), cards),
      this.modelFields,
      h("div", { class: "narrow" }, field("Time", this.wall)),
      h("details", {}, h("summary", {}, "Further bounds"), h("div", { class: "pair" }, Object.values(this.figureFields)), this.discoverField),
    );
    this.chosen();
  }

  get prover() {
    return this.provers?.find((input) => input.checked)?.value ?? "search";
  }

  chosen() {
    const models = this.prover !== "search";
    this.modelFields.hidden = !models;
    for (const name of ["checks", "rounds", "candidates_per_round", "repairs_per_round", "dollars"]) this.figureFields[name].hidden = !models;
    for (const one of [this.figureFields.tactics, this.discoverField]) one.hidden = this.prover === "models";
    const backend = this.offered?.backends?.find((one) => one.name === this.backend.value);
    put(this.models, (backend?.models ?? []).map((name) => h("option", { value: name })));
    const fixed = backend?.needs_model === false;
    this.model.disabled = fixed;
    this.model.placeholder = fixed ? "none needed" : (backend?.models?.[0] ?? "name of the model");
  }

  request() {
    const figure = (input) => (input.value === "" ? null : Number(input.value));
    const models = this.prover !== "search";
    const budget = { wall_s: Number(this.wall?.value ?? 60) };
    for (const [name, input] of Object.entries(this.figures ?? {})) {
      if (this.figureFields[name].hidden || figure(input) === null) continue;
      budget[name] = figure(input);
    }
    return {
      ...(this.whole ? { file: this.file.value } : this.stated()),
      prover: this.prover,
      ...(models && { backend: this.backend.value, ...(!this.model.disabled && this.model.value.trim() && { model: this.model.value.trim() }) }),
      ...(this.prover !== "models" && this.discover && { discover: this.discover.checked }),
      // What this form has no fields for stays as it was asked elsewhere.
      ...Object.fromEntries(UNSEEN.filter((name) => (this.kept[name] ?? null) !== null).map((name) => [name, this.kept[name]])),
      budget,
    };
  }

  /** The parts of a statement that are not empty. */
  stated() {
    const words = { statement: this.statement.value, name: this.name.value.trim(), binders: this.binders.value.trim(), prelude: this.prelude.value.trimEnd() };
    const imports = this.imports.value.split(/[\s,]+/).filter(Boolean);
    return { ...Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim())), ...(imports.length && { imports }) };
  }

  keep() {
    if (!this.sent) keepDraft(this.request());
  }

  key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.submit(event);
  }

  async submit(event) {
    event.preventDefault();
    if (this.button.disabled) return;
    const text = this.whole ? this.file : this.statement;
    this.tell(null);
    if (!text.value.trim()) {
      text.mark([{ text: this.whole ? "The file is empty." : "Write a statement first." }]);
      text.area.focus();
      return;
    }
    const request = this.request();
    const words = JSON.stringify(request);
    if (this.lastWords !== words) [this.lastWords, this.idempotency] = [words, token()];
    this.button.disabled = true;
    try {
      const job = await api.submit(request, this.idempotency);
      keepDraft(request);
      this.sent = true;
      announce("Handed in");
      location.hash = `#/proofs/${job.id}`;
    } catch (error) {
      if (!(error instanceof api.Problem || error instanceof api.Unreachable)) throw error;
      this.tell(error);
    } finally {
      this.button.disabled = false;
    }
  }

  tell(error) {
    this.problem.hidden = error === null;
    if (error === null) return;
    const places = { statement: this.statement, prelude: this.prelude, file: this.file };
    for (const { loc, msg } of error.errors ?? []) places[loc?.at(-1)]?.mark([{ text: msg }]);
    put(this.problem, h("strong", {}, error instanceof api.Unreachable ? "Not sent. " : "Not accepted. "), error.message);
  }

  marks(messages) {
    const places = { statement: this.statement, prelude: this.prelude, file: this.file };
    for (const [origin, editor] of Object.entries(places)) editor.mark(messages.filter((message) => message.origin === origin));
  }
}

function field(label, input) {
  return h("div", { class: "field" }, h("label", { for: input.id }, label), input);
}

/** A name for one handing in. */
function token() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
