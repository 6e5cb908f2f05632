// Which page an address means, and the few things that stand on all of them.

import { composePage } from "./compose.js";
import { announce, put } from "./dom.js";
import { JobPage } from "./job.js";
import { jobsPage } from "./jobs.js";
import { trouble } from "./trouble.js";

const main = document.getElementById("main");
const themeButton = document.getElementById("theme");
const dark = matchMedia("(prefers-color-scheme: dark)");

let open = { controller: new AbortController(), job: null };

function route() {
  const [page = "", id = "", what = "", node = ""] = decodeURI(location.hash.replace(/^#\/?/, "")).split("/");
  if (page === "proofs" && id && open.job?.id === id) {
    if (what === "node") open.job.goTo(node);
    return;
  }
  open.controller.abort();
  trouble(null);
  const controller = new AbortController();
  open = { controller, job: null };
  document.title = page === "proofs" ? "Proofs · Tactic-Mesh" : "Tactic-Mesh";
  if (page === "proofs" && id) {
    open.job = new JobPage(id, what === "node" ? node : "", controller.signal);
    put(main, open.job.elements);
  } else if (page === "proofs") {
    put(main, jobsPage(controller.signal));
  } else {
    put(main, composePage(controller.signal));
  }
  for (const link of document.querySelectorAll("[data-page]")) {
    if (link.dataset.page === (page === "proofs" ? "proofs" : "new")) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  scrollTo(0, 0);
}

function theme() {
  return document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light");
}

function showTheme() {
  const other = theme() === "dark" ? "light" : "dark";
  themeButton.textContent = other === "dark" ? "◐ Dark" : "◑ Light";
  themeButton.setAttribute("aria-label", `Change to ${other} colours`);
}

themeButton.addEventListener("click", () => {
  document.documentElement.dataset.theme = theme() === "dark" ? "light" : "dark";
  try {
    localStorage.setItem("theme", document.documentElement.dataset.theme);
  } catch {
    // storage is switched off: the choice lasts as long as the page
  }
  showTheme();
  announce(`${theme()} colours`);
});
dark.addEventListener("change", showTheme);
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address names pages, not places
  main.focus();
});
addEventListener("hashchange", route);
showTheme();
route();
