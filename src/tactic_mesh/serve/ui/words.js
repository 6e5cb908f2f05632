// Words and signs for states and outcomes: colour and shape together, so that neither is needed alone.

import { h, s } from "./dom.js";

const OUTCOMES = {
  proved: ["Proved", "solved"],
  refuted: ["Refuted", "refuted"],
  rejected: ["Rejected", "failed"],
  incomplete: ["Incomplete", "warned"],
  not_found: ["Not found", "unfound"],
  invalid_statement: ["Not accepted", "failed"],
  no_verdict: ["No verdict", "warned"],
};
const STATES = { queued: ["Waiting", "waiting"], running: ["Running", "running"], ended: ["Ended", "unfound"], cancelled: ["Cancelled", "unfound"] };

const SHAPES = {
  solved: [["circle", { class: "fill", r: 7 }], ["path", { class: "cut", d: "M-3.2 0.4L-1 2.8L3.4 -2.6" }]],
  failed: [["circle", { class: "line", r: 6.2 }], ["path", { class: "line", d: "M-2.6 -2.6L2.6 2.6M2.6 -2.6L-2.6 2.6" }]],
  open: [["circle", { class: "line", r: 6.2 }], ["circle", { class: "fill", r: 1.8 }]],
  refuted: [["path", { class: "fill", d: "M0 -7.4L7.4 0L0 7.4L-7.4 0Z" }], ["path", { class: "cut", d: "M-2.4 0H2.4" }]],
  warned: [["path", { class: "line", d: "M0 -6.2L6.8 5.6H-6.8Z" }], ["path", { class: "line", d: "M0 -2V1.6M0 3.4V3.6" }]],
  unfound: [["circle", { class: "line dashed", r: 6.2 }], ["path", { class: "line", d: "M-3 0H3" }]],
  running: [["circle", { class: "track", r: 6.2 }], ["path", { class: "line turning", d: "M0 -6.2A6.2 6.2 0 0 1 6.2 0" }]],
  waiting: [["circle", { class: "line", r: 6.2 }], ["path", { class: "line", d: "M0 -3V0L2 1.6" }]],
};
const BOXES = {
  solved: [["rect", { class: "fill", x: -7, y: -5, width: 14, height: 10, rx: 2.5 }], ["path", { class: "cut", d: "M-3.2 0.4L-1 2.6L3.2 -2.4" }]],
  failed: [["rect", { class: "line dashed", x: -6.5, y: -4.5, width: 13, height: 9, rx: 2.5 }], ["path", { class: "line", d: "M-2 -2L2 2M2 -2L-2 2" }]],
  open: [["rect", { class: "line", x: -6.5, y: -4.5, width: 13, height: 9, rx: 2.5 }]],
};

/** The sign of a state; its name has to stand beside it. */
export function sign(state, kind = "goal") {
  const shapes = (kind === "step" ? BOXES : SHAPES)[state];
  return s("svg", { class: `sign ${state}`, viewBox: "-8 -8 16 16", width: 16, height: 16, "aria-hidden": "true" }, shapes.map(([tag, attributes]) => s(tag, attributes)));
}

/** Sign and word for how a job stands. */
export function standing(state, outcome) {
  const [word, shape] = (state === "ended" && OUTCOMES[outcome]) || STATES[state] || [state, "open"];
  return h("span", { class: `standing ${shape}` }, sign(shape), word);
}

export const outcomeWord = (outcome) => OUTCOMES[outcome]?.[0] ?? outcome;

export const OUTCOME_NAMES = Object.keys(OUTCOMES);

export const PHASES = {
  statement: "Reading the statement",
  at_once: "Trying short proofs",
  disproof: "Looking for a counterexample",
  search: "Searching",
  lemmas: "Looking for lemmas",
  models: "Asking the model",
  finishing: "Shortening the proof",
  checking: "Checking the proof from its text",
};

export function seconds(s) {
  if (s < 10) return `${s.toFixed(1)} s`;
  if (s < 120) return `${Math.round(s)} s`;
  return `${Math.floor(s / 60)} min ${Math.round(s % 60)} s`;
}

/** When something was, as people say it. */
export function ago(when, now = Date.now()) {
  const s = Math.max(0, (now - Date.parse(when)) / 1000);
  if (Number.isNaN(s)) return "";
  if (s < 45) return "just now";
  if (s < 3600) return `${Math.max(1, Math.round(s / 60))} min ago`;
  if (s < 86_400) return `${Math.round(s / 3600)} h ago`;
  return new Date(when).toLocaleDateString(undefined, { day: "numeric", month: "short", year: "numeric" });
}

export function number(n) {
  return Number(n).toLocaleString("en-US").replaceAll(",", "\u202f");
}
