// A verdict as part of the page: the points, every check with what we saw and a hint, prints and figures.
import { make, prose } from "./making.js";

/** Give a text of a verdict in the page's language. */
function told(entry, name, language) {
  return entry.translations?.[language]?.[name] || entry[name];
}

const rounded = (points) => Number(points.toFixed(2));

/** Say the score in a sentence. */
export function summary(verdict, words) {
  if (verdict.needs_review) return words.review;
  const points = words.points(rounded(verdict.score), rounded(verdict.points));
  return verdict.score === verdict.points ? `${points}. ${words.full}` : points;
}

/** Draw a verdict; `go` leads to a line of the editor, `asked` holds the checks whose hint was asked for. */
export function drawVerdict(verdict, words, language, go, asked) {
  const parts = [];
  for (const note of verdict.notes) parts.push(make("p", { className: "kobai-note" }, prose(note[language] ?? note.en)));
  const draw = (checks) => make("ol", { className: "kobai-checks" }, ...checks.map((check) => drawCheck(check, words, language, go, asked)));
  const passed = verdict.checks.filter((check) => check.outcome === "passed");
  const open = verdict.checks.filter((check) => !["passed", "skipped"].includes(check.outcome));
  const waiting = verdict.checks.filter((check) => check.outcome === "skipped");
  if (open.length) parts.push(draw(open));
  if (waiting.length) {
    parts.push(make("details", { className: "kobai-waiting-checks", open: !open.length }, make("summary", {}, words.waiting(waiting.length)), draw(waiting)));
  }
  if (passed.length) {
    parts.push(make("details", { className: "kobai-passed-checks", open: !open.length && !waiting.length }, make("summary", {}, words.passed(passed.length)), draw(passed)));
  }
  if (verdict.output.trim()) {
    const prints = make("pre", { tabIndex: 0, role: "region", "aria-label": words.printed }, make("code", {}, verdict.output));
    parts.push(make("h3", {}, words.printed), prints);
  }
  return parts;
}

function drawCheck(check, words, language, go, asked) {
  const head = make(
    "p",
    { className: "kobai-check-title" },
    make("span", { className: "kobai-outcome" }, words.outcomes[check.outcome]),
    make("span", {}, prose(told(check, "title", language))),
    make("span", { className: "kobai-check-points" }, words.points(rounded(check.score), rounded(check.points))),
  );
  const item = make("li", { className: `kobai-check kobai-${check.outcome}` }, head);
  const message = told(check, "message", language);
  const hint = told(check, "hint", language);
  if (message && check.outcome === "failed") item.append(labelled(words.saw, message));
  else if (message) item.append(make("p", {}, prose(message)));
  if (check.line && check.outcome === "failed") {
    const button = make("button", { type: "button", className: "kobai-link", onclick: () => go(check.line) }, words.line(check.line));
    item.append(make("p", { className: "kobai-links" }, button));
  }
  if (hint) item.append(drawHint(check, hint, words, asked));
  return item;
}

/** Draw a hint that waits to be asked for; behind it the way to the lesson. What was asked for stays open. */
function drawHint(check, hint, words, asked) {
  const fold = make("details", { className: "kobai-hint", open: asked.has(check.name) }, make("summary", {}, words.hint), make("p", {}, prose(hint)));
  if (check.misconception && document.getElementById(check.misconception)) {
    fold.append(make("p", { className: "kobai-links" }, make("a", { href: `#${check.misconception}` }, words.lesson)));
  }
  fold.addEventListener("toggle", () => (fold.open ? asked.add(check.name) : asked.delete(check.name)));
  return fold;
}

function labelled(label, text) {
  return make("p", {}, make("b", {}, `${label} `), prose(text));
}

/** Draw the figures that came after the verdict. */
export function drawFigures(figures, words) {
  return figures
    .filter((figure) => figure.png)
    .map((figure) =>
      make(
        "figure",
        { className: "kobai-figure" },
        make("img", { src: `data:image/png;base64,${figure.png}`, alt: words.figure(figure.function) }),
        make("figcaption", {}, figure.function),
      ),
    );
}
