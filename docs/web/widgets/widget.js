// The frame of every widget: controls, drawing once a frame, colours of the page's scheme.
import { language } from "./words.js";

let count = 0;

/** Make an element: make("label", { className: "x" }, child, "text", …). */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export class Widget extends HTMLElement {
  static WORDS = { en: {}, ja: {} };

  connectedCallback() {
    if (this.live) return;
    this.words = this.constructor.WORDS[language()];
    // The still picture stays for the printer.
    const still = make("div", { className: "kobai-still" }, ...this.childNodes);
    this.live = make("div", { className: "kobai-live" });
    this.live.role = "group";
    this.live.ariaLabel = this.words.title;
    this.build();
    this.append(still, this.live);
    this.scheme = new MutationObserver(() => this.redraw());
    this.scheme.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    this.size = new ResizeObserver(() => this.redraw());
    this.size.observe(this.live);
    this.redraw();
  }

  disconnectedCallback() {
    this.scheme?.disconnect();
    this.size?.disconnect();
  }

  /** Draw with the next frame, however often this is asked before it. */
  redraw() {
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = undefined;
      this.update();
    });
  }

  /** Give the page's colour of that name. */
  colour(name) {
    return getComputedStyle(document.body).getPropertyValue(`--kobai-${name}`).trim();
  }

  /** Add a row of things. */
  row(className, ...children) {
    const row = make("div", { className }, ...children);
    this.live.append(row);
    return row;
  }

  /** Make a labelled slider; say(value) gives the words for its value. */
  slider(label, { min, max, step, value, say, input }) {
    const id = `kobai-${++count}`;
    const field = make("input", { type: "range", id, min, max, step, value });
    const shown = make("output", { className: "kobai-value" });
    shown.setAttribute("for", id);
    shown.ariaLive = "off";
    const slider = make("div", { className: "kobai-slider" }, make("label", { htmlFor: id }, label), shown, field);
    slider.set = (to) => {
      field.value = to;
      slider.tell();
    };
    slider.tell = () => {
      shown.textContent = say(Number(field.value));
      field.setAttribute("aria-valuetext", shown.textContent);
    };
    field.addEventListener("input", () => {
      slider.tell();
      input(Number(field.value));
      this.redraw();
    });
    slider.field = field;
    slider.tell();
    return slider;
  }

  /** Make a labelled choice among [value, text] pairs. */
  choice(label, options, value, input) {
    const id = `kobai-${++count}`;
    const field = make("select", { id }, ...options.map(([key, text]) => make("option", { value: key }, text)));
    field.value = value;
    field.addEventListener("input", () => {
      input(field.value);
      this.redraw();
    });
    return make("div", { className: "kobai-choice" }, make("label", { htmlFor: id }, label), field);
  }

  /** Make the line that says, also to screen readers, what is seen now. */
  report() {
    const line = make("p", { className: "kobai-report" });
    line.setAttribute("aria-live", "polite");
    return line;
  }
}
