// The plain editor: a text field that indents. What the larger editor adds, it adds to this one's duties.
const INDENT = "    ";

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

  remove() {
    this.element.remove();
  }

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
      this.#type("\n" + this.#indentation());
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
