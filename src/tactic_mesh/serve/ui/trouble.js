// The line that says that the service is gone, and when it is asked again.

import { h, put } from "./dom.js";

let timer = 0;

/** `{wait, now}`: milliseconds to the next try, and what tries at once; null when all is well. */
export function trouble(state) {
  const element = document.getElementById("trouble");
  clearInterval(timer);
  element.hidden = state === null;
  if (state === null) {
    put(element);
    return;
  }
  const until = performance.now() + state.wait;
  const rest = h("span", { "aria-hidden": "true" });
  const show = () => (rest.textContent = `Trying again in ${Math.max(0, Math.ceil((until - performance.now()) / 1000))} s.`);
  show();
  timer = setInterval(show, 500);
  put(element, h("strong", {}, "The service does not answer. "), rest, " ", h("button", { type: "button", class: "small", on: { click: state.now } }, "Try now"));
}
