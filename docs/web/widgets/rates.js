// The learning rates that a slider offers: fine where lessons look closely, all that lessons name.

/**
 * @param {number} from
 * @param {number} to
 * @param {number} step
 */
const range = (from, to, step) => {
  const steps = Math.round((to - from) / step);
  return Array.from({ length: steps + 1 }, (_, k) => Number((from + k * step).toFixed(4)));
};

export const RATES = [...range(0.001, 0.009, 0.001), ...range(0.01, 0.095, 0.005), ...range(0.1, 1.25, 0.01)];
