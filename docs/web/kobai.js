// What every page runs: fetch the widgets that the page has, and let the keyboard reach what scrolls.
// Each *.js beside this file is bundled into assets/web/ under its own name.
const WIDGETS = {
  "kobai-critical": () => import("./widgets/critical.js"),
  "kobai-descent": () => import("./widgets/descent.js"),
  "kobai-difference": () => import("./widgets/difference.js"),
  "kobai-slices": () => import("./widgets/slices.js"),
};

for (const [name, load] of Object.entries(WIDGETS)) {
  if (document.querySelector(name)) load();
}

/** Make what is wider than the page reachable by keyboard; what fits is no tab stop. */
function openScrollers() {
  for (const box of document.querySelectorAll(".formula, .md-typeset__scrollwrap, .md-typeset pre > code, .output")) {
    const scrolls = box.scrollWidth > box.clientWidth;
    if (scrolls) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

addEventListener("resize", openScrollers);
document.fonts.ready.then(openScrollers);
