// The contour map: coloured bands, smooth contour lines, a bar that says which colour is which height.
import { plain } from "./words.js";

/** @typedef {(x0: number, x1: number) => number} Height */
/** @typedef {import("./canvas.js").Point} Point */
/**
 * @typedef {object} Scale
 * @property {number} low
 * @property {number} high
 * @property {number} count the bands
 * @property {(height: number) => number} share from a height to 0…1
 * @property {(share: number) => number} height from 0…1 to a height
 */
/** @typedef {{ key?: string, sheet?: HTMLCanvasElement }} Kept what was drawn, until something changes */

const FINE = 2; // device pixels between two evaluations of f; what lies between is interpolated

/**
 * Return a scale from a height to a number from 0 to 1.
 * @param {Height} f
 * @param {{ xs: Point, ys?: Point, count?: number, power?: number }} options
 * @returns {Scale}
 */
export function heights(f, { xs, ys = xs, count = 12, power = 2 }) {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i <= 60; i++) {
    for (let j = 0; j <= 60; j++) {
      const height = f(xs[0] + (i / 60) * (xs[1] - xs[0]), ys[0] + (j / 60) * (ys[1] - ys[0]));
      low = Math.min(low, height);
      high = Math.max(high, height);
    }
  }
  if (high - low < 1e-9) high = low + 1; // a plain
  return {
    low,
    high,
    count,
    share: (height) => Math.min(1, Math.max(0, (height - low) / (high - low))) ** (1 / power),
    height: (share) => low + (high - low) * share ** power,
  };
}

/**
 * Draw the map of f below everything else of the plane; `key` says when a kept one still holds.
 * @param {import("./canvas.js").Plane} plane
 * @param {Height} f
 * @param {Scale} scale
 * @param {import("./palette.js").Palette} colours
 * @param {Kept} kept
 * @param {string} key
 */
export function drawMap(plane, f, scale, colours, kept, key) {
  const { box, ratio, pen } = plane;
  const width = Math.max(1, Math.round(box.width * ratio));
  const height = Math.max(1, Math.round(box.height * ratio));
  const full = [key, width, height, colours.key].join();
  if (kept.key !== full || !kept.sheet) {
    kept.key = full;
    kept.sheet = Object.assign(document.createElement("canvas"), { width, height });
    paint(kept.sheet, plane, f, scale, colours);
  }
  pen.drawImage(kept.sheet, box.left, box.top, box.width, box.height);
}

/**
 * Draw beside the map which colour is which height.
 * @param {import("./canvas.js").Plane} plane with some 48 pixels of room on its right
 * @param {Scale} scale
 * @param {import("./palette.js").Palette} colours
 * @param {string} name
 */
export function drawBar(plane, scale, colours, name) {
  const { pen, box } = plane;
  const left = box.left + box.width + 12;
  const part = box.height / scale.count;
  for (let band = 0; band < scale.count; band++) {
    pen.fillStyle = `rgb(${colours.ground(band / (scale.count - 1))})`;
    pen.fillRect(left, box.top + box.height - (band + 1) * part, 10, part + 0.5);
  }
  Object.assign(pen, { fillStyle: colours.ink, textAlign: "left", textBaseline: "middle" });
  for (let mark = 0; mark <= 4; mark++) {
    const height = scale.height(mark / 4);
    const size = scale.high - scale.low;
    const digits = size > 8 ? 0 : 1;
    pen.fillText(plain(Number(height.toFixed(digits))), left + 14, box.top + box.height * (1 - mark / 4) + (mark === 4 ? 5 : mark === 0 ? -4 : 0));
  }
  Object.assign(pen, { textAlign: "center", textBaseline: "top" });
  pen.fillText(name, left + 5, box.top + box.height + 6);
}

/**
 * Paint every pixel by its band, and by how far it lies from the next contour.
 * @param {HTMLCanvasElement} sheet
 * @param {import("./canvas.js").Plane} plane
 * @param {Height} f
 * @param {Scale} scale
 * @param {import("./palette.js").Palette} colours
 */
function paint(sheet, { xs, ys, ratio }, f, scale, colours) {
  const { width, height } = sheet;
  const pen = /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
  const picture = pen.createImageData(width, height);
  const { count } = scale;
  const bands = Array.from({ length: count + 1 }, (_, k) => colours.ground(Math.min(k, count - 1) / (count - 1)));
  const lines = Array.from({ length: count + 1 }, (_, k) => colours.contour(k / count));
  const columns = Math.ceil(width / FINE) + 2;
  const rows = Math.ceil(height / FINE) + 2;
  const levels = new Float32Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const x0 = xs[0] + ((i * FINE) / width) * (xs[1] - xs[0]);
      const x1 = ys[1] - ((j * FINE) / height) * (ys[1] - ys[0]);
      levels[j * columns + i] = scale.share(f(x0, x1)) * count;
    }
  }
  const half = 0.5 * ratio; // of a line one CSS pixel wide
  for (let j = 0, at = 0; j < height; j++) {
    const row = Math.floor(j / FINE) * columns;
    const v = (j % FINE) / FINE;
    for (let i = 0; i < width; i++, at += 4) {
      const node = row + Math.floor(i / FINE);
      const u = (i % FINE) / FINE;
      const [a, b, c, d] = [levels[node], levels[node + 1], levels[node + columns], levels[node + columns + 1]];
      const level = (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v;
      const steep = Math.hypot((b - a) * (1 - v) + (d - c) * v, (c - a) * (1 - u) + (d - b) * u) / FINE;
      const nearest = Math.round(level);
      let [r, g, blue] = bands[Math.floor(level)];
      if (nearest > 0 && nearest < count && steep > 0) {
        const away = (level - nearest) / steep; // pixels
        if (Math.abs(away) < half + 1) {
          const over = Math.min(1, Math.max(0, away + 0.5));
          const line = 0.7 * Math.min(1, Math.max(0, half + 0.5 - Math.abs(away)));
          const [above, below, stroke] = [bands[nearest], bands[nearest - 1], lines[nearest]];
          [r, g, blue] = above.map((channel, k) => (channel * over + below[k] * (1 - over)) * (1 - line) + stroke[k] * line);
        }
      }
      picture.data[at] = r;
      picture.data[at + 1] = g;
      picture.data[at + 2] = blue;
      picture.data[at + 3] = 255;
    }
  }
  pen.putImageData(picture, 0, 0);
}
