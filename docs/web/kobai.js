// What every page runs: fetch the panel and the widgets that the page has, and let the keyboard reach
// what scrolls.
// Each *.js beside this file is bundled into assets/web/ under its own name.
import { keepPlace } from "./page/place.js";

const WIDGETS = {
  "kobai-critical": () => import("./widgets/critical.js"),
  "kobai-curvatures": () => import("./widgets/curvatures.js"),
  "kobai-descent": () => import("./widgets/descent.js"),
  "kobai-difference": () => import("./widgets/difference.js"),
  "kobai-line": () => import("./widgets/line.js"),
  "kobai-methods": () => import("./widgets/methods.js"),
  "kobai-network": () => import("./widgets/network.js"),
  "kobai-slices": () => import("./widgets/slices.js"),
};

const NEAR = "800px"; // about a screen before a reader comes to it

keepPlace();
if (document.querySelector("kobai-exercise")) import("./panel/panel.js");
for (const [name, load] of Object.entries(WIDGETS)) whenNear(document.querySelectorAll(name), load);

/**
 * Load what the elements need when one of them is nearly in sight; until then its picture is there.
 * @param {NodeListOf<Element>} elements
 * @param {() => Promise<unknown>} load
 */
function whenNear(elements, load) {
  const sight = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      sight.disconnect();
      load();
    },
    { rootMargin: NEAR },
  );
  for (const element of elements) sight.observe(element);
}

/** Make what is wider than the page reachable by keyboard; what fits is no tab stop. */
function openScrollers() {
  /** @type {NodeListOf<HTMLElement>} */
  const boxes = document.querySelectorAll(".formula, .md-typeset__scrollwrap, .md-typeset pre > code, .output");
  for (const box of boxes) {
    const scrolls = box.scrollWidth > box.clientWidth;
    if (scrolls) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

/** The theme makes each copy button a landmark of its own, all of the same name. */
function quietCopyButtons() {
  for (const nav of document.querySelectorAll("nav.md-code__nav:not([role])")) nav.role = "presentation";
}

for (const block of document.querySelectorAll(".highlight pre")) {
  new MutationObserver(quietCopyButtons).observe(block, { childList: true });
}
quietCopyButtons();
addEventListener("load", openScrollers);
addEventListener("resize", openScrollers);
document.addEventListener("toggle", openScrollers, true); // an answer that was folded away
document.fonts.ready.then(openScrollers);

/** Open what is folded round the section that the address names: feedback leads to such sections. */
function unfold() {
  const section = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = section?.closest("details:not([open])");
  if (!fold) return;
  fold.open = true;
  section.scrollIntoView();
}

addEventListener("hashchange", unfold);
unfold();
