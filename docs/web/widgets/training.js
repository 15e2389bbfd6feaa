// The small network of lesson 8: ten numbers, its curve, its loss, and one step downhill.

/** @typedef {import("./canvas.js").Point} Point */

const HIDDEN = 3;
const H = 1e-4;
const COUNT = 25;

/** @type {Point[]} a wave, as the lesson has it */
export const WAVE = Array.from({ length: COUNT }, (_, k) => {
  const x = -3 + (6 * k) / (COUNT - 1);
  return [x, Math.sin(x)];
});

/**
 * Return what the network says at x: three weights, three biases, three to mix, one to shift.
 * @param {ArrayLike<number>} p
 * @param {number} x
 */
export function predict(p, x) {
  let y = p[3 * HIDDEN];
  for (let unit = 0; unit < HIDDEN; unit++) y += Math.tanh(x * p[unit] + p[HIDDEN + unit]) * p[2 * HIDDEN + unit];
  return y;
}

/** @param {ArrayLike<number>} p */
export const loss = (p) => WAVE.reduce((sum, [x, t]) => sum + (predict(p, x) - t) ** 2, 0) / 2;

/**
 * Return the ten numbers after one step against the gradient, measured by central differences.
 * @param {number[]} p
 * @param {number} rate
 */
export function step(p, rate) {
  const slopes = p.map((_, which) => {
    const [above, below] = [1, -1].map((sign) => loss(p.map((value, k) => (k === which ? value + sign * H : value))));
    return (above - below) / (2 * H);
  });
  return p.map((value, which) => value - rate * slopes[which]);
}
