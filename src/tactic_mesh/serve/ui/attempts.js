// What models proposed, in rounds; a repair stands below what it repairs.

import { copyButton, h } from "./dom.js";
import { coloured } from "./lean.js";
import { sign } from "./words.js";

/** A list of attempts as `refine` tells them. */
export function attemptList(attempts) {
  const rounds = new Map();
  for (const attempt of attempts) rounds.set(attempt.round, [...(rounds.get(attempt.round) ?? []), attempt]);
  return [...rounds].map(([round, those]) =>
    h("section", { class: "round" }, h("h3", {}, `Round ${round}`), h("ul", {}, inFamilies(those, attempts).map(([attempt, depth]) => item(attempt, depth)))),
  );
}

/** Each attempt of a round with its repairs behind it. */
function inFamilies(those, all) {
  const ids = new Set(those.map((attempt) => attempt.candidate_id));
  const below = (id) => those.filter((attempt) => attempt.parent === id);
  const out = [];
  const add = (attempt, depth) => {
    out.push([attempt, depth]);
    for (const repair of below(attempt.candidate_id)) add(repair, depth + 1);
  };
  for (const attempt of those) if (!ids.has(attempt.parent)) add(attempt, attempt.parent && all.length ? 1 : 0);
  return out;
}

function item(attempt, depth) {
  const state = attempt.lean_ok ? "solved" : attempt.no_verdict ? "warned" : "failed";
  const word = attempt.lean_ok ? "proved" : attempt.no_verdict ? `no verdict: ${attempt.no_verdict}` : (attempt.error_class ?? attempt.outcome ?? "").replaceAll("_", " ");
  const first = (attempt.proof_block ?? "").replace(/\s+/g, " ");
  return h(
    "li",
    { class: depth ? "repair" : "" },
    h(
      "details",
      { class: "attempt" },
      h(
        "summary",
        {},
        sign(state),
        h("code", { class: "one" }, coloured(first.length > 140 ? `${first.slice(0, 140)}…` : first)),
        h("span", { class: `word ${state}` }, word, attempt.cached ? " (known)" : ""),
      ),
      h("pre", { class: "lean", tabindex: 0 }, h("code", {}, coloured(attempt.proof_block ?? ""))),
      attempt.message_excerpt ? h("pre", { class: "excerpt", tabindex: 0 }, coloured(attempt.message_excerpt)) : null,
      h("p", { class: "row muted" }, `${attempt.candidate_id}${attempt.parent ? ` repairs ${attempt.parent}` : ""} · ${attempt.source} · ${attempt.time_ms} ms`, copyButton(() => attempt.proof_block ?? "")),
    ),
  );
}
