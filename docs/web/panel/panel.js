// The exercise on the page: an editor, buttons, what is going on, and the result.
import { notebook, save } from "./download.js";
import { Field } from "./field.js";
import { make } from "./making.js";
import { progressBox, solve } from "./progress.js";
import { Python } from "./python.js";
import { drawFigures, drawVerdict, summary } from "./verdict.js";
import en from "./words.en.js";
import ja from "./words.ja.js";
import { work } from "./work.js";

const HEADER = 64; // px that the page's own header covers
const ROOM = 160; // px below the status in which a verdict begins to be seen
const SLOW = 3; // s of running after which Stop is pointed out

class KobaiExercise extends HTMLElement {
  connectedCallback() {
    if (this.editor) return;
    this.language = document.documentElement.lang.startsWith("ja") ? "ja" : "en";
    this.words = { en, ja }[this.language];
    this.name = this.dataset.name;
    this.exercises = this.dataset.exercises.split(" ");
    this.asked = new Set(); // the checks whose hint is open
    const runtime = JSON.parse(this.querySelector("script").textContent);
    const field = this.querySelector("textarea");
    this.stub = field.defaultValue;
    this.python = new Python(runtime, new URL(this.dataset.assets, document.baseURI), {
      progress: (...report) => this.#progress(...report),
      ready: () => this.#ready(),
      figures: (figures) => this.figures.replaceChildren(...drawFigures(figures, this.words)),
      fault: (fault) => this.#fault(fault),
    });
    this.versions = this.words.versions(runtime.python, runtime.packages);
    this.#build(field);
    if (field === document.activeElement) this.#begin();
  }

  #build(field) {
    const { words, name } = this;
    const button = (label, onclick, className = "") => make("button", { type: "button", className: `kobai-tool ${className}`, onclick }, label);
    const keys = make("p", { className: "kobai-keys", id: `kobai-keys-${name}` }, words.keys);
    this.options = {
      text: work.read(name) ?? field.value,
      label: words.editor(`${name}.py`),
      description: keys.id,
      changed: (text) => this.#changed(text),
      check: () => this.#check(),
      leaving: () => this.#say(words.left),
    };
    this.editor = new Field(field, this.options);
    this.checkButton = button(words.check, () => this.#check(), "kobai-tool--first");
    this.stopButton = button(words.stop, () => this.#stop());
    this.undoButton = button(words.undoReset, () => this.#undoReset());
    this.status = make("span", { role: "status" });
    this.count = make("span", { className: "kobai-count" });
    this.bar = make("progress", { className: "kobai-progress", hidden: true, "aria-label": words.fetching });
    this.result = make("section", { className: "kobai-result", hidden: true, "aria-label": words.result });
    this.figures = make("div", { className: "kobai-figures" });
    this.kept = make("span", {}, words.kept);
    const tools = make(
      "div",
      { className: "kobai-tools" },
      this.checkButton,
      this.stopButton,
      button(words.reset, () => this.#reset()),
      this.undoButton,
      button(words.copy, () => this.#copy()),
      button(words.downloadScript, () => save(`${name}.py`, this.editor.text, "text/x-python")),
      button(words.downloadNotebook, () => save(`${name}.ipynb`, notebook(this.editor.text), "application/x-ipynb+json")),
      button(words.downloadAll, () => this.#handIn()),
    );
    this.#allow(false);
    this.undoButton.hidden = work.before(name) === undefined;
    const title = make("p", { className: "kobai-file" }, `${name}.py`);
    field.before(title); // the field itself stays where it is, and so does who writes in it
    for (const part of this.querySelectorAll(":scope > :is(p:not(.kobai-file), script)")) part.remove();
    this.progress = progressBox(this.exercises, words, () => this.#reread());
    field.after(keys, tools);
    const reading = make("div", { className: "kobai-reading" }, make("p", { className: "kobai-status" }, this.status, " ", this.count), this.bar, this.result);
    this.querySelector(".kobai-desk").append(reading);
    this.append(make("p", { className: "kobai-practice" }, words.practice, words.space, this.versions, words.space, this.kept));
    this.append(...this.#neighbours(), this.progress.box);
    field.addEventListener("pointerover", () => this.#enlarge(), { once: true });
    this.addEventListener("focusin", (event) => this.editor.element.contains(event.target) && this.#begin());
  }

  /** Show the student's other exercises, which this one can import. */
  #neighbours() {
    return Object.entries(work.others(this.name)).map(([name, text]) =>
      make("details", { className: "kobai-other" }, make("summary", {}, this.words.show(`${name}.py`)), make("pre", { tabIndex: 0 }, make("code", {}, text))),
    );
  }

  /** Somebody comes to write: fetch what is heavy. */
  #begin() {
    this.#enlarge();
    this.python.start(this.#sources());
  }

  /** Put the larger editor in the field's place, once, where there is one. */
  async #enlarge() {
    if (this.isEnlarging) return;
    this.isEnlarging = true;
    const larger = await import("./editor.js").catch(() => undefined);
    if (!larger) return; // built without node, or it did not arrive: the field does all that is needed
    const field = this.editor;
    await field.pause();
    this.editor = new larger.Editor(this.options);
    this.editor.replace(field);
    this.#mark();
  }

  #sources() {
    return { ...work.others(this.name), [this.name]: this.editor.text };
  }

  #changed(text) {
    if (text === this.stub) work.forget(this.name);
    const kept = text === this.stub || work.keep(this.name, text);
    this.kept.textContent = kept ? this.words.kept : this.words.notKept;
  }

  async #check() {
    if (this.isChecking) return;
    this.#allow(true);
    this.isQuiet = false;
    this.result.hidden = true;
    this.verdict = undefined;
    this.#mark();
    try {
      const verdict = await this.python.check(this.name, this.#sources());
      this.#show(verdict);
    } catch (fault) {
      this.#fault(fault);
    } finally {
      this.#allow(false);
    }
  }

  #show(verdict) {
    const { words } = this;
    this.verdict = verdict;
    this.figures.replaceChildren();
    const isSolved = !verdict.needs_review && verdict.score === verdict.points;
    const parts = drawVerdict(verdict, words, this.language, (line) => this.editor.go(line), this.asked);
    this.result.replaceChildren(...(isSolved ? [this.#onwards()] : []), ...parts, this.figures);
    this.result.hidden = false;
    this.#mark();
    this.#say(summary(verdict, words));
    if (isSolved) {
      solve(this.name);
      this.progress.tell();
    }
    // Who checks by keyboard from within the editor goes on writing there; it stays in sight.
    const isWriting = this.editor.element.contains(document.activeElement);
    const { top, bottom } = this.status.getBoundingClientRect();
    const isSeen = top >= HEADER && bottom + ROOM < innerHeight;
    if (!isSeen) this.status.scrollIntoView({ block: isWriting ? "center" : "start" });
  }

  /** What can be done now: the next lesson, and what waits at hand-in. */
  #onwards() {
    /** @type {HTMLAnchorElement | null} */
    const next = document.querySelector(".md-footer__link--next");
    const parts = [make("p", {}, this.words.hidden)];
    if (next) parts.push(make("p", {}, make("a", { href: next.href }, this.words.next(next.querySelector(".md-ellipsis")?.textContent.trim() ?? ""))));
    return make("div", { className: "kobai-onwards" }, ...parts);
  }

  /** Save every exercise that was begun as one zip. */
  async #handIn() {
    const { words } = this;
    const sources = this.#sources();
    const begun = this.exercises.filter((name) => sources[name] !== undefined && (name !== this.name || sources[name] !== this.stub));
    if (!begun.length) return this.#say(words.nothingBegun);
    try {
      const { packed } = await import("./handing.js");
      const { bytes, receipt } = await packed(Object.fromEntries(begun.map((name) => [`${name}.py`, sources[name]])));
      save("kobai.zip", bytes, "application/zip");
      const missing = this.exercises.filter((name) => !begun.includes(name));
      this.#say(words.zipped(begun, missing, receipt));
    } catch {
      this.#say(words.notZipped);
    }
  }

  /** Show what is kept now: a file was loaded, or everything erased. */
  #reread() {
    this.editor.text = work.read(this.name) ?? this.stub;
    this.result.hidden = true;
  }

  /** Mark the lines that the verdict names. */
  #mark() {
    const checks = this.verdict?.checks ?? [];
    this.editor.mark(checks.filter((check) => check.line && check.outcome === "failed").map((check) => check.line));
  }

  #stop() {
    if (this.isChecking) this.python.stop();
  }

  #reset() {
    if (this.editor.text !== this.stub) {
      this.#keepBefore(this.editor.text);
      this.editor.text = this.stub;
    }
    this.#say(this.words.wasReset);
  }

  /** Bring back what a Reset took away; what was written since then takes its place. */
  #undoReset() {
    const before = work.before(this.name) ?? this.stub;
    this.#keepBefore(this.editor.text);
    this.editor.text = before;
    this.#say(this.words.wasUndone);
    if (this.undoButton.hidden) this.editor.focus();
  }

  #keepBefore(text) {
    if (text === this.stub) work.forgetBefore(this.name);
    else work.keepBefore(this.name, text);
    this.undoButton.hidden = text === this.stub;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.editor.text);
      this.#say(this.words.copied);
    } catch {
      this.#say(this.words.notCopied);
    }
  }

  #progress(stage, done, total) {
    if (this.isQuiet && !this.isChecking) return;
    this.#pause();
    this.#say(this.words[stage]);
    if (stage === "fetching") {
      this.bar.hidden = false;
      this.bar.max = total;
      this.bar.value = done;
      this.count.textContent = this.words.megabytes((done / 1e6).toFixed(1), (total / 1e6).toFixed(1));
    }
    if (stage === "running") {
      let seconds = 0;
      this.clock = setInterval(() => {
        seconds += 1;
        if (seconds < SLOW) return;
        this.#say(this.words.runningLong);
        this.count.textContent = this.words.seconds(seconds);
      }, 1000);
    }
  }

  /** Take away what moves: the bar, the counts. */
  #pause() {
    clearInterval(this.clock);
    this.bar.hidden = true;
    this.count.textContent = "";
  }

  #ready() {
    if (this.isChecking || this.isQuiet) return;
    this.#pause();
    this.#say(this.words.ready);
  }

  #fault(fault) {
    this.#pause();
    this.#allow(false);
    this.isQuiet = true; // a new start in the background must not cover these words
    const { words } = this;
    this.#say(fault.kind === "stopped" ? words.stopped : words.faults[fault.kind](fault.file));
  }

  /** Say what goes on; a screen reader is told only what is new. */
  #say(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /** Offer Check or Stop; both can be reached always, so that the focus never falls off a button. */
  #allow(isChecking) {
    this.isChecking = isChecking;
    if (!isChecking) this.#pause();
    this.checkButton.setAttribute("aria-disabled", isChecking);
    this.stopButton.setAttribute("aria-disabled", !isChecking);
  }
}

customElements.define("kobai-exercise", KobaiExercise);
