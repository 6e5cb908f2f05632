// Elements from words. Text becomes text, never markup: nothing in this page parses HTML.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name === "value" || name === "checked" || name === "selected") {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An HTML element; `on` holds listeners, other attributes are set as they are called, children are nodes or text. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element. */
export function s(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Replace everything in `element`. */
export function put(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
}

let marks = 0;

/** An id that no other element has. */
export function fresh(word) {
  marks += 1;
  return `${word}-${marks}`;
}

/** Say something to those who listen instead of look; what is said twice in a row is said once. */
export function announce(words) {
  const element = document.getElementById("announcer");
  if (element.textContent !== words) element.textContent = words;
}

/** A button that copies `text()` and says so. */
export function copyButton(text, label = "Copy") {
  const button = h("button", { type: "button", class: "small", on: { click: copy } }, label);
  async function copy() {
    const words = text();
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      copyBySelection(words); // without https, or without permission
    }
    button.textContent = "Copied";
    announce("Copied");
    setTimeout(() => (button.textContent = label), 1600);
  }
  return button;
}

function copyBySelection(words) {
  const area = h("textarea", { class: "unseen", "aria-hidden": "true", value: words });
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

/** Have the browser save `text` as a file. */
export function download(text, name, type = "text/plain") {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Call `work` once per drawn frame at most. */
export function oncePerFrame(work) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      work();
    });
  };
}
