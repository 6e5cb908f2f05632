// The tree as a picture: drawn as far as it is in sight, walked with the keyboard, moved and scaled.

import { RADIUS, ROW, TRUNK, View, arrange } from "./arrange.js";
import { h, oncePerFrame, put, s } from "./dom.js";
import { changes } from "./difference.js";
import { coloured } from "./lean.js";

const MARGIN = 22;
const SCALE_MIN = 0.3;
const SCALE_MAX = 2;
const FITTED_MIN = 0.85; // smaller than that is for the reader to ask for
const BEYOND = 160; // pixels out of sight that are drawn all the same
const HOVER_MS = 120;
const CARD_CHARACTERS = 2000;
const CARD_GOALS = 3;
const WORDS = { solved: "solved", failed: "failed", open: "open" };

const FONTS = { step: "12px var", goal: "11.5px var", count: "11px system-ui, sans-serif" };
const widths = { step: new Map(), goal: new Map(), count: new Map() }; // of single letters

/** The width of a letter in one of the picture's fonts, in the picture's own units. */
function letterWidth(letter, font) {
  const known = widths[font];
  let width = known.get(letter);
  if (width === undefined) {
    const brush = document.createElement("canvas").getContext("2d");
    const code = getComputedStyle(document.documentElement).getPropertyValue("--code");
    brush.font = FONTS[font].replace("var", code);
    width = brush.measureText(letter).width;
    known.set(letter, width);
  }
  return width;
}

/** The width of `text`: the sum of its letters, each measured once. */
function measure(text, font) {
  let width = 0;
  for (const letter of text) width += letterWidth(letter, font);
  return width;
}

/** What is said of a thing to who cannot see it. */
function spoken(thing) {
  if (thing.kind === "more") return `${thing.label} tactics tried on goal ${thing.goal.id}`;
  if (thing.kind === "again") return `Goal ${thing.goal.id} again, ${WORDS[thing.goal.state]}: ${thing.goal.target}`;
  if (thing.kind === "goal") {
    const tried = thing.goal.steps.length;
    return `Goal ${thing.goal.id}, ${WORDS[thing.goal.state]}: ${thing.goal.target}. ${tried} ${tried === 1 ? "tactic" : "tactics"} on`;
  }
  const left = thing.step.children.length;
  return `Tactic ${thing.step.tactic}, ${WORDS[thing.step.state]}, ${left ? `leaves ${left} ${left === 1 ? "goal" : "goals"}` : "leaves nothing"}`;
}

export class TreeDrawing {
  /** `chosen` is called with each thing that the reader turns to. */
  constructor(chosen) {
    this.chosen = chosen;
    this.tree = null;
    this.view = new View();
    this.views = new Map();
    this.scale = 1;
    this.at = null; // the key of the chosen thing
    this.things = [];
    this.byKey = new Map();
    this.drawn = new Map();
    this.redraw = oncePerFrame(() => this.draw());
    this.build();
  }

  build() {
    this.links = s("g", { class: "links" });
    this.items = s("g", {});
    this.world = s("g", {}, this.links, this.items);
    this.svg = s("svg", { class: "tree", role: "tree", "aria-label": "Proof tree" }, this.world);
    this.space = h("div", { class: "tree-space" }, this.svg);
    this.scroll = h("div", { class: "tree-scroll" }, this.space);
    this.card = h("div", { class: "card hover", hidden: true, "aria-hidden": "true" });
    this.percent = h("output", { class: "figure", "aria-label": "Scale" }, "100 %");
    const button = (label, title, click) => h("button", { type: "button", class: "small", title, "aria-label": /\w/.test(label) ? null : title, on: { click } }, label);
    this.labelsButton = button("Goals", "Show goals as text", () => this.toggleLabels());
    this.allButton = button("Expand all", "Show every goal and tactic", () => this.toggleAll());
    this.tools = h(
      "div",
      { class: "tree-tools", role: "toolbar", "aria-label": "Tree" },
      this.labelsButton,
      this.allButton,
      h(
        "span",
        { class: "group" },
        button("−", "Smaller", () => this.zoom(this.scale / 1.2)),
        this.percent,
        button("+", "Larger", () => this.zoom(this.scale * 1.2)),
        button("Fit", "Fit into view", () => this.fit()),
      ),
    );
    this.element = h("div", { class: "tree-frame" }, this.scroll, this.card);
    this.listen();
    this.showButtons();
    new ResizeObserver(this.redraw).observe(this.scroll);
  }

  listen() {
    this.scroll.addEventListener("scroll", () => {
      this.hideCard();
      this.redraw();
    });
    this.svg.addEventListener("click", (event) => this.click(event));
    this.svg.addEventListener("keydown", (event) => this.key(event));
    this.svg.addEventListener("focusin", (event) => {
      const thing = this.thingOf(event.target);
      if (thing && thing.key !== this.at) this.choose(thing);
    });
    this.svg.addEventListener("pointerover", (event) => this.hover(event));
    this.svg.addEventListener("pointerout", () => this.hideCard());
    this.scroll.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.scroll.addEventListener("pointerdown", (event) => this.drag(event));
    this.pinches();
  }

  /** Show a tree, with what was opened in it before. */
  show(tree) {
    if (this.tree === tree) return;
    this.tree = tree;
    if (!this.views.has(tree)) this.views.set(tree, new View());
    const labels = this.view.labels;
    this.view = this.views.get(tree);
    this.view.labels = labels;
    this.at = null;
    for (const { item, link } of this.drawn.values()) {
      item.remove();
      link?.remove();
    }
    this.drawn.clear();
    this.refresh();
    this.scroll.scrollTo(0, 0);
    this.showButtons();
  }

  /** Draw anew after the tree or the view changed. */
  refresh() {
    if (!this.tree) return;
    this.view.follow(this.tree);
    this.arranged = arrange(this.tree, this.view, measure);
    this.things = this.arranged.things;
    this.byKey = new Map(this.things.map((thing) => [thing.key, thing]));
    if (!this.byKey.has(this.at)) this.at = null;
    this.resize();
    if (!this.scaled) this.scaleToWidth();
    this.draw();
  }

  /** As much of the width in sight as is still read well, until the reader chooses a scale. */
  scaleToWidth() {
    const scale = Math.max(FITTED_MIN, Math.min(1, (this.scroll.clientWidth - 2 * MARGIN) / Math.max(1, this.arranged.width)));
    if (scale === this.scale) return;
    this.scale = scale;
    this.percent.value = `${Math.round(100 * scale)} %`;
    this.resize();
  }

  resize() {
    if (!this.arranged) return;
    this.space.style.width = `${this.arranged.width * this.scale + 2 * MARGIN}px`;
    this.space.style.height = `${this.arranged.height * this.scale + 2 * MARGIN}px`;
  }

  draw() {
    if (!this.tree) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.scroll;
    this.svg.style.width = `${clientWidth}px`;
    this.svg.style.height = `${clientHeight}px`;
    const x = MARGIN - scrollLeft;
    const y = MARGIN + (ROW / 2) * this.scale - scrollTop;
    this.world.setAttribute("transform", `translate(${x} ${y}) scale(${this.scale})`);
    const sight = {
      left: (-x - BEYOND) / this.scale,
      right: (clientWidth - x + BEYOND) / this.scale,
      top: (-y - BEYOND) / this.scale,
      bottom: (clientHeight - y + BEYOND) / this.scale,
    };
    const kept = new Set();
    for (const thing of this.things) {
      const left = thing.parent ? thing.parent.x : thing.x;
      const top = thing.parent ? thing.parent.y : thing.y;
      const inSight = thing.x + thing.width > sight.left && left < sight.right && thing.y > sight.top && top < sight.bottom;
      if (!inSight && thing.key !== (this.at ?? this.things[0].key)) continue;
      kept.add(thing.key);
      this.drawThing(thing);
    }
    for (const [key, { item, link }] of this.drawn) {
      if (kept.has(key)) continue;
      item.remove();
      link?.remove();
      this.drawn.delete(key);
    }
  }

  drawThing(thing) {
    const state = thing.kind === "more" ? "more" : (thing.step ?? thing.goal).state;
    const entry = thing.key === (this.at ?? this.things[0].key);
    const working = thing.kind === "goal" && thing.goal === this.tree.latest && !this.tree.ended;
    const told = `${state}|${thing.label}|${thing.count}|${thing.expanded}|${thing.position}/${thing.among}|${thing.key === this.at}|${entry}|${working}|${thing.width}`;
    let drawn = this.drawn.get(thing.key);
    if (!drawn) {
      drawn = { item: s("g", { role: "treeitem", "data-key": thing.key }), link: thing.parent ? s("path", {}) : null, told: "" };
      this.items.append(drawn.item);
      if (drawn.link) this.links.append(drawn.link);
      this.drawn.set(thing.key, drawn);
    }
    drawn.item.setAttribute("transform", `translate(${thing.x} ${thing.y})`);
    if (drawn.link) {
      drawn.link.setAttribute("d", way(thing));
      drawn.link.setAttribute("class", `link ${thing.parent.kind === "step" ? "and" : "or"} ${state} ${onWay(thing) ? "in-proof" : ""}`);
    }
    if (drawn.told === told) return;
    drawn.told = told;
    const { item } = drawn;
    item.setAttribute("class", `thing ${thing.kind} ${state} ${thing.key === this.at ? "chosen" : ""} ${working ? "working" : ""} ${onWay(thing) ? "in-proof" : ""}`);
    item.setAttribute("tabindex", entry ? "0" : "-1");
    item.setAttribute("aria-label", spoken(thing));
    item.setAttribute("aria-level", thing.level);
    item.setAttribute("aria-posinset", thing.position);
    item.setAttribute("aria-setsize", thing.among);
    item.setAttribute("aria-selected", String(thing.key === this.at));
    if (thing.expanded === null) item.removeAttribute("aria-expanded");
    else item.setAttribute("aria-expanded", String(thing.expanded));
    put(item, shapes(thing, state));
  }

  thingOf(target) {
    const item = target.closest?.("[data-key]");
    return item ? this.byKey.get(item.dataset.key) : undefined;
  }

  /** Turn to a thing; with `focus` the keyboard follows, with `scroll` it comes into sight. */
  choose(thing, { focus = false, scroll = false } = {}) {
    this.at = thing.key;
    if (scroll) this.bring(thing);
    this.draw();
    if (focus) this.drawn.get(thing.key)?.item.focus({ preventScroll: true });
    this.chosen(thing);
  }

  bring(thing) {
    const box = this.scroll;
    const left = thing.x * this.scale + MARGIN;
    const top = thing.y * this.scale + MARGIN;
    const right = left + Math.min(thing.width * this.scale, box.clientWidth - 2 * MARGIN);
    const bottom = top + ROW * this.scale;
    const x = left - MARGIN < box.scrollLeft ? left - 3 * MARGIN : right + MARGIN > box.scrollLeft + box.clientWidth ? right + MARGIN - box.clientWidth : box.scrollLeft;
    const y = top - MARGIN < box.scrollTop ? top - MARGIN : bottom + MARGIN > box.scrollTop + box.clientHeight ? bottom + MARGIN - box.clientHeight : box.scrollTop;
    box.scrollTo(x, y);
  }

  /** Turn to the goal with that id, wherever it is hidden. */
  goTo(id, options) {
    const goal = this.tree?.goals.get(id);
    if (!goal) return false;
    this.view.reveal(this.tree, goal);
    this.refresh();
    const thing = this.byKey.get(goal.key);
    if (thing) this.choose(thing, { scroll: true, ...options });
    return thing !== undefined;
  }

  toggle(thing) {
    if (thing.kind === "again") {
      this.goTo(thing.goal.id, { focus: true });
      return;
    }
    if (thing.kind === "more") {
      this.view.goals.set(thing.goal.key, "all");
      this.at = thing.goal.key;
    } else if (thing.kind === "goal") this.view.toggle(thing.goal);
    else this.view.fold(thing.step);
    this.refresh();
    const now = this.byKey.get(this.at);
    if (now) this.choose(now, { focus: this.svg.contains(document.activeElement) || document.activeElement === document.body });
  }

  click(event) {
    const thing = this.thingOf(event.target);
    if (!thing) return;
    const again = thing.key === this.at;
    if (!again) this.choose(thing, { focus: true });
    if (again || thing.kind === "more" || thing.kind === "again" || event.target.closest(".count")) this.toggle(thing);
  }

  key(event) {
    const thing = this.byKey.get(this.at) ?? this.things[0];
    if (!thing || event.altKey || event.ctrlKey || event.metaKey) return;
    const index = this.things.indexOf(thing);
    const go = (next) => next && this.choose(next, { focus: true, scroll: true });
    const done = {
      ArrowDown: () => go(this.things[index + 1]),
      ArrowUp: () => go(this.things[index - 1]),
      ArrowRight: () => (thing.expanded === false ? this.toggle(thing) : go(this.things.find((one) => one.parent === thing))),
      ArrowLeft: () => (thing.expanded && thing.kind !== "more" && event.shiftKey ? this.toggle(thing) : go(thing.parent)),
      Home: () => go(this.things[0]),
      End: () => go(this.things.at(-1)),
      Enter: () => this.toggle(thing),
      " ": () => this.toggle(thing),
      "+": () => this.zoom(this.scale * 1.2),
      "-": () => this.zoom(this.scale / 1.2),
      0: () => this.fit(),
    }[event.key];
    if (!done) return;
    event.preventDefault();
    done();
  }

  hover(event) {
    const thing = this.thingOf(event.target);
    if (!thing || event.pointerType === "touch" || thing.kind === "more") return;
    clearTimeout(this.hovering);
    this.hovering = setTimeout(() => this.showCard(thing), HOVER_MS);
  }

  showCard(thing) {
    const item = this.drawn.get(thing.key)?.item;
    if (!item) return;
    put(this.card, thing.step ? stepCard(thing.step) : goalCard(thing.goal));
    this.card.style.left = "0";
    this.card.hidden = false;
    const place = item.getBoundingClientRect();
    const { width, height } = this.card.getBoundingClientRect();
    const below = place.bottom + height + 12 < innerHeight;
    this.card.style.left = `${Math.max(8, Math.min(place.left, innerWidth - width - 8))}px`;
    this.card.style.top = `${below ? place.bottom + 6 : Math.max(8, place.top - height - 6)}px`;
  }

  hideCard() {
    clearTimeout(this.hovering);
    this.card.hidden = true;
  }

  /** Scale the picture; what is under (x, y) of the frame stays there. */
  zoom(scale, x = this.scroll.clientWidth / 2, y = this.scroll.clientHeight / 2) {
    const next = Math.max(SCALE_MIN, Math.min(SCALE_MAX, scale));
    this.scaled = true;
    const box = this.scroll;
    const across = (box.scrollLeft + x - MARGIN) / this.scale;
    const down = (box.scrollTop + y - MARGIN) / this.scale;
    this.scale = next;
    this.percent.value = `${Math.round(100 * next)} %`;
    this.resize();
    box.scrollTo(across * next + MARGIN - x, down * next + MARGIN - y);
    this.draw();
  }

  fit() {
    const { width, height } = this.arranged;
    const { clientWidth, clientHeight } = this.scroll;
    this.zoom(Math.min(1, (clientWidth - 2 * MARGIN) / width, (clientHeight - 2 * MARGIN) / height), 0, 0);
    this.scroll.scrollTo(0, 0);
  }

  wheel(event) {
    if (!event.ctrlKey) return; // the frame scrolls by itself
    event.preventDefault();
    const frame = this.scroll.getBoundingClientRect();
    this.zoom(this.scale * Math.exp(-event.deltaY / 300), event.clientX - frame.left, event.clientY - frame.top);
  }

  drag(event) {
    if (event.pointerType !== "mouse" || event.button !== 0 || this.thingOf(event.target)) return;
    const start = { x: event.clientX + this.scroll.scrollLeft, y: event.clientY + this.scroll.scrollTop };
    const move = (moved) => this.scroll.scrollTo(start.x - moved.clientX, start.y - moved.clientY);
    const done = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", done);
      this.scroll.classList.remove("dragged");
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", done);
    this.scroll.classList.add("dragged");
  }

  /** Two fingers scale the picture; one scrolls it, as the browser does by itself. */
  pinches() {
    const spread = ({ touches: [a, b] }) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    let from = null;
    this.scroll.addEventListener("touchstart", (event) => {
      if (event.touches.length === 2) from = { spread: spread(event), scale: this.scale };
    }, { passive: true });
    this.scroll.addEventListener("touchmove", (event) => {
      if (event.touches.length !== 2 || !from) return;
      event.preventDefault();
      const frame = this.scroll.getBoundingClientRect();
      const [a, b] = event.touches;
      const x = (a.clientX + b.clientX) / 2 - frame.left;
      this.zoom((from.scale * spread(event)) / from.spread, x, (a.clientY + b.clientY) / 2 - frame.top);
    }, { passive: false });
    this.scroll.addEventListener("touchend", () => (from = null));
  }

  toggleLabels() {
    this.view.labels = !this.view.labels;
    this.refresh();
    this.showButtons();
  }

  toggleAll() {
    const everything = !this.view.everything;
    this.view.reset();
    this.view.everything = everything;
    this.refresh();
    this.showButtons();
  }

  showButtons() {
    this.labelsButton.setAttribute("aria-pressed", String(this.view.labels));
    this.allButton.setAttribute("aria-pressed", String(this.view.everything));
  }
}

function goalCard(goal) {
  return [h("div", { class: "muted" }, `Goal ${goal.id} · ${WORDS[goal.state]}`), h("pre", { class: "lean" }, coloured(goal.text.slice(0, CARD_CHARACTERS)))];
}

function stepCard(step) {
  const count = step.children.length;
  const left = count === 0 ? "leaves nothing" : count === 1 ? "leaves one goal" : `leaves ${count} goals`;
  return [
    h("pre", { class: "lean" }, coloured(step.tactic.slice(0, CARD_CHARACTERS))),
    h("div", { class: "muted" }, `${step.expert} · ${left}`),
    step.children.slice(0, CARD_GOALS).map((child) => h("pre", { class: "lean goal" }, changes(step.at.text, child.text, "new"))),
  ];
}

/** Whether a thing and what leads to it are parts of the proof. */
function onWay(thing) {
  if (thing.kind === "step") return thing.step.at.solution === thing.step && (!thing.parent || onWay(thing.parent));
  if (thing.kind === "more") return false;
  return thing.goal.solution !== null && (!thing.parent || onWay(thing.parent));
}

/** From a thing's parent to the thing: straight on in its row, or down from the parent and then to the right. */
function way(thing) {
  const { parent } = thing;
  if (thing.y === parent.y) return `M${parent.x + parent.width} ${thing.y}H${thing.x}`;
  const x = parent.x + TRUNK;
  return `M${x} ${parent.y + (parent.kind === "step" ? 11 : RADIUS)}V${thing.y - 8}Q${x} ${thing.y} ${x + 8} ${thing.y}H${thing.x}`;
}

const MARKS = { solved: "M-4 0.5L-1.2 3.4L4.2 -3.2", failed: "M-3 -3L3 3M3 -3L-3 3" };

function shapes(thing, state) {
  const count = thing.count ? [s("text", { "aria-hidden": "true", class: "count", x: thing.width - measure(thing.count, "count"), y: 4 }, thing.count)] : [];
  if (thing.kind === "goal") {
    return [
      s("circle", { class: "ring", cx: RADIUS, r: RADIUS + 4 }),
      s("circle", { class: "body", cx: RADIUS, r: RADIUS }),
      MARKS[state] ? s("path", { class: "mark", transform: `translate(${RADIUS} 0)`, d: MARKS[state] }) : s("circle", { class: "dot", cx: RADIUS, r: 2 }),
      s("rect", { class: "reach", y: -13, width: thing.width, height: 26 }),
      ...(thing.label ? written(thing.label, 2 * RADIUS + 6, "goal") : []),
      ...count,
    ];
  }
  if (thing.kind === "again") {
    return [s("circle", { class: "ring", cx: RADIUS, r: RADIUS + 4 }), s("circle", { class: "body", cx: RADIUS, r: RADIUS }), s("path", { class: "mark", transform: `translate(${RADIUS} 0)`, d: "M-3 3L3 -3M-1.5 -3H3V1.5" })];
  }
  return [
    s("rect", { class: "ring", x: -3.5, y: -14.5, width: thing.width + 7, height: 29, rx: 8 }),
    s("rect", { class: "body", y: -11, width: thing.width, height: 22, rx: thing.kind === "more" ? 11 : 5 }),
    ...written(thing.label, 10, thing.kind === "more" ? "count" : "step"),
    ...count,
  ];
}

/** A label; where it was cut, dots that are no text, so that what is read out loud begins with what is shown. */
function written(label, x, font) {
  const text = label.replace(/…$/, "");
  const end = x + measure(text, font);
  const dots = text === label ? [] : [s("path", { class: "dots", d: `M${end + 2} 3h.1m3 0h.1m3 0h.1` })];
  return [s("text", { "aria-hidden": "true", class: "label", x, y: 4 }, text), ...dots];
}
