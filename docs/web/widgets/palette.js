// The page's colours, as a canvas takes them.

/** @typedef {[number, number, number]} Rgb */
/**
 * @typedef {object} Palette
 * @property {string} paper
 * @property {string} card
 * @property {string} ink
 * @property {string} soft
 * @property {string} line
 * @property {string} teal a curve of f; the first of two variables
 * @property {string} warm where one stands, the steps of a walk, an error
 * @property {string} good what fits
 * @property {string} open the second of two variables
 * @property {(share: number) => Rgb} ground the ground from the valley (0) to the ridge (1)
 * @property {(share: number) => Rgb} contour the line at that height
 * @property {string} key tells one palette from another
 */

const NAMES = /** @type {const} */ (["paper", "card", "ink", "soft", "line", "teal", "warm", "good", "open"]);
const LEVELS = 8;
const GROUND = 0.75; // as in the figures: how much of the ground's colour is seen

/** @type {Map<string, Palette>} */
const known = new Map();

/** Return the colours of the scheme that the page has now. */
export function palette() {
  const style = getComputedStyle(document.body);
  const scheme = style.colorScheme === "dark" ? 1 : 0;
  const key = String(scheme);
  const kept = known.get(key);
  if (kept) return kept;
  // The style sheet writes each as light-dark(#rrggbb, #rrggbb), which a canvas cannot read.
  /** @param {string} name */
  const colour = (name) => (style.getPropertyValue(`--${name}`).match(/#\w{6}/g) ?? ["black", "black"])[scheme];
  const named = Object.fromEntries(NAMES.map((name) => [name, colour(name)]));
  const shades = Array.from({ length: LEVELS }, (_, level) => channels(colour(`c${level}`)));
  const [card, ink] = [channels(named.card), channels(named.ink)];
  /** @param {number} share */
  const shade = (share) => {
    const place = Math.min(1, Math.max(0, share)) * (LEVELS - 1);
    const below = Math.min(LEVELS - 2, Math.floor(place));
    return mixed(shades[below + 1], shades[below], place - below);
  };
  const made = /** @type {Palette} */ ({
    ...named,
    ground: (share) => mixed(shade(share), card, GROUND),
    contour: (share) => mixed(ink, shade(share), 0.3),
    key,
  });
  known.set(key, made);
  return made;
}

/**
 * @param {string} hex #rrggbb
 * @returns {Rgb}
 */
function channels(hex) {
  return /** @type {Rgb} */ ([1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
}

/**
 * @param {Rgb} over
 * @param {Rgb} under
 * @param {number} share
 * @returns {Rgb}
 */
function mixed(over, under, share) {
  return /** @type {Rgb} */ (over.map((channel, i) => Math.round(channel * share + under[i] * (1 - share))));
}
