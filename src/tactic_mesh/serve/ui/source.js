// A Lean text with Lean's messages beside it: marks in the gutter, the places underlined, the words at their line.

import { h } from "./dom.js";
import { coloured } from "./lean.js";

const MARKS = { error: ["●", "Error"], warning: ["▲", "Warning"], information: ["■", "Information"] };

/** `messages` as the service tells them: lines from 1, columns from 0 in code points. */
export function source(text, messages, label) {
  const lines = text.replace(/\n+$/, "").split("\n");
  const at = new Map();
  for (const message of messages) {
    const line = Math.max(1, Math.min(message.line ?? 1, lines.length));
    at.set(line, [...(at.get(line) ?? []), message]);
  }
  const rows = lines.map((line, index) => row(index + 1, line, at.get(index + 1) ?? []));
  return h("div", { class: "source", role: "group", "aria-label": label, tabindex: 0 }, rows);
}

function row(number, line, messages) {
  const worst = ["error", "warning", "information"].find((severity) => messages.some((message) => message.severity === severity));
  const [mark, word] = MARKS[worst] ?? ["", ""];
  return h(
    "div",
    { class: `line ${worst ?? ""}` },
    h("span", { class: "number", "aria-hidden": "true" }, String(number)),
    h("span", { class: "gutter", title: word, "aria-hidden": "true" }, mark),
    h("code", {}, marked(line, number, messages)),
    messages.length ? h("div", { class: "notes" }, messages.map((message) => note(message, number))) : null,
  );
}

function note(message, line) {
  const [mark, word] = MARKS[message.severity] ?? MARKS.error;
  return h(
    "div",
    { class: `note ${message.severity}` },
    h("p", {}, h("span", { class: "mark", "aria-hidden": "true" }, mark), h("strong", {}, `${word}, line ${line}`), message.error_class ? h("span", { class: "muted" }, ` ${message.error_class.replaceAll("_", " ")}`) : null),
    h("pre", {}, coloured(message.text ?? "")),
  );
}

/** The line with what its messages are about underlined. */
function marked(line, number, messages) {
  const letters = [...line];
  const under = new Array(letters.length).fill("");
  for (const message of messages) {
    const start = Math.min(message.column ?? 0, Math.max(0, letters.length - 1));
    const end = message.end_line === number ? message.end_column : message.end_line > number ? letters.length : start + 1;
    for (let i = start; i < Math.max(start + 1, Math.min(end, letters.length)); i += 1) under[i] ||= message.severity;
  }
  if (!under.some(Boolean)) return line ? coloured(line) : "\u200b";
  const nodes = [];
  for (let i = 0; i < letters.length; ) {
    let j = i;
    while (j < letters.length && under[j] === under[i]) j += 1;
    const words = letters.slice(i, j).join("");
    nodes.push(...(under[i] ? [h("span", { class: `under ${under[i]}` }, words)] : coloured(words)));
    i = j;
  }
  return nodes;
}
