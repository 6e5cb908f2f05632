// The thing of the tree that the reader turned to: its goal, and what changed on the way to it.

import { copyButton, h } from "./dom.js";
import { changes } from "./difference.js";
import { coloured } from "./lean.js";
import { sign } from "./words.js";

/** What is shown beside the tree about a thing; `link` is the address of a goal, `tree` where the thing belongs. */
export function inspected(thing, tree, link) {
  if (thing.kind === "step") return aboutStep(thing.step);
  return aboutGoal(thing.goal, tree, link);
}

function aboutGoal(goal, tree, link) {
  const above = goal.above[0];
  const script = tree.way(goal).map((step) => step.tactic);
  return [
    h("h3", {}, sign(goal.state), `Goal ${goal.id}`, h("span", { class: "muted" }, ` ${stateOf(goal)}`)),
    h(
      "div",
      { class: "sides" },
      above ? changed(above, goal) : shown(goal.text),
      h(
        "div",
        {},
        h(
          "dl",
          { class: "facts" },
          fact("Tactics that went on", goal.steps.length),
          goal.solution ? fact("Solved by", h("code", {}, coloured(goal.solution.tactic))) : null,
          script.length ? fact("Steps to here", h("code", { class: "script" }, script.join("\n"))) : null,
        ),
        h(
          "p",
          { class: "row" },
          copyButton(() => goal.text, "Copy goal"),
          script.length ? copyButton(() => script.join("\n"), "Copy steps") : null,
          copyButton(() => link(goal), "Copy link"),
        ),
      ),
    ),
  ];
}

function stateOf(goal) {
  if (goal.solution) return "solved";
  if (goal.failed) return "failed: nothing is left to try";
  return "open";
}

function aboutStep(step) {
  const count = step.children.length;
  const left = count === 0 ? "leaves nothing: its goal is solved" : count === 1 ? "leaves one goal" : `leaves ${count} goals, all of which are needed`;
  return [
    h("h3", {}, sign(step.state, "step"), "Tactic", h("span", { class: "muted" }, ` ${step.state}, ${left}`)),
    h(
      "div",
      { class: "sides" },
      h("div", {}, shown(step.tactic), step.children.map((child) => h("div", { class: "left" }, h("h4", {}, sign(child.state), `Goal ${child.id}`), changed(step, child)))),
      h("dl", { class: "facts" }, fact("Expert", step.expert), fact("Confidence", `${Math.round(100 * step.confidence)} %`), fact("Time", `${(step.us / 1000).toFixed(1)} ms`)),
    ),
  ];
}

function fact(name, value) {
  return [h("dt", {}, name), h("dd", {}, value)];
}

function shown(text) {
  return h("pre", { class: "lean", tabindex: 0 }, h("code", {}, coloured(text)));
}

/** A goal beside the one that a step made it of; what changed is marked in both. */
function changed(step, after) {
  const before = step.at;
  const side = (kind, words) => h("figure", {}, h("figcaption", {}, words), h("pre", { class: "lean", tabindex: 0 }, h("code", {}, changes(before.text, after.text, kind))));
  return h("div", { class: "changed" }, side("gone", `before: goal ${before.id}`), side("new", ["after ", h("code", {}, step.tactic)]));
}
