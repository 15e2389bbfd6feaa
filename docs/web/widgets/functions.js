// The landscapes that the widgets walk on: the same as in the lessons' figures.

/** name → height f, gradient, the largest curvature (where it is one number), formula. */
export const LANDSCAPES = {
  bowl: {
    f: (x0, x1) => x0 * x0 + x1 * x1,
    gradient: (x0, x1) => [2 * x0, 2 * x1],
    curvature: 2,
    formula: "x₀² + x₁²",
  },
  unequal: {
    f: (x0, x1) => x0 * x0 + 2 * x1 * x1,
    gradient: (x0, x1) => [2 * x0, 4 * x1],
    curvature: 4,
    formula: "x₀² + 2x₁²",
  },
  valleys: {
    f: (x0, x1) => (x0 * x0 - 4) ** 2 / 8 + x1 * x1 + x0 / 2,
    gradient: (x0, x1) => [(x0 * (x0 * x0 - 4)) / 2 + 0.5, 2 * x1],
    formula: "(x₀² − 4)²/8 + x₁² + x₀/2",
  },
};

const FAR = 1e6; // a walk this far out will not come back

/** Give every point of a walk downhill, the start included; a walk that diverges is cut short. */
export function descentPath(landscape, start, rate, steps) {
  const path = [start];
  for (let step = 0; step < steps; step++) {
    const [x0, x1] = path[step];
    const [slope0, slope1] = landscape.gradient(x0, x1);
    const next = [x0 - rate * slope0, x1 - rate * slope1];
    path.push(next);
    if (!(Math.hypot(...next) < FAR)) break;
  }
  return path;
}

/** Say how a walk went: "arrives", "zigzags", "crawls", "bounces" or "diverges", and when it arrived. */
export function judge(landscape, path) {
  const steps = path.length - 1;
  const last = path[steps];
  const first = path[0];
  if (!(Math.hypot(...last) < 20 + Math.hypot(...first))) return { kind: "diverges", steps };
  const flat = path.findIndex(([x0, x1]) => Math.hypot(...landscape.gradient(x0, x1)) < 0.01);
  const turns = steps > 1 && reverses(path[0], path[1], path[2]);
  if (flat >= 0) return { kind: turns ? "zigzags" : "arrives", steps: flat };
  const fallen = landscape.f(...last) < 0.98 * landscape.f(...first);
  return { kind: turns && !fallen ? "bounces" : "crawls", steps };
}

function reverses(a, b, c) {
  return (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < -1e-12;
}
