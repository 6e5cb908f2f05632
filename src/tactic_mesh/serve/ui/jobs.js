// What was asked before: a list that is filtered by the service, newest first.

import * as api from "./api.js";
import { fresh, h, put } from "./dom.js";
import { subject } from "./subject.js";
import { OUTCOME_NAMES, ago, outcomeWord, seconds, standing } from "./words.js";

const A_PAGE = 30;
const TYPING_MS = 250;
const AGAIN_MS = 4000;

/** One job as an item of a list. */
export function jobRow(job) {
  const outcome = job.outcome ?? job.result?.outcome;
  const request = job.request ?? job;
  const wall = job.started_at && job.ended_at ? (Date.parse(job.ended_at) - Date.parse(job.started_at)) / 1000 : null;
  return h(
    "li",
    {},
    h(
      "a",
      { href: `#/proofs/${job.id}` },
      standing(job.state, outcome),
      h("code", { class: "one" }, subject(request, 160)),
      h("span", { class: "muted about" }, [request.prover, wall === null ? null : seconds(wall), ago(job.created_at)].filter(Boolean).join(" · ")),
    ),
  );
}

/** The page. `signal` ends with it. */
export function jobsPage(signal) {
  const list = h("ul", { class: "jobs" });
  const foot = h("div", { class: "foot" });
  const search = h("input", { id: fresh("q"), type: "search", placeholder: "Words of the statement", on: { input: () => later(TYPING_MS) } });
  const choice = h(
    "select",
    { id: fresh("standing"), on: { change: () => later(0) } },
    h("option", { value: "" }, "Any"),
    h("optgroup", { label: "Not over" }, h("option", { value: "state=queued" }, "Waiting"), h("option", { value: "state=running" }, "Running")),
    h("optgroup", { label: "Over" }, OUTCOME_NAMES.filter((name) => name !== "rejected" && name !== "incomplete").map((name) => h("option", { value: `outcome=${name}` }, outcomeWord(name))), h("option", { value: "state=cancelled" }, "Cancelled")),
  );
  let timer = 0;
  let round = 0;
  signal.addEventListener("abort", () => clearTimeout(timer));

  function later(ms) {
    clearTimeout(timer);
    timer = setTimeout(load, ms);
  }

  const filter = () => ({ limit: A_PAGE, q: search.value.trim(), ...Object.fromEntries([choice.value.split("=")].filter(([name]) => name)) });

  async function load() {
    round += 1;
    const mine = round;
    try {
      const { jobs, next } = await api.jobs(filter());
      if (signal.aborted || mine !== round) return;
      put(list, jobs.map(jobRow));
      put(foot, jobs.length ? more(next) : h("p", { class: "muted empty" }, search.value || choice.value ? "Nothing fits." : ["Nothing was asked yet. ", h("a", { href: "#/" }, "State something")]));
      if (jobs.some((job) => job.state === "running" || job.state === "queued")) later(AGAIN_MS);
    } catch (error) {
      if (signal.aborted || mine !== round) return;
      put(foot, h("p", { class: "problem", role: "alert" }, error.message, " ", h("button", { type: "button", class: "small", on: { click: load } }, "Try again")));
    }
  }

  function more(next) {
    if (!next) return null;
    const button = h("button", { type: "button", on: { click: append } }, "Older ones");
    async function append() {
      button.disabled = true;
      clearTimeout(timer); // the list as it is now stays
      round += 1;
      const page = await api.jobs({ ...filter(), before: next });
      list.append(...page.jobs.map(jobRow));
      put(foot, more(page.next));
    }
    return button;
  }

  load();
  return [
    h(
      "div",
      { class: "column" },
      h("h1", {}, "Proofs"),
      h("div", { class: "filters", role: "search" }, h("div", { class: "field" }, h("label", { for: search.id }, "Find"), search), h("div", { class: "field" }, h("label", { for: choice.id }, "Standing"), choice)),
      list,
      foot,
    ),
  ];
}
