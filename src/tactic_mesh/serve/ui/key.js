// The service's key, where it wants one: asked for once, kept as long as the tab.

import { h } from "./dom.js";

let asked = null;

/** The key that the reader types; `again` if the last one was refused. All who wait share one question. */
export function askForKey(again) {
  asked ??= new Promise((resolve) => {
    const field = h("input", { id: "api-key", type: "password", autocomplete: "off", required: true });
    const dialog = h(
      "dialog",
      { "aria-labelledby": "api-key-title", on: { cancel: (event) => event.preventDefault() } },
      h("h2", { id: "api-key-title" }, "This service wants a key"),
      h("p", { class: "muted" }, again ? "That key was refused." : "Its owner set TACTIC_MESH_API_KEY. The key stays in this tab."),
      h(
        "form",
        { class: "row", on: { submit: done } },
        h("label", { for: "api-key", class: "unseen" }, "Key"),
        field,
        h("button", { class: "main" }, "Go on"),
      ),
    );
    function done(event) {
      event.preventDefault();
      dialog.remove();
      asked = null;
      resolve(field.value.trim());
    }
    document.body.append(dialog);
    dialog.showModal();
  });
  return asked;
}
