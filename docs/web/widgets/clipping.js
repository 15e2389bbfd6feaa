// The part of a line that can be seen.

/** @typedef {import("./canvas.js").Point} Point */

/**
 * Return the part of a stretch that lies within a rectangle, by Liang and Barsky.
 * @param {Point} from
 * @param {Point} to
 * @param {{ left: number, top: number, right: number, bottom: number }} box
 * @returns {[Point, Point] | undefined}
 */
export function within(from, to, { left, top, right, bottom }) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  let [begin, end] = [0, 1];
  for (const [way, room] of [[-dx, from[0] - left], [dx, right - from[0]], [-dy, from[1] - top], [dy, bottom - from[1]]]) {
    if (way === 0 && room < 0) return undefined;
    if (way < 0) begin = Math.max(begin, room / way);
    if (way > 0) end = Math.min(end, room / way);
  }
  if (!(begin <= end)) return undefined;
  return [
    [from[0] + begin * dx, from[1] + begin * dy],
    [from[0] + end * dx, from[1] + end * dy],
  ];
}
