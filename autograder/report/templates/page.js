"use strict";

// A choice outlives the page where the browser lets it: a file's storage may be closed to us.
const memory = {
  get(name) {
    try { return localStorage.getItem(`kobai-${name}`); } catch { return null; }
  },
  set(name, value) {
    try { localStorage.setItem(`kobai-${name}`, value); } catch { /* then it is forgotten */ }
  },
};

const root = document.documentElement;

function speak(language) {
  root.lang = language;
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
}

function paint(theme) {
  root.dataset.theme = theme;
  const isDark = theme === "dark"
    || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.querySelector("[data-theme-switch]").setAttribute("aria-pressed", String(isDark));
  return isDark;
}

// Whoever wrote the page in English chose no language; the reader's browser has one.
function preferred() {
  if (root.lang !== "en") return root.lang;
  const spoken = [...document.querySelectorAll("[data-language]")].map((one) => one.dataset.language);
  const wanted = navigator.languages.map((one) => one.split("-")[0]);
  return wanted.find((one) => spoken.includes(one)) ?? root.lang;
}

function switches() {
  document.querySelector(".switches").hidden = false;
  speak(memory.get("language") ?? preferred());
  let isDark = paint(memory.get("theme") ?? "auto");
  document.querySelector(".switches").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.language) {
      speak(button.dataset.language);
      memory.set("language", button.dataset.language);
    } else if (button) {
      const theme = isDark ? "light" : "dark";
      isDark = paint(theme);
      memory.set("theme", theme);
    }
  });
}

// Names sort as their readers expect, numbers as numbers; what is blank is least.
function order(column) {
  const collator = new Intl.Collator(root.lang, { numeric: true });
  const size = (words) => (Number.isNaN(parseFloat(words)) ? -2 : parseFloat(words));
  return column === 0 ? collator.compare : (one, other) => size(one) - size(other);
}

function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const shown = (cell) => cell.dataset.value
    ?? (cell.querySelector(`[lang="${root.lang}"]`) ?? cell).textContent.trim();
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const isUp = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
      const compare = order(column);
      const rows = [...body.rows].map((row) => [shown(row.cells[column]), row]);
      rows.sort(([one], [other]) => compare(one, other) * (isUp ? 1 : -1));
      body.append(...rows.map(([, row]) => row));
    });
  });
}

function searchable(table) {
  const field = document.querySelector("#search");
  field.parentElement.hidden = false;
  const plain = (words) => words.normalize("NFKC").toLowerCase();
  const rows = [...table.tBodies[0].rows].map((row) => [plain(row.cells[0].textContent), row]);
  const found = document.querySelector("#found");
  field.addEventListener("input", () => {
    const wanted = plain(field.value.trim());
    let count = 0;
    for (const [name, row] of rows) {
      row.hidden = !name.includes(wanted);
      count += row.hidden ? 0 : 1;
    }
    found.textContent = wanted ? `${count} / ${rows.length}` : "";
  });
}

// A link to something folded away opens it; a page to print shows everything.
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  target?.querySelector("details")?.setAttribute("open", "");
  target?.closest("details")?.setAttribute("open", "");
}

function printable() {
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((one) => { one.open = false; }));
}

switches();
document.querySelectorAll("table.sortable").forEach(sortable);
if (document.querySelector("#marks")) searchable(document.querySelector("#marks"));
addEventListener("hashchange", unfold);
unfold();
printable();
