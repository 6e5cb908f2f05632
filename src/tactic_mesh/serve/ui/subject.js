// What a request is about: its statement, or the theorem of its file.

import { coloured } from "./lean.js";

/** The statement in Lean's colours, cut at `length`. */
export function subject(request, length = 400) {
  const text = (request.statement ?? "").trim() || theoremOf(request.file ?? "");
  return coloured(text.length > length ? `${text.slice(0, length)}…` : text);
}

function theoremOf(file) {
  const found = [...file.matchAll(/(?:^|\n)\s*(?:theorem|lemma)\s[\s\S]*?(?=:=|\n\s*\n|$)/g)];
  const open = found.find((match) => /^[\s\S]{0,20}:=[\s\S]*?sorry/.test(file.slice(match.index + match[0].length))) ?? found.at(-1);
  return (open?.[0] ?? file.split("\n", 1)[0]).trim();
}
