// One proof: how it stands, what came of it, and the trees that it grew.

import * as api from "./api.js";
import { attemptList } from "./attempts.js";
import { keepDraft } from "./compose.js";
import { announce, copyButton, download, fresh, h, put } from "./dom.js";
import { inspected } from "./inspector.js";
import { block, coloured } from "./lean.js";
import { Run } from "./run.js";
import { source } from "./source.js";
import { subject } from "./subject.js";
import { TreeDrawing } from "./tree.js";
import { trouble } from "./trouble.js";
import { PHASES, ago, number, outcomeWord, seconds, sign, standing } from "./words.js";

const DRAW_MS = 120; // between two drawings while events arrive, or more:
const DRAW_SHARE = 0.25; // of the time may go into drawing
const CLOCK_MS = 200;
const SAY_MS = 4000; // between two things said of a running search
const STUCK = 3;
const TRUST = ["elaborated", "audited", "replayed", "independent"];
const TRUST_MEANS = {
  elaborated: "Lean accepted the whole file",
  audited: "statement and axioms were compared in a process that never ran the proof",
  replayed: "Lean’s kernel checked every constant again in a fresh environment",
  independent: "a second checker, not Lean’s code, agrees",
};

export class JobPage {
  /** `signal` ends with the page; `node` is `SEARCH.NODE`, or empty. */
  constructor(id, node, signal) {
    this.id = id;
    this.signal = signal;
    this.run = new Run();
    this.job = null;
    this.wanted = node;
    this.picked = null; // the tree that the reader chose
    this.told = 0;
    this.drawMs = 0;
    this.build();
    this.open();
  }

  build() {
    this.drawing = new TreeDrawing((thing) => this.choose(thing));
    this.title = h("h1", { class: "subject" });
    this.facts = h("p", { class: "facts-line" });
    this.buttons = h("div", { class: "row" });
    this.progress = h("progress", { max: 1, value: 0, "aria-label": "Share of the time that was given" });
    this.doing = h("div", { class: "doing", hidden: true }, this.progress, (this.phase = h("span", {})), (this.clock = h("span", { class: "figure muted" })));
    this.counts = h("dl", { class: "counts" });
    this.result = h("section", { class: "result", "aria-label": "Result", hidden: true });
    this.trees = h("select", { id: fresh("tree"), on: { change: () => this.pick(Number(this.trees.value)) } });
    this.treeField = h("div", { class: "field inline" }, h("label", { for: this.trees.id }, "Tree"), this.trees);
    this.inspector = h("aside", { class: "inspector", "aria-label": "What was chosen" });
    const legend = h(
      "div",
      { class: "legend muted" },
      ["solved", "open", "failed"].map((state) => h("span", {}, sign(state), `goal ${state}`)),
      ["solved", "open", "failed"].map((state) => h("span", {}, sign(state, "step"), `tactic ${state}`)),
    );
    this.treeSection = h(
      "section",
      { class: "tree-section", "aria-label": "Search", hidden: true },
      h("div", { class: "section-head" }, h("h2", {}, "Search"), this.treeField, this.drawing.tools),
      h("div", { class: "tree-and-inspector" }, this.drawing.element, this.inspector),
      h("div", { class: "under-tree" }, legend, h("details", { class: "help" }, h("summary", {}, "Keys and reading"), help())),
    );
    this.attempts = h("section", { class: "attempts", "aria-label": "Attempts", hidden: true });
    this.lemmas = h("section", { class: "lemmas", "aria-label": "Lemmas", hidden: true });
    this.given = h("section", { class: "given", "aria-label": "Request", hidden: true });
    this.elements = [
      h(
        "div",
        { class: "job" },
        h("header", { class: "job-head" }, h("div", { class: "title-line" }, this.title, this.buttons), this.facts, this.doing, this.counts),
        this.result,
        this.treeSection,
        this.attempts,
        this.lemmas,
        this.given,
      ),
    ];
    this.nothing();
  }

  async open() {
    const ticking = setInterval(() => this.tick(), CLOCK_MS);
    this.signal.addEventListener("abort", () => clearInterval(ticking));
    try {
      this.job = await this.asked(() => api.job(this.id));
      if (this.signal.aborted) return;
      this.showJob();
      await api.follow(this.id, this.signal, {
        take: (events) => this.take(events),
        lost: (state) => trouble(state),
        over: async () => {
          this.job = await api.job(this.id);
          return this.job.state === "ended" || this.job.state === "cancelled";
        },
      });
      if (this.signal.aborted) return;
      this.job = await this.asked(() => api.job(this.id));
      this.draw();
      this.showJob();
      this.showResult();
      this.goToWanted(true);
    } catch (error) {
      if (this.signal.aborted) return;
      if (!(error instanceof api.Problem)) throw error;
      const words = error.status === 404 ? "There is no such proof here. It may have been removed." : error.message;
      put(this.elements[0], h("div", { class: "problem", role: "alert" }, words, " ", h("a", { href: "#/proofs" }, "All proofs")));
    } finally {
      clearInterval(ticking);
      trouble(null);
    }
  }

  /** Ask until the service answers. */
  async asked(question) {
    for (let wait = 500; ; wait = Math.min(2 * wait, 8000)) {
      try {
        const answer = await question();
        trouble(null);
        return answer;
      } catch (error) {
        if (!(error instanceof api.Unreachable) || this.signal.aborted) throw error;
        await new Promise((resolve) => {
          const timer = setTimeout(resolve, wait);
          const now = () => {
            clearTimeout(timer);
            resolve();
          };
          this.signal.addEventListener("abort", now, { once: true });
          trouble({ wait, now });
        });
      }
    }
  }

  take(events) {
    for (const event of events) this.run.take(event);
    this.heard = performance.now();
    if (this.job?.state === "queued") {
      this.job.state = "running";
      this.showJob();
    }
    this.waiting ??= setTimeout(() => {
      this.waiting = null;
      if (this.signal.aborted) return;
      const started = performance.now();
      this.draw();
      this.drawMs = performance.now() - started;
    }, Math.max(DRAW_MS, this.drawMs / DRAW_SHARE));
  }

  /** Everything that changes while events arrive. */
  draw() {
    const { run } = this;
    this.showTrees();
    this.showCounts();
    this.tick();
    if (run.attempts.length && run.attempts.length !== this.attemptsShown) {
      this.attemptsShown = run.attempts.length;
      this.attempts.hidden = false;
      const open = new Set([...this.attempts.querySelectorAll("details[open] summary code")].map((code) => code.textContent));
      put(this.attempts, h("div", { class: "section-head" }, h("h2", {}, "Attempts"), h("span", { class: "muted" }, number(run.attempts.length))), attemptList(run.attempts));
      for (const details of this.attempts.querySelectorAll("details")) details.open = open.has(details.querySelector("code").textContent);
    }
    if (run.lemmas.size) this.showLemmas();
    this.goToWanted(false);
    this.say();
  }

  say() {
    if (performance.now() - this.told < SAY_MS || !this.running) return;
    this.told = performance.now();
    const { spent, phase } = this.run;
    announce(`${PHASES[phase?.name] ?? "Running"}: ${spent.tactics} tactics, ${this.goals} goals`);
  }

  get running() {
    return this.job?.state === "running" || this.job?.state === "queued";
  }

  get goals() {
    let goals = 0;
    for (const tree of this.run.trees.values()) goals += tree.goals.size;
    return Math.max(goals, this.run.spent.nodes ?? 0);
  }

  showJob() {
    const { job } = this;
    const { request } = job;
    put(this.title, h("code", {}, subject(request)));
    document.title = `${(request.statement ?? "File").slice(0, 60)} · Tactic-Mesh`;
    put(
      this.facts,
      standing(job.state, job.result?.outcome),
      h("span", {}, proverWord(request), job.result?.by && request.prover === "portfolio" ? `, found by ${job.result.by}` : ""),
      job.ended_at && job.started_at ? h("span", {}, `after ${seconds((Date.parse(job.ended_at) - Date.parse(job.started_at)) / 1000)}`) : null,
      h("span", { title: job.created_at }, ago(job.created_at)),
    );
    this.doing.hidden = !this.running;
    const again = h("button", { type: "button", on: { click: () => this.again() } }, "Edit and ask again");
    put(this.buttons, this.running ? this.button("Cancel", () => api.cancel(this.id), "Cancelling…") : [again, this.button("Remove…", () => this.remove())]);
    this.given.hidden = false;
    put(this.given, h("details", {}, h("summary", {}, "The request"), givenText(request)));
  }

  button(words, work, meanwhile = words) {
    const button = h("button", { type: "button", class: "quiet", on: { click: press } }, words);
    const press_ = async () => {
      button.disabled = true;
      button.textContent = meanwhile;
      try {
        await work();
      } catch (error) {
        if (!(error instanceof api.Problem || error instanceof api.Unreachable)) throw error;
        button.disabled = false;
        button.textContent = words;
        announce(error.message);
      }
    };
    function press() {
      press_();
    }
    return button;
  }

  async remove() {
    const dialog = h(
      "dialog",
      { "aria-labelledby": "remove-title" },
      h("h2", { id: "remove-title" }, "Remove this proof?"),
      h("p", {}, "Its events, its result and its address go. Certificates that were downloaded stay valid."),
      h("form", { method: "dialog", class: "row" }, h("button", { value: "yes", class: "main" }, "Remove"), h("button", { value: "no" }, "Keep it")),
    );
    document.body.append(dialog);
    dialog.showModal();
    await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
    dialog.remove();
    if (dialog.returnValue !== "yes") {
      this.showJob();
      return;
    }
    await api.purge(this.id);
    location.hash = "#/proofs";
  }

  again(changes = {}) {
    const { request, result } = this.job;
    keepDraft({ ...request, ...changes }, result?.outcome === "invalid_statement" ? result.messages : []);
    location.hash = "#/";
  }

  tick() {
    if (!this.running || this.doing.hidden) return;
    const at = this.heard === undefined ? 0 : this.run.at_s + (performance.now() - this.heard) / 1000;
    const wall = this.job.request.budget?.wall_s ?? this.run.head?.budget?.wall_s ?? 0;
    this.progress.value = wall ? Math.min(1, at / wall) : 0;
    const { phase } = this.run;
    this.phase.textContent = this.job.state === "queued" ? "Waiting for its turn" : `${PHASES[phase?.name] ?? "Starting"}${phase?.detail ? `: ${phase.detail}` : ""}`;
    this.clock.textContent = this.job.state === "queued" ? "" : `${at.toFixed(1)} s of ${wall} s`;
  }

  showCounts() {
    const { spent } = this.run;
    const entries = [["Tactics", spent.tactics], ["Goals", this.goals], ["Checks", spent.checks], ["Tokens", spent.tokens], ["Dollars", spent.dollars ?? 0]];
    const shown = entries.filter(([, value]) => value);
    put(this.counts, shown.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, name === "Dollars" ? value.toFixed(4) : number(value)))));
  }

  showTrees() {
    const all = [...this.run.trees.values()].filter((tree) => tree.root);
    if (!all.length) return;
    this.treeSection.hidden = false;
    const tree = this.picked ?? (this.drawing.at ? this.drawing.tree : null) ?? this.shownByDefault(all);
    const names = all.map((one) => `${one.search}|${one.state}`).join();
    if (names !== this.treeNames) {
      this.treeNames = names;
      put(this.trees, all.map((one) => h("option", { value: one.search }, treeName(one, all))));
    }
    this.treeField.hidden = all.length < 2;
    if (this.drawing.tree !== tree) this.drawing.show(tree);
    else if (tree.version !== this.versionShown) this.drawing.refresh();
    this.versionShown = tree.version;
    this.trees.value = String(tree.search);
    if (this.chosen && this.drawing.byKey.has(this.chosen.key)) this.inspect(this.drawing.byKey.get(this.chosen.key));
  }

  shownByDefault(all) {
    return all.includes(this.run.current) ? this.run.current : all.at(-1);
  }

  pick(search) {
    this.picked = this.run.trees.get(search) ?? null;
    this.nothing();
    this.showTrees();
  }

  nothing() {
    this.chosen = null;
    put(this.inspector, h("div", { class: "muted hint" }, h("p", {}, "Choose a goal or a tactic to see it whole, and what changed on the way to it."), reading()));
  }

  choose(thing) {
    this.inspect(thing);
    const goal = thing.goal ?? thing.step.at;
    const address = `#/proofs/${this.id}/node/${this.drawing.tree.search}.${goal.id}`;
    if (location.hash !== address) history.replaceState(null, "", address);
  }

  inspect(thing) {
    this.chosen = thing;
    const { tree } = this.drawing;
    const subject_ = thing.step ?? thing.goal;
    const told = `${tree.search}|${subject_.key}|${subject_.state}|${(thing.goal?.steps ?? subject_.children).length}|${thing.goal?.text ?? subject_.children.map((child) => child.state + child.text)}`;
    if (told === this.inspectedAs) return;
    this.inspectedAs = told;
    put(this.inspector, inspected(thing, tree, (goal) => new URL(`#/proofs/${this.id}/node/${tree.search}.${goal.id}`, location.href).href));
  }

  /** Turn to `SEARCH.NODE`, now or when it was told of. */
  goTo(node) {
    this.wanted = node;
    this.goToWanted(false);
  }

  goToWanted(last) {
    if (!this.wanted) return;
    const [search, id] = this.wanted.split(".").map(Number);
    const tree = this.run.trees.get(search);
    if (tree?.goals.get(id)?.goals) {
      this.wanted = null;
      this.picked = tree;
      this.showTrees();
      this.drawing.goTo(id, { focus: true });
      this.treeSection.scrollIntoView({ block: "nearest" });
    } else if (last) {
      this.wanted = null;
      announce("The goal of this address is not in the tree.");
    }
  }

  showLemmas() {
    const trees = [...this.run.trees.values()].filter((tree) => tree.purpose === "lemma");
    const treeOf = (lemma) => trees.find((tree) => tree.statement === lemma.statement);
    const states = { proved: "solved", refuted: "refuted", given_up: "unfound" };
    const rows = [...this.run.lemmas.values()].sort((a, b) => (b.state === "proved") - (a.state === "proved"));
    const told = rows.map((lemma) => lemma.name + lemma.state).join();
    if (told === this.lemmasTold) return;
    this.lemmasTold = told;
    this.lemmas.hidden = false;
    const open = this.lemmas.querySelector("details")?.open ?? false;
    put(
      this.lemmas,
      h(
        "details",
        { open },
        h("summary", {}, h("h2", {}, "Lemmas"), h("span", { class: "muted" }, ` ${rows.filter((lemma) => lemma.state === "proved").length} proved of ${rows.length}`)),
        h(
          "ul",
          { class: "plain" },
          rows.map((lemma) => h("li", {}, sign(states[lemma.state]), h("code", {}, coloured(lemma.statement)), h("span", { class: "muted" }, lemma.state.replace("_", " ")), treeOf(lemma) ? h("button", { type: "button", class: "small", on: { click: () => this.toTree(treeOf(lemma)) } }, "its tree") : null)),
        ),
      ),
    );
  }

  toTree(tree) {
    this.pick(tree.search);
    this.treeSection.scrollIntoView({ block: "start" });
  }

  showResult() {
    const { job } = this;
    const result = job.result;
    this.result.hidden = false;
    if (job.state === "cancelled" || !result) {
      put(this.result, h("p", {}, "It was cancelled", result?.reason ? `: ${result.reason}` : "."));
      announce("Cancelled");
      return;
    }
    announce(`${outcomeWord(result.outcome)}${result.reason ? `: ${result.reason}` : ""}`);
    const shown = { proved: () => this.proved(result), refuted: () => this.refuted(result), not_found: () => this.unfound(result), invalid_statement: () => this.invalid(result) }[result.outcome];
    this.result.className = `result ${result.outcome}`;
    put(this.result, shown ? shown() : [h("p", {}, result.reason || outcomeWord(result.outcome)), this.messages(result)]);
  }

  proved(result) {
    const { job } = this;
    const name = `${(job.request.name || "proof").replace(/[^\p{L}\p{N}_.-]/gu, "_")}`;
    const certified = Boolean(job.links?.certificate ?? result.certificate);
    return [
      h("div", { class: "section-head" }, h("h2", {}, "Proof"), copyButton(() => result.proof ?? "", "Copy proof")),
      block(result.proof ?? "", { "aria-label": "Proof" }),
      ladder(result.trust),
      h(
        "p",
        { class: "row" },
        copyButton(() => result.lean_file ?? "", "Copy file"),
        h("button", { type: "button", class: "small", on: { click: () => download(result.lean_file ?? "", `${name}.lean`) } }, "Download file"),
        certified ? this.certificateButton(name) : null,
        h("span", { class: "muted" }, "Axioms: ", (result.axioms ?? []).length ? result.axioms.map((axiom) => [h("code", {}, axiom), " "]) : "none"),
      ),
      h("details", {}, h("summary", {}, "The whole file"), source(result.lean_file ?? "", result.messages ?? [], "Lean file")),
    ];
  }

  certificateButton(name) {
    return h("button", { type: "button", class: "small", on: { click: async (event) => {
      const button = event.currentTarget;
      button.disabled = true;
      try {
        download(await api.certificate(this.id), `${name}.certificate.json`, "application/json");
      } catch (error) {
        if (!(error instanceof api.Problem || error instanceof api.Unreachable)) throw error;
        button.after(h("span", { class: "muted", role: "alert" }, error.message));
      } finally {
        button.disabled = false;
      }
    } } }, "Download certificate");
  }

  refuted(result) {
    const refutation = result.refutation ?? {};
    const instance = refutation.instance ?? [];
    return [
      h("div", { class: "section-head" }, h("h2", {}, instance.length ? "A counterexample" : "The negation has a proof")),
      instance.length ? h("table", { class: "instance" }, h("tbody", {}, instance.map(({ name, value }) => h("tr", {}, h("th", { scope: "row" }, h("code", {}, name)), h("td", {}, h("code", {}, coloured(value))))))) : null,
      h("p", {}, "Lean’s kernel accepted this proof of the negation:"),
      block(refutation.lean_file ?? "", { "aria-label": "Proof of the negation" }),
      ladder(refutation.trust ?? result.trust),
      h("p", { class: "row" }, copyButton(() => refutation.lean_file ?? "", "Copy file"), h("button", { type: "button", class: "small", on: { click: () => download(refutation.lean_file ?? "", "negation.lean") } }, "Download file")),
    ];
  }

  unfound(result) {
    const tree = this.run.current;
    const { partial } = result;
    const stuck = tree && !partial ? tree.stuck(STUCK) : [];
    const { budget } = this.job.request;
    return [
      h("div", { class: "section-head" }, h("h2", {}, "No proof yet")),
      h("p", {}, sentence(result.reason), " That says nothing about the statement: it may be true."),
      h("p", { class: "row" }, h("button", { type: "button", class: "main", on: { click: () => this.again({ budget: { ...budget, wall_s: 4 * (budget?.wall_s ?? 60) } }) } }, "Ask again with four times the time")),
      partial ? this.partial(partial) : null,
      stuck.length ? [h("h3", {}, "Where it is stuck"), h("div", { class: "stuck" }, stuck.map((goal) => this.stuckGoal(tree, goal)))] : null,
      this.messages(result),
    ];
  }

  /** The proof that got furthest, its open goals, and why each is open. */
  partial(partial) {
    const goal = (one) =>
      h(
        "div",
        { class: "stuck-goal" },
        block(one.goals.join("\n\n")),
        h("p", { class: "muted" }, sentence(one.why)),
        one.failures?.length ? h("details", {}, h("summary", {}, "What Lean said of the nearest tactics"), one.failures.map((failure) => [h("p", {}, h("code", {}, coloured(failure.tactic)), h("span", { class: "muted" }, ` by ${failure.expert}`)), h("pre", { class: "excerpt", tabindex: 0 }, failure.reason)])) : null,
      );
    return [
      h("div", { class: "section-head" }, h("h3", {}, "The partial proof that got furthest"), copyButton(() => partial.proof, "Copy partial proof")),
      block(partial.proof, { "aria-label": "Partial proof" }),
      partial.open.length ? [h("h3", {}, "Where it is stuck"), h("div", { class: "stuck" }, partial.open.map(goal))] : null,
    ];
  }

  stuckGoal(tree, goal) {
    const script = tree.way(goal).map((step) => step.tactic);
    const partial = `by\n${[...script, "sorry"].map((line) => `  ${line}`).join("\n")}`;
    return h(
      "div",
      { class: "stuck-goal" },
      block(goal.text),
      h("details", {}, h("summary", {}, `after ${script.length} ${script.length === 1 ? "tactic" : "tactics"}`), block(partial)),
      h("p", { class: "row" }, h("a", { href: `#/proofs/${this.id}/node/${tree.search}.${goal.id}` }, `Goal ${goal.id} in the tree`), copyButton(() => partial, "Copy partial proof")),
    );
  }

  invalid(result) {
    return [
      h("div", { class: "section-head" }, h("h2", {}, sentence(result.reason).replace(/\.$/, ""))),
      this.messages(result),
      h("p", { class: "row" }, h("button", { type: "button", class: "main", on: { click: () => this.again() } }, "Edit it")),
    ];
  }

  /** Lean's messages beside the texts of the request that they are about. */
  messages(result) {
    const { request } = this.job;
    const messages = result.messages ?? [];
    const texts = [["prelude", "Before it"], ["binders", "Binders"], ["statement", "Statement"], ["name", "Name"], ["file", "File"]];
    const shown = texts.map(([origin, label]) => {
      const those = messages.filter((message) => (message.origin ?? (request.file ? "file" : "statement")) === origin);
      return those.length && request[origin] ? [h("h3", {}, label), source(request[origin], those, label)] : null;
    });
    const rest = messages.filter((message) => message.origin && !request[message.origin]);
    const elsewhere = rest.length && result.lean_file ? [h("h3", {}, "File"), source(result.lean_file, rest, "File")] : rest.map((message) => h("pre", { class: "excerpt", tabindex: 0 }, message.text));
    return [shown, elsewhere];
  }
}

function sentence(words) {
  if (!words) return "";
  const one = words[0].toUpperCase() + words.slice(1);
  return /[.!?]$/.test(one) ? one : `${one}.`;
}

function proverWord(request) {
  const model = [request.backend, request.model].filter(Boolean).join(" ");
  return { search: "by search", models: `by ${model || "a model"}`, portfolio: `by search and ${model || "a model"}` }[request.prover] ?? request.prover ?? "";
}

function treeName(tree, all) {
  const same = all.filter((one) => one.purpose === tree.purpose);
  const state = { solved: "✓", failed: "–", open: "…" }[tree.state];
  const statement = tree.statement.replace(/\s+/g, " ");
  if (tree.purpose === "theorem") return `${state} Theorem${same.length > 1 ? `, search ${same.indexOf(tree) + 1}` : ""}${tree.lemmas.length ? ` with ${tree.lemmas.length} lemmas` : ""}`;
  return `${state} Lemma ${statement.slice(0, 60)}`;
}

function ladder(trust) {
  if (!trust) return null;
  const reached = TRUST.indexOf(trust);
  return h(
    "p",
    { class: "ladder" },
    h("span", { class: "rungs", "aria-hidden": "true" }, TRUST.map((_, rung) => h("i", { class: rung <= reached ? "reached" : "" }))),
    h("span", {}, h("strong", {}, trust), ": ", TRUST_MEANS[trust] ?? "", h("span", { class: "unseen" }, ` (rung ${reached + 1} of ${TRUST.length})`)),
  );
}

function givenText(request) {
  const imports = (request.imports ?? []).map((name) => `import ${name}`).join("\n");
  const file = request.file ?? [imports, request.prelude?.trim(), `theorem ${request.name ?? "T"}${request.binders ? ` ${request.binders}` : ""} : ${request.statement ?? ""} := by\n  sorry`].filter(Boolean).join("\n\n");
  const { file: _, statement: __, prelude: ___, ...rest } = request;
  return [block(file), block(JSON.stringify(rest, null, 1))];
}

function reading() {
  return h("p", {}, "A round goal is solved by any one of its tactics; a tactic in a box needs all of its goals. The best way on stands to the right, the others hang below. An arrow leads to a goal that stands elsewhere already.");
}

function help() {
  const key = (name) => h("kbd", {}, name);
  return h(
    "div",
    {},
    reading(),
    h("p", {}, key("↑"), " ", key("↓"), " walk through what is shown, ", key("→"), " opens or goes on, ", key("←"), " goes back, ", key("Enter"), " opens and closes, ", key("Home"), " ", key("End"), " first and last, ", key("+"), " ", key("−"), " ", key("0"), " scale and fit. With ", key("Ctrl"), " the wheel scales; dragging moves."),
  );
}
