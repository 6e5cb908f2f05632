// A field for Lean text: numbered lines with marks, abbreviations that become signs, and signs to tap where a
// backslash is hard to reach.

import { Abbreviations } from "./abbreviations.js";
import { fresh, h, put } from "./dom.js";

const SIGNS = "∀ ∃ → ↔ ∧ ∨ ¬ ≠ ≤ ∈ ⊆ λ ⟨ ⟩ ℕ ℤ ₁ ² ·".split(" ");
const SHOWN = 7;

let loading = null;

export class Editor {
  /** A labelled field of at least `rows` lines. */
  constructor({ label, rows, placeholder = "", hint = "", value = "", required = false }) {
    this.id = fresh("lean");
    this.messages = [];
    loading ??= Abbreviations.load();
    loading.then((table) => (this.table = table)).catch(() => {}); // then a backslash stays what it is
    this.area = h("textarea", {
      id: this.id, rows, placeholder, value, spellcheck: "false", autocapitalize: "off", autocomplete: "off", autocorrect: "off", wrap: "off",
      required, "aria-describedby": `${this.id}-notes`,
      on: {
        input: (event) => this.typed(event),
        compositionend: () => this.typed({ inputType: "insertText" }),
        keydown: (event) => this.key(event),
        scroll: () => (this.gutter.scrollTop = this.area.scrollTop),
        blur: () => this.hint(null),
      },
    });
    this.gutter = h("div", { class: "gutter", "aria-hidden": "true" });
    this.hints = h("div", { class: "hints", hidden: true });
    this.notes = h("div", { id: `${this.id}-notes`, class: "notes" });
    const signs = h("div", { class: "signs", role: "group", "aria-label": "Signs" }, SIGNS.map((one) => this.signButton(one)));
    this.element = h(
      "div",
      { class: "editor" },
      h("div", { class: "editor-head" }, h("label", { for: this.id }, label), hint ? h("span", { class: "muted" }, hint) : null),
      h("div", { class: "editor-body" }, this.gutter, this.area, this.hints),
      signs,
      this.notes,
    );
    this.rowsMin = rows;
    this.draw();
  }

  get value() {
    return this.area.value;
  }

  set value(text) {
    this.area.value = text;
    this.mark([]);
  }

  /** Show messages at their lines; the next change of the text takes them away. */
  mark(messages) {
    this.messages = messages;
    put(this.notes, messages.map((message) => h("p", { class: `note ${message.severity ?? "error"}` }, message.line ? h("strong", {}, `Line ${message.line}: `) : null, message.text)));
    if (messages.length) this.area.setAttribute("aria-invalid", "true");
    else this.area.removeAttribute("aria-invalid");
    this.draw();
  }

  signButton(one) {
    const press = (event) => {
      event.preventDefault(); // the caret stays where it is
      this.area.focus();
      this.insert(this.area.selectionStart, this.area.selectionEnd, one);
    };
    return h("button", { type: "button", tabindex: -1, "aria-label": `Insert ${one}`, on: { pointerdown: (event) => event.preventDefault(), click: press } }, one);
  }

  draw() {
    const lines = this.area.value.split("\n");
    this.area.rows = Math.max(this.rowsMin, Math.min(lines.length, 24));
    const marked = new Map(this.messages.map((message) => [message.line, message.severity ?? "error"]));
    put(this.gutter, lines.map((_, index) => h("span", { class: marked.get(index + 1) ?? "" }, String(index + 1))));
    this.gutter.scrollTop = this.area.scrollTop;
  }

  typed(event) {
    if (this.inserting) return;
    if (this.messages.length) this.mark([]);
    this.draw();
    if (!this.table || event.isComposing || this.area.selectionStart !== this.area.selectionEnd) return;
    const before = this.area.value.slice(0, this.area.selectionStart);
    // Taking letters away expands nothing, so that a wrong word can be corrected.
    if (event.inputType?.startsWith("insert") && event.inputType !== "insertFromPaste") {
      const found = this.table.replacement(before);
      if (found) this.insert(found.start, found.end, found.sign, before.length);
    }
    this.suggest();
  }

  key(event) {
    if (event.key === "Escape") this.hint(null);
    if (event.key !== "Tab" || event.shiftKey || event.isComposing || !this.table) return;
    const at = this.area.selectionStart;
    const found = this.table.pending(this.area.value.slice(0, at));
    const one = found && this.table.signOf(found.word);
    if (!one) return; // Tab leads on, as everywhere
    event.preventDefault();
    this.insert(found.start, at, one);
  }

  /** Replace what stands between two places, so that undoing works; the caret stays behind what came after. */
  insert(start, end, text, caret = end) {
    const rest = caret - end;
    this.inserting = true;
    this.area.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) this.area.setRangeText(text, start, end, "end");
    this.inserting = false;
    const after = start + text.length + rest;
    this.area.setSelectionRange(after, after);
    this.hint(null);
    this.draw();
  }

  suggest() {
    const found = this.table.pending(this.area.value.slice(0, this.area.selectionStart));
    this.hint(found?.word ? found : null);
  }

  hint(found) {
    const names = found ? this.table.beginning(found.word).slice(0, SHOWN) : [];
    this.hints.hidden = names.length === 0;
    const button = (name) =>
      h("button", {
        type: "button", tabindex: -1,
        on: {
          pointerdown: (event) => event.preventDefault(),
          click: () => {
            this.area.focus();
            this.insert(found.start, found.start + 1 + found.word.length, this.table.signs.get(name));
          },
        },
      }, h("span", { class: "sign-shown" }, this.table.signs.get(name)), `\\${name}`);
    put(this.hints, names.map(button));
  }
}
