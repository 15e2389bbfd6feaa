// The language switch leads to the same section of the page, and as far into it as the reader was.
const KEY = "kobai-place";
const SETTLING = 3000; // ms in which a page may still move

/** @typedef {{ page: string, section: number, share: number }} Place */

/** @returns {HTMLAnchorElement[]} the links of the switch */
const links = () => [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a.md-select__link[hreflang]"))];

/** Return what names the page in both languages: its English address. */
const page = () => links().find((link) => link.hreflang === "en")?.href ?? "";

/** Return the heads of the page's sections: both languages have as many, in the same order. */
const heads = () => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("article :is(h1, h2, h3)"))];

/**
 * Return where a section begins and how long it is, in pixels of the page.
 * @param {HTMLElement[]} sections
 * @param {number} section
 */
function extent(sections, section) {
  const [top, end] = [section, section + 1].map((which) =>
    which < sections.length ? sections[which].getBoundingClientRect().top + scrollY : document.body.scrollHeight,
  );
  return { top, length: Math.max(1, end - top) };
}

/** Note the place, for the page that comes next. */
function note() {
  const sections = heads();
  const section = sections.findLastIndex((head) => head.getBoundingClientRect().top < innerHeight / 3);
  if (section < 0) return;
  const { top, length } = extent(sections, section);
  /** @type {Place} */
  const place = { page: page(), section, share: (scrollY - top) / length };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Where nothing may be kept, the switch leads to the top of the page, as without scripts.
  }
}

/** Return the place that was noted, once. */
function noted() {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text ? /** @type {Place} */ (JSON.parse(text)) : undefined;
  } catch {
    return undefined;
  }
}

/** Go to the place that was noted, if it was on this page. */
function resume() {
  const place = noted();
  if (!place) return;
  const sections = heads();
  if (place.page !== page() || place.section >= sections.length || location.hash) return;
  const go = () => {
    const { top, length } = extent(sections, place.section);
    scrollTo({ top: top + place.share * length, behavior: "instant" });
  };
  // Widgets take the place of their pictures only now, and move what is below them.
  const root = document.documentElement;
  root.style.overflowAnchor = "none"; // the browser would move along as well, and both together too far
  const settling = new ResizeObserver(go);
  settling.observe(/** @type {Element} */ (document.querySelector("article")));
  const settle = () => {
    settling.disconnect();
    root.style.overflowAnchor = "";
  };
  for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(kind, settle, { once: true, passive: true });
  setTimeout(settle, SETTLING);
}

/** Keep the place over a change of the language. */
export function keepPlace() {
  for (const link of links()) link.addEventListener("click", note);
  if (document.readyState === "complete") resume();
  else addEventListener("load", resume);
}
