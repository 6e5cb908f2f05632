// Light colouring of Lean text. It reads words, not syntax: good enough for eyes, and never wrong about the text itself.

import { h } from "./dom.js";

const COMMANDS = new Set(
  ("theorem lemma example def abbrev instance structure inductive class where deriving axiom open namespace section end " +
    "variable universe import set_option attribute mutual private protected noncomputable opaque macro syntax notation " +
    "infix infixl infixr prefix postfix local scoped").split(" "),
);
const WORDS = new Set("by fun let have show from match with if then else do in at using calc suffices obtain this".split(" "));
const SORTS = new Set("Prop Type Sort".split(" "));
const TACTICS = new Set(
  ("intro intros exact apply refine rfl simp simp_all simp_arith omega decide cases rcases induction constructor left right " +
    "rw rewrite exists ext funext congr contradiction exfalso grind assumption trivial unfold split subst symm injection " +
    "specialize generalize revert clear rename_i next case all_goals any_goals repeat first skip nofun norm_num ring linarith " +
    "aesop positivity nlinarith bv_decide ac_rfl and_intros by_cases change dsimp").split(" "),
);

const TOKEN = new RegExp(
  [
    String.raw`(?<comment>--[^\n]*|/-[\s\S]*?(?:-/|$))`,
    String.raw`(?<text>"(?:[^"\\]|\\[\s\S])*(?:"|$))`,
    String.raw`(?<name>«[^»]*»|[\p{L}_][\p{L}\p{N}_'!?₀-₉ₐ-ₜ]*(?:\.[\p{L}_][\p{L}\p{N}_'!?₀-₉ₐ-ₜ]*)*)`,
    String.raw`(?<number>\d[\d.]*\d|\d)`,
    String.raw`(?<space>\s+)`,
    String.raw`(?<mark>:=|=>|->|<-|<=|>=|!=|\|\||&&|<;>|[^\s])`,
  ].join("|"),
  "gu",
);

/** The text in pieces, which together are the text: `{text, kind}`. */
export function tokens(text) {
  const found = [];
  for (const match of text.matchAll(TOKEN)) {
    const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    found.push({ text: match[0], kind: kind === "name" ? ofName(match[0]) : kind === "mark" ? ofMark(match[0]) : kind });
  }
  return found;
}

function ofName(word) {
  if (word === "sorry" || word === "admit") return "sorry";
  if (COMMANDS.has(word)) return "command";
  if (WORDS.has(word)) return "word";
  if (SORTS.has(word)) return "sort";
  if (TACTICS.has(word)) return "tactic";
  if (word === "case") return "word";
  return "name";
}

function ofMark(mark) {
  return "⊢∀∃λ∧∨¬→↔".includes(mark) ? "logic" : "mark";
}

const COLOURED = new Set(["comment", "text", "number", "sorry", "command", "word", "sort", "tactic", "logic"]);

/** Nodes that show the text. */
export function coloured(text) {
  return joined(tokens(text)).map(({ text: words, kind }) => (COLOURED.has(kind) ? h("span", { class: `lean-${kind}` }, words) : words));
}

function joined(pieces) {
  const out = [];
  for (const piece of pieces) {
    const plain = !COLOURED.has(piece.kind);
    if (plain && out.length && !COLOURED.has(out.at(-1).kind)) out.at(-1).text += piece.text;
    else out.push({ ...piece });
  }
  return out;
}

/** A block of Lean text. */
export function block(text, attributes = {}) {
  return h("pre", { class: "lean", tabindex: 0, ...attributes }, h("code", {}, coloured(text)));
}
