// The frame of every widget: controls, drawing once a frame, walking, the colours of the page's scheme.
import { palette } from "./palette.js";
import { language } from "./words.js";

let count = 0;

/**
 * Make an element: make("label", { className: "x" }, child, "text", …).
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} properties
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

/**
 * @typedef {object} Slider
 * @property {HTMLInputElement} field
 * @property {(value: number) => void} set
 * @property {() => void} tell say the value anew
 * @property {(share: number | undefined, words?: string) => void} mark a place on the track
 */

export class Widget extends HTMLElement {
  /** @type {Record<"en" | "ja", Record<string, string>>} */
  static WORDS = { en: {}, ja: {} };

  /** @type {Record<string, string>} */
  words = {};
  /** @type {number | undefined} */
  waiting = undefined;
  /** @type {number | undefined} */
  clock = undefined;
  isBuilt = false;

  connectedCallback() {
    if (this.isBuilt) return;
    this.isBuilt = true;
    this.words = /** @type {typeof Widget} */ (this.constructor).WORDS[language()];
    // The still picture stays for the printer.
    const still = make("div", { className: "kobai-still" }, ...this.childNodes);
    this.live = make("div", { className: "kobai-live" });
    this.live.role = "group";
    this.live.ariaLabel = this.words.title;
    this.line = make("p", { className: "kobai-report" });
    this.line.ariaLive = "polite";
    this.build();
    this.append(still, this.live);
    this.scheme = new MutationObserver(() => this.redraw());
    this.scheme.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    this.size = new ResizeObserver(() => this.redraw());
    this.size.observe(this.live);
    this.redraw();
  }

  disconnectedCallback() {
    this.halt();
    this.scheme?.disconnect();
    this.size?.disconnect();
  }

  /** Make the parts; called once. */
  build() {}

  /** Draw everything as it stands. */
  update() {}

  /** Draw with the next frame, however often this is asked before it. */
  redraw() {
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = undefined;
      this.update();
    });
  }

  /** The page's colours as they are now. */
  get colours() {
    return palette();
  }

  /**
   * Show `frame(share)` from 0 to 1 in so many milliseconds, at once for who wants no motion.
   * @param {number} time
   * @param {(share: number) => void} frame
   * @param {() => void} ended
   */
  play(time, frame, ended) {
    this.halt();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const begin = performance.now();
    if (this.line) this.line.ariaLive = "off"; // nobody can listen to a sentence a frame
    const show = () => {
      const share = still ? 1 : Math.min(1, (performance.now() - begin) / time);
      frame(share);
      if (share < 1) {
        this.clock = requestAnimationFrame(show);
        return;
      }
      this.halt();
      ended();
    };
    if (still) show();
    else this.clock = requestAnimationFrame(show);
  }

  /** End what plays. */
  halt() {
    if (this.clock !== undefined) cancelAnimationFrame(this.clock);
    this.clock = undefined;
    if (this.line) this.line.ariaLive = "polite";
  }

  /**
   * Say what is seen now.
   * @param {string} sentence
   */
  say(sentence) {
    if (this.line && this.line.textContent !== sentence) this.line.textContent = sentence;
  }

  /**
   * Add a row of things.
   * @param {string} className
   * @param {(Node | string)[]} children
   */
  row(className, ...children) {
    const row = make("div", { className }, ...children);
    this.live?.append(row);
    return row;
  }

  /**
   * Add the pictures, the first of which a phone shows first, and below them the report.
   * @param {HTMLElement[]} views
   */
  views(...views) {
    const row = this.row("kobai-views", ...views);
    if (this.line) this.live?.append(this.line);
    return row;
  }

  /**
   * Make a labelled slider; say(value) returns the words for its value.
   * @param {string} label
   * @param {{ min: number, max: number, step: number, value: number, say: (value: number) => string, input: (value: number) => void }} options
   */
  slider(label, { min, max, step, value, say, input }) {
    const id = `kobai-${++count}`;
    const field = make("input", { type: "range", id, min: String(min), max: String(max), step: String(step) });
    field.value = String(value);
    const shown = make("output", { className: "kobai-value" });
    shown.setAttribute("for", id);
    shown.ariaLive = "off";
    const limit = make("span", { className: "kobai-limit", hidden: true });
    const track = make("div", { className: "kobai-track" }, limit, field);
    const element = make("div", { className: "kobai-slider" }, make("label", { htmlFor: id }, label), shown, track);
    const tell = () => {
      shown.textContent = say(Number(field.value));
      field.setAttribute("aria-valuetext", shown.textContent);
    };
    field.addEventListener("input", () => {
      tell();
      input(Number(field.value));
      this.redraw();
    });
    tell();
    /** @type {Slider} */
    const slider = {
      field,
      tell,
      set: (to) => {
        field.value = String(to);
        tell();
      },
      mark: (share, words = "") => {
        limit.hidden = share === undefined;
        limit.title = words;
        limit.style.setProperty("--at", String(share ?? 0));
      },
    };
    return Object.assign(element, slider);
  }

  /**
   * Make a slider over a list of values, which are what it says and gives.
   * @param {string} label
   * @param {number[]} values
   * @param {number} value one of them
   * @param {{ say: (value: number) => string, input: (value: number) => void }} options
   */
  ladder(label, values, value, { say, input }) {
    const nearest = values.reduce((best, each, k) => (Math.abs(each - value) < Math.abs(values[best] - value) ? k : best), 0);
    return this.slider(label, {
      min: 0, max: values.length - 1, step: 1, value: nearest,
      say: (place) => say(values[place]),
      input: (place) => input(values[place]),
    });
  }

  /**
   * Make a labelled choice among [value, text] pairs.
   * @param {string} label
   * @param {[string, string][]} options
   * @param {string} value
   * @param {(value: string) => void} input
   */
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

  /**
   * @param {string} label
   * @param {() => void} onclick
   */
  button(label, onclick) {
    return make("button", { type: "button", className: "kobai-button", onclick }, label);
  }
}

/**
 * Put a picture, and what lies over it, in its place.
 * @param {string} className
 * @param {Node[]} parts
 */
export const view = (className, ...parts) => make("div", { className: `kobai-view ${className}` }, ...parts);

/**
 * Return where a value lies among rising values, from 0 to 1 along a slider over them.
 * @param {number[]} values
 * @param {number} value
 */
export function shareOf(values, value) {
  const above = values.findIndex((each) => each >= value);
  if (above < 0) return undefined;
  const part = above === 0 ? 0 : (value - values[above - 1]) / (values[above] - values[above - 1]) - 1;
  return (above + part) / (values.length - 1);
}
