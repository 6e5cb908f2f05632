// What is known of a run: its events, folded into trees, attempts, lemmas and figures. No drawing here.

/** Goals to be proven: an OR node, which any one of its `steps` can solve. */
export class Goal {
  constructor(id) {
    this.id = id;
    this.key = `g${id}`;
    this.goals = null; // not told yet
    this.text = this.target = "(not told yet)";
    this.depth = 0;
    this.cost = id === 0 ? 0 : Infinity; // of the cheapest way here: less is more promising
    this.steps = [];
    this.above = [];
    this.solution = null;
    this.failed = false; // nothing is left to try, here and below
  }

  get state() {
    return this.solution ? "solved" : this.failed ? "failed" : "open";
  }

  /** Its goals as Lean displays them; `target` is what is to be proven in the first, in one line. */
  tell(goals) {
    this.goals = goals;
    this.text = goals.join("\n\n") || "no goals";
    const start = this.text.startsWith("⊢") ? 0 : this.text.indexOf("\n⊢") + 1;
    this.target = this.text.slice(start).split("\n\n", 1)[0].replace(/^⊢\s*/, "").replace(/\s+/g, " ");
  }
}

/** A tactic that ran at a goal: an AND edge, which needs all of its `children`. */
export class Step {
  constructor(at, event, number) {
    this.key = `s${at.id}.${number}`;
    this.at = at;
    this.tactic = event.tactic;
    // The names of cases say little in the picture; the whole tactic is told beside it.
    this.short = event.tactic.replace(/\s+/g, " ").replace(/ with \|.*$/, "");
    this.expert = event.expert;
    this.confidence = event.confidence;
    this.us = event.us;
    this.children = [];
  }

  get solved() {
    return this.children.every((child) => child.solution !== null);
  }

  get failed() {
    return this.children.some((child) => child.failed);
  }

  get state() {
    return this.solved ? "solved" : this.failed ? "failed" : "open";
  }

  get cost() {
    return Math.max(this.at.cost - Math.log(Math.max(this.confidence, 1e-9)), ...this.children.map((child) => child.cost));
  }
}

/** One search: a graph of goals and steps whose root has id 0. */
export class Tree {
  constructor(event) {
    this.search = event.search;
    this.purpose = event.purpose;
    this.statement = event.statement;
    this.lemmas = event.lemmas ?? [];
    this.goals = new Map();
    this.steps = 0;
    this.latest = null; // the goal that was worked on last
    this.ended = null;
    this.version = 0;
  }

  get root() {
    return this.goals.get(0) ?? null;
  }

  get state() {
    if (this.root?.solution) return "solved";
    return this.ended ? "failed" : "open";
  }

  goal(id) {
    if (!this.goals.has(id)) this.goals.set(id, new Goal(id));
    return this.goals.get(id);
  }

  node(event) {
    const goal = this.goal(event.id);
    goal.tell(event.goals);
    goal.depth = event.depth;
  }

  tactic(event) {
    const at = this.goal(event.node);
    const step = new Step(at, event, at.steps.length);
    at.steps.push(step);
    this.steps += 1;
    this.latest = at;
    const cost = at.cost - Math.log(Math.max(step.confidence, 1e-9));
    for (const id of event.children) {
      const child = this.goal(id);
      step.children.push(child);
      child.above.push(step);
      if (child.depth === 0) child.depth = at.depth + 1;
      child.cost = Math.min(child.cost, cost);
    }
    if (step.solved) this.solve(step);
  }

  /** What a solved step solves above it: a step counts once all that it needs was solved before. */
  solve(step) {
    const waiting = [step];
    while (waiting.length) {
      const one = waiting.pop();
      if (one.at.solution) continue;
      one.at.solution = one;
      waiting.push(...one.at.above.filter((above) => above.solved));
    }
  }

  closed(event) {
    // That a goal is solved follows from its steps.
    if (event.state === "exhausted") this.goal(event.node).failed = true;
  }

  /** The steps from the root to a goal, on the way by which it was first reached. */
  way(goal) {
    const steps = [];
    const seen = new Set();
    for (let one = goal; one.above.length && !seen.has(one); one = one.above[0].at) {
      seen.add(one);
      steps.unshift(one.above[0]);
    }
    return steps;
  }

  /** Goals that no step leads on from and that could still be part of a proof, the most promising first. */
  stuck(count) {
    const relevant = new Set();
    const waiting = this.root ? [this.root] : [];
    while (waiting.length) {
      const one = waiting.pop();
      if (relevant.has(one) || one.solution || one.failed) continue;
      relevant.add(one);
      for (const step of one.steps) waiting.push(...step.children);
    }
    const leaves = [...relevant].filter((goal) => goal.steps.length === 0);
    return leaves.sort((a, b) => a.cost - b.cost || a.id - b.id).slice(0, count);
  }
}

/** Everything that the events of one job told so far. */
export class Run {
  constructor() {
    this.head = null;
    this.trees = new Map();
    this.phase = null;
    this.lemmas = new Map();
    this.attempts = [];
    this.spent = { tactics: 0, checks: 0, nodes: 0, tokens: 0, dollars: null };
    this.end = null;
    this.truncated = false;
    this.at_s = 0;
  }

  /** The tree that is worth looking at now: the last one for the theorem, or the last one at all. */
  get current() {
    const all = [...this.trees.values()];
    return all.filter((tree) => tree.purpose === "theorem").at(-1) ?? all.at(-1) ?? null;
  }

  take(event) {
    this.at_s = event.at_s ?? this.at_s;
    const tree = this.trees.get(event.search);
    if (tree) tree.version += 1;
    switch (event.kind) {
      case "run":
        this.head = event;
        break;
      case "phase":
        this.phase = event;
        break;
      case "search":
        this.trees.set(event.search, new Tree(event));
        break;
      case "node":
        tree?.node(event);
        break;
      case "tactic":
        tree?.tactic(event);
        break;
      case "closed":
        tree?.closed(event);
        break;
      case "search_end":
        if (tree) tree.ended = event;
        break;
      case "lemma":
        this.lemmas.set(event.name, event);
        break;
      case "attempt":
        this.attempts.push(event.attempt);
        break;
      case "spent":
        this.spent = event;
        break;
      case "truncated":
        this.truncated = true;
        break;
      case "end":
        this.end = event;
        break;
      default: // a later version tells more: what is not known here is passed over
    }
  }
}
