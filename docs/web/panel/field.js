// The plain editor: a text field that indents. What the larger editor adds, it adds to this one's duties.
const INDENT = "    ";
const PAUSE = 200; // ms without a stroke
const GESTURES = { compositionupdate: ["compositionend"], pointerdown: ["pointerup", "pointercancel"] };

/** The page's text field; `changed`, `check` and `leaving` are called when they happen. */
export class Field {
  constructor(element, { text, description, changed, check, leaving }) {
    this.element = element;
    if (element.value !== text) element.value = text;
    element.setAttribute("aria-describedby", description);
    element.setAttribute("autocorrect", "off");
    this.leaving = leaving;
    this.check = check;
    this.element.addEventListener("input", () => changed(this.text));
    this.element.addEventListener("keydown", (event) => this.#press(event));
    this.#listen();
  }

  /** Note what is under way: letters being composed, a drag, a stroke. */
  #listen() {
    this.underWay = new Set();
    this.lastStroke = 0;
    const stroke = () => (this.lastStroke = performance.now());
    for (const kind of ["keydown", "keyup", "input"]) this.element.addEventListener(kind, stroke);
    for (const [begin, ends] of Object.entries(GESTURES)) {
      this.element.addEventListener(begin, () => this.underWay.add(begin));
      for (const end of ends) window.addEventListener(end, () => this.underWay.delete(begin) && stroke());
    }
  }

  /** Wait until whoever writes here pauses, so that another editor can take this one's place. */
  async pause() {
    while (this.underWay.size || performance.now() - this.lastStroke < PAUSE) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }

  get text() {
    return this.element.value;
  }

  set text(text) {
    this.element.value = text;
    this.element.dispatchEvent(new Event("input"));
  }

  focus() {
    this.element.focus();
  }

  /** Put the cursor on a line, counted from 1. */
  go(line) {
    const start = this.text.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    const end = this.text.indexOf("\n", start);
    this.element.focus();
    this.element.setSelectionRange(start, end < 0 ? this.text.length : end);
    const height = parseFloat(getComputedStyle(this.element).lineHeight);
    this.element.scrollTop = Math.max(0, (line - 4) * height);
  }

  /** A text field has no marks; the result names the lines. */
  mark() {}

  #press(event) {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      this.free = true;
      this.leaving();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.check();
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#type(`\n${this.#indentation()}`);
    } else if (event.key === "Tab" && !event.shiftKey && !this.free) {
      event.preventDefault();
      this.#type(INDENT);
    } else if (event.key !== "Tab" && event.key !== "Shift") {
      this.free = false;
    }
  }

  /** Give the indentation of the next line: this line's, one more behind a colon. */
  #indentation() {
    const before = this.text.slice(0, this.element.selectionStart);
    const line = before.slice(before.lastIndexOf("\n") + 1);
    return line.match(/^[ ]*/)[0] + (line.trimEnd().endsWith(":") ? INDENT : "");
  }

  /** Type as a person does, so that the browser's own undo takes it back. */
  #type(text) {
    if (!document.execCommand("insertText", false, text)) {
      this.element.setRangeText(text, this.element.selectionStart, this.element.selectionEnd, "end");
      this.element.dispatchEvent(new Event("input"));
    }
  }
}
