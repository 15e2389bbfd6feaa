// What is solved: kept in this browser, shown in the navigation, taken along as a file, erased with one button.
import { save } from "./download.js";
import { make } from "./making.js";
import { work } from "./work.js";

const SOLVED = "kobai:solved:";
const FORMAT = "kobai-progress";
const LARGEST = 2_000_000; // bytes of a file that is read back

/** Mark the links that lead to lessons whose exercise is solved. */
export function showProgress(label) {
  for (const mark of document.querySelectorAll(".kobai-solved")) mark.remove();
  for (const name of work.names(SOLVED)) {
    for (const link of document.querySelectorAll(".md-nav a, a.kobai-start")) {
      const { pathname, hash } = new URL(/** @type {HTMLAnchorElement} */ (link).href);
      if (hash || !pathname.endsWith(`/lessons/${name}/`)) continue;
      link.append(make("span", { className: "kobai-solved", role: "img", "aria-label": label, title: label }, " ✓"));
    }
  }
}

export function isSolved(name) {
  return work.stored(SOLVED + name) !== undefined;
}

/** Take note that every check of an exercise passed. */
export function solve(name) {
  work.store(SOLVED + name, new Date().toISOString());
}

/** Draw how far somebody is, with the buttons that save, load and erase. */
export function progressBox(names, words, loaded) {
  const said = make("p", { role: "status" });
  const tell = () => {
    const solved = names.filter(isSolved);
    said.textContent = words.progress(solved.length, names.length);
    showProgress(words.solved);
  };
  const chooser = make("input", { type: "file", accept: ".json,application/json", hidden: true });
  chooser.addEventListener("change", async () => {
    const [file] = chooser.files;
    chooser.value = "";
    if (!file) return;
    const isRead = file.size < LARGEST && read(await file.text());
    if (isRead) loaded();
    tell();
    if (!isRead) said.textContent = words.notLoaded(file.name);
  });
  const button = (label, onclick) => make("button", { type: "button", className: "kobai-tool", onclick }, label);
  const box = make(
    "details",
    { className: "kobai-own" },
    make("summary", {}, words.yourProgress),
    said,
    make("p", {}, words.staysHere),
    make(
      "div",
      { className: "kobai-tools" },
      button(words.saveProgress, () => save("kobai-progress.json", written(), "application/json")),
      button(words.loadProgress, () => chooser.click()),
      button(words.eraseProgress, () => {
        if (!confirm(words.eraseAsked)) return;
        work.eraseAll();
        loaded();
        tell();
      }),
      chooser,
    ),
  );
  tell();
  return { box, tell };
}

/** Give everything that is kept here as text. */
function written() {
  return `${JSON.stringify({ format: FORMAT, kept: work.all() }, null, 1)}\n`;
}

/** Take in what was saved elsewhere; tells whether it was a file of ours. */
function read(text) {
  try {
    const { format, kept } = JSON.parse(text);
    const entries = Object.entries(kept);
    if (format !== FORMAT || !entries.every(([key, value]) => key.startsWith("kobai:") && typeof value === "string")) return false;
    for (const [key, value] of entries) work.store(key, value);
    return true;
  } catch {
    return false;
  }
}
