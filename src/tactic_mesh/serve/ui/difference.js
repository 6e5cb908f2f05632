// What changed between two goals: the longest common subsequence of their words.

import { h } from "./dom.js";
import { coloured, tokens } from "./lean.js";

const WORDS_MAX = 700; // beyond it, what lies between the common ends counts as changed

/** Pairs `[change, word]` with change "same", "gone" or "new": `before` is same + gone, `after` is same + new. */
export function difference(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const a = before.slice(start, before.length - end);
  const b = after.slice(start, after.length - end);
  const same = (words) => words.map((word) => ["same", word]);
  return [...same(before.slice(0, start)), ...between(a, b), ...same(before.slice(before.length - end))];
}

function between(a, b) {
  if (!a.length || !b.length || a.length > WORDS_MAX || b.length > WORDS_MAX) {
    return [...a.map((word) => ["gone", word]), ...b.map((word) => ["new", word])];
  }
  // length[i][j]: how much a from i on and b from j on have in common
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i * width + j] =
        a[i] === b[j] ? length[(i + 1) * width + j + 1] + 1 : Math.max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  const out = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push(["same", a[i]]);
      i += 1;
      j += 1;
    } else if (j === b.length || (i < a.length && length[(i + 1) * width + j] >= length[i * width + j + 1])) {
      out.push(["gone", a[i]]);
      i += 1;
    } else {
      out.push(["new", b[j]]);
      j += 1;
    }
  }
  return out;
}

/** What an entry of a goal is about: the name of a hypothesis, the case, or the target. */
function head(entry) {
  return entry.startsWith("⊢") ? "⊢" : (entry.match(/^(case|[^:]*?)\s*(?::|\s|$)/)?.[1] ?? entry);
}

/** A goal's text in entries: what is set in below a line belongs to it. */
function entries(text) {
  return text.split(/\n(?!\s)/);
}

/**
 * Nodes that show one side of what changed between two goals: `kind` "new" shows `after`, "gone" shows `before`.
 *
 * Hypotheses are compared with those of the same name, and targets with targets; what has no partner changed as a whole.
 */
export function changes(before, after, kind) {
  const [mine, theirs] = kind === "new" ? [after, before] : [before, after];
  const tag = kind === "new" ? "ins" : "del";
  const partners = new Map();
  for (const entry of entries(theirs)) partners.set(head(entry), [...(partners.get(head(entry)) ?? []), entry]);
  const nodes = [];
  for (const entry of entries(mine)) {
    if (nodes.length) nodes.push("\n");
    const same = partners.get(head(entry)) ?? [];
    const partner = same.includes(entry) ? entry : same[0];
    if (partner === undefined) nodes.push(entry.trim() ? h(tag, {}, entry) : entry);
    else nodes.push(...marked(partner, entry, tag));
  }
  return nodes;
}

/** The words of `entry`, those that `partner` lacks marked; neighbours under one mark, with the space between them. */
function marked(partner, entry, tag) {
  const words = (text) => tokens(text).map((token) => token.text);
  const nodes = [];
  let run = "";
  let space = "";
  const close = () => {
    if (run) nodes.push(h(tag, {}, run));
    nodes.push(space);
    run = space = "";
  };
  for (const [change, word] of difference(words(partner), words(entry))) {
    if (change === "gone") continue;
    if (!word.trim()) space += word;
    else if (change === "new") {
      if (run) run += space;
      else nodes.push(space);
      space = "";
      run += word;
    } else {
      close();
      nodes.push(...coloured(word));
    }
  }
  close();
  return nodes;
}
