// The landscapes that the widgets walk on, the walks, and what can truly be said of a walk.

/** @typedef {import("./canvas.js").Point} Point */
/**
 * @typedef {object} Landscape
 * @property {(x0: number, x1: number) => number} f
 * @property {(x0: number, x1: number) => Point} gradient
 * @property {number} [curvature] the largest, where it is the same everywhere
 * @property {number} lowest the height of the lowest point
 * @property {string} formula
 */

/**
 * A bowl x₀²·a/2 + x₁²·b/2 with these two curvatures.
 * @param {number} a
 * @param {number} b
 * @returns {Landscape}
 */
export const quadratic = (a, b, formula = "") => ({
  f: (x0, x1) => (a * x0 * x0 + b * x1 * x1) / 2,
  gradient: (x0, x1) => [a * x0, b * x1],
  curvature: Math.max(a, b),
  lowest: 0,
  formula,
});

/** @type {(x0: number, x1: number) => number} */
const valleys = (x0, x1) => (x0 * x0 - 4) ** 2 / 8 + x1 * x1 + x0 / 2;

/** Return the place of the deep valley of `valleys`, where its slope along x₀ is 0, by Newton's method. */
function deepest() {
  let x0 = -2;
  for (let round = 0; round < 20; round++) x0 -= ((x0 * (x0 * x0 - 4)) / 2 + 0.5) / ((3 * x0 * x0 - 4) / 2);
  return x0;
}

/** @type {Record<string, Landscape>} the same as in the lessons' figures */
export const LANDSCAPES = {
  bowl: quadratic(2, 2, "x₀² + x₁²"),
  unequal: quadratic(2, 4, "x₀² + 2x₁²"),
  valleys: {
    f: valleys,
    gradient: (x0, x1) => [(x0 * (x0 * x0 - 4)) / 2 + 0.5, 2 * x1],
    lowest: valleys(deepest(), 0),
    formula: "(x₀² − 4)²/8 + x₁² + x₀/2",
  },
};

const FAR = 1e6; // a walk this far out will not come back
const FLAT = 0.01; // a slope below this counts as none

/**
 * Return every point of a walk, the start included; a walk that runs away is cut short.
 * @param {Point} start
 * @param {number} steps
 * @param {(point: Point, step: number) => Point} next
 * @returns {Point[]}
 */
function walk(start, steps, next) {
  const path = [start];
  for (let step = 1; step <= steps; step++) {
    const point = next(path[step - 1], step);
    path.push(point);
    if (!(Math.hypot(...point) < FAR)) break;
  }
  return path;
}

/**
 * @param {Pick<Landscape, "gradient">} landscape
 * @param {Point} start
 * @param {number} rate
 * @param {number} steps
 */
export function descentPath({ gradient }, start, rate, steps) {
  return walk(start, steps, ([x0, x1]) => {
    const slope = gradient(x0, x1);
    return [x0 - rate * slope[0], x1 - rate * slope[1]];
  });
}

/**
 * Walk with momentum: v ← keep·v − rate·∇f, x ← x + v. Source: Polyak (1964).
 * @param {Pick<Landscape, "gradient">} landscape
 * @param {Point} start
 * @param {number} rate
 * @param {number} keep
 * @param {number} steps
 */
export function momentumPath({ gradient }, start, rate, keep, steps) {
  const speed = [0, 0];
  return walk(start, steps, ([x0, x1]) => {
    const slope = gradient(x0, x1);
    for (const axis of [0, 1]) speed[axis] = keep * speed[axis] - rate * slope[axis];
    return [x0 + speed[0], x1 + speed[1]];
  });
}

/**
 * Walk with Adam; β₂ and ε as published. Source: Kingma and Ba (2015), algorithm 1.
 * @param {Pick<Landscape, "gradient">} landscape
 * @param {Point} start
 * @param {number} rate
 * @param {number} keep
 * @param {number} steps
 */
export function adamPath({ gradient }, start, rate, keep, steps) {
  const [mean, square] = [[0, 0], [0, 0]];
  return walk(start, steps, (point, step) => {
    const slope = gradient(...point);
    return /** @type {Point} */ (point.map((x, axis) => {
      mean[axis] = keep * mean[axis] + (1 - keep) * slope[axis];
      square[axis] = 0.999 * square[axis] + 0.001 * slope[axis] ** 2;
      const size = Math.sqrt(square[axis] / (1 - 0.999 ** step)) + 1e-8;
      return x - (rate * mean[axis]) / (1 - keep ** step) / size;
    }));
  });
}

/**
 * @typedef {"still" | "arrives" | "zigzags" | "crawls" | "closes" | "bounces" | "diverges" | "lost" | "wanders"} Kind
 */

/**
 * Say how a walk of so many steps went, from nothing but its points; `steps` is when it arrived, or was lost.
 * @param {Landscape} landscape
 * @param {Point[]} path
 * @param {number} asked
 * @returns {{ kind: Kind, steps: number }}
 */
export function judge({ f, gradient, curvature }, path, asked) {
  const last = path.length - 1;
  if (last < asked || !(Math.hypot(...path[last]) < FAR)) return { kind: "lost", steps: last };
  const moves = path.slice(1).map(([x0, x1], k) => [x0 - path[k][0], x1 - path[k][1]]);
  const turns = moves.slice(1).map((move, k) => move[0] * moves[k][0] + move[1] * moves[k][1] < 0);
  const calm = path.findLastIndex((point) => !(Math.hypot(...gradient(...point)) < FLAT)) + 1;
  if (calm === 0) return { kind: "still", steps: 0 };
  if (calm <= last) {
    const before = turns.slice(0, calm - 1);
    return { kind: before.length && before.every(Boolean) ? "zigzags" : "arrives", steps: calm };
  }
  const late = Math.floor(last * 0.75);
  if (!turns.slice(late).every(Boolean)) {
    const falls = path.slice(1).every((point, k) => f(...point) < f(...path[k]));
    return { kind: falls && !turns.some(Boolean) ? "crawls" : "wanders", steps: last };
  }
  const ratios = moves.slice(late + 1).map((move, k) => Math.hypot(...move) / Math.hypot(...moves[late + k]));
  // Between two valleys jumps can grow for a while without end in sight, and still stay.
  const kind = ratios.every((ratio) => ratio > 1 + 1e-6)
    ? curvature ? "diverges" : "wanders"
    : ratios.every((ratio) => ratio < 1 - 1e-6)
      ? "closes"
      : ratios.every((ratio) => Math.abs(ratio - 1) <= 1e-6)
        ? "bounces"
        : "wanders";
  return { kind, steps: last };
}
