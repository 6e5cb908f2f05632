// Which part of a tree is shown, and where each thing stands. Pure: a tree and a view in, places out.
//
// A goal is round, a tactic a box. The best way on from a thing stands to its right, in the same row; what else there
// is hangs below it, each with rows of its own: other tactics below their goal, further goals below their tactic. So a
// proof runs straight along the top, what is above never moves when a branch grows, and no line crosses another: all
// that hangs from one thing is told before what hangs from things to its left.

export const ROW = 30;
export const RADIUS = 9;
export const TRUNK = 9; // from the left of a thing: what hangs below it, hangs from here
const GAP = 18; // between a thing and what follows in its row
const INDENT = 28; // of what hangs
const LABEL_MAX = 170;
const TACTIC_MAX = 200;
const PADDING = 10;
const AT_FIRST = 24; // goals that are shown without being asked for
const STEPS_AT_FIRST = 2; // for each of them

/** What the reader opened and closed. `shown` grows by itself as the search goes on. */
export class View {
  constructor() {
    this.goals = new Map(); // goal key → "all" | "none"
    this.folded = new Set(); // keys of steps
    this.shown = new Set(); // keys of steps
    this.everything = false;
    this.labels = true;
  }

  /** Show the part that matters: the proof if there is one, else the most promising ways. */
  follow(tree) {
    if (!tree.root) return;
    if (tree.root.solution) {
      this.shown = solutionOf(tree.root);
      return;
    }
    for (const step of promising(tree)) this.shown.add(step.key);
  }

  steps(goal) {
    const asked = this.goals.get(goal.key) ?? (this.everything ? "all" : "some");
    if (asked === "none") return [];
    const steps = asked === "all" ? goal.steps : goal.steps.filter((step) => this.shown.has(step.key));
    return inOrder(goal, steps);
  }

  toggle(goal) {
    if (this.steps(goal).length) this.goals.set(goal.key, "none");
    else if (this.goals.get(goal.key) === "none" && goal.steps.some((step) => this.shown.has(step.key))) this.goals.delete(goal.key);
    else this.goals.set(goal.key, "all");
  }

  fold(step) {
    if (!this.folded.delete(step.key)) this.folded.add(step.key);
  }

  /** Open what stands above a goal, so that it can be seen. */
  reveal(tree, goal) {
    for (const step of tree.way(goal)) {
      if (this.goals.get(step.at.key) === "none") this.goals.delete(step.at.key);
      if (!this.shown.has(step.key)) this.goals.set(step.at.key, "all");
      this.folded.delete(step.key);
    }
  }

  reset() {
    this.goals.clear();
    this.folded.clear();
    this.everything = false;
  }
}

function inOrder(goal, steps) {
  const rank = (step) => (goal.solution === step ? -1 : step.solved ? 0 : step.failed ? 2 : 1);
  return [...steps].sort((a, b) => rank(a) - rank(b) || b.confidence - a.confidence);
}

function solutionOf(root) {
  const shown = new Set();
  const waiting = [root];
  while (waiting.length) {
    const goal = waiting.pop();
    if (!goal.solution || shown.has(goal.solution.key)) continue;
    shown.add(goal.solution.key);
    waiting.push(...goal.solution.children);
  }
  return shown;
}

function promising(tree) {
  const found = [];
  const seen = new Set([tree.root]);
  let waiting = [tree.root];
  while (waiting.length && seen.size < AT_FIRST) {
    waiting.sort((a, b) => a.failed - b.failed || a.cost - b.cost);
    const goal = waiting.shift();
    const steps = inOrder(goal, goal.steps).filter((step, at) => !step.failed || (goal.failed && at < 1));
    for (const step of steps.slice(0, STEPS_AT_FIRST)) {
      found.push(step);
      for (const child of step.children) {
        if (!seen.has(child)) waiting.push(child);
        seen.add(child);
      }
    }
  }
  return found;
}

/**
 * The things that are shown, in reading order: `{key, kind, goal?, step?, x, y, width, level, parent, position, among,
 * expanded, hidden}`, where kind is "goal", "step", "again" (a goal that stands elsewhere already) or "more".
 */
export function arrange(tree, view, measure) {
  const things = [];
  const placed = new Set();
  let row = 0;

  function enter(thing, width) {
    thing.width = width;
    const { parent } = thing;
    if (parent !== null && thing.position > 1) row += 1;
    thing.x = parent === null ? 0 : thing.position === 1 ? parent.x + parent.width + GAP : parent.x + INDENT;
    thing.y = row * ROW;
    things.push(thing);
    return thing;
  }

  function placeGoal(goal, level, parent, position, among) {
    if (placed.has(goal)) {
      const key = `${parent.key}>${goal.key}`;
      enter({ key, kind: "again", goal, level, parent, position, among, expanded: null }, 2 * RADIUS);
      return;
    }
    placed.add(goal);
    const steps = view.steps(goal);
    const hidden = goal.steps.length - steps.length;
    const expanded = goal.steps.length ? steps.length > 0 : null;
    const label = view.labels ? shortened(goal.target, LABEL_MAX, "goal", measure) : "";
    const count = hidden && !expanded ? ` +${hidden}` : "";
    const width = 2 * RADIUS + (label ? 6 + measure(label, "goal") : 0) + (count ? 6 + measure(count, "count") : 0);
    const thing = enter({ key: goal.key, kind: "goal", goal, label, count, level, parent, position, among, expanded, hidden }, width);
    const total = steps.length + (hidden && expanded ? 1 : 0);
    steps.forEach((step, at) => placeStep(step, level + 1, thing, at + 1, total));
    if (hidden && expanded) {
      const words = `${hidden} more`;
      const more = { key: `${goal.key}+`, kind: "more", goal, label: words, level: level + 1, parent: thing, position: total, among: total };
      enter({ ...more, expanded: null, hidden }, measure(words, "count") + 2 * PADDING);
    }
  }

  function placeStep(step, level, parent, position, among) {
    const label = shortened(step.short, TACTIC_MAX, "step", measure);
    const folded = view.folded.has(step.key);
    const expanded = step.children.length ? !folded : null;
    const count = folded ? ` +${step.children.length}` : "";
    const width = measure(label, "step") + 2 * PADDING + (count ? measure(count, "count") : 0);
    const thing = enter({ key: step.key, kind: "step", step, label, count, level, parent, position, among, expanded, hidden: 0 }, width);
    if (!folded) step.children.forEach((child, at) => placeGoal(child, level + 1, thing, at + 1, step.children.length));
  }

  if (tree.root) placeGoal(tree.root, 1, null, 1, 1);
  const width = Math.max(0, ...things.map((thing) => thing.x + thing.width));
  return { things, width, height: (row + 1) * ROW };
}

/** The words of `text` that fit, with `…` where it was cut; letters where not even a word does. */
function shortened(text, widthMax, font, measure) {
  let width = 0;
  let fits = 0; // code units that leave room for the sign
  let at = 0;
  const room = widthMax - measure("…", font);
  for (const letter of text) {
    width += measure(letter, font);
    if (width > widthMax) {
      const words = text.slice(0, text.slice(0, fits + 1).lastIndexOf(" "));
      return `${words.trim() ? words : text.slice(0, fits)}…`;
    }
    at += letter.length;
    if (width <= room) fits = at;
  }
  return text;
}
