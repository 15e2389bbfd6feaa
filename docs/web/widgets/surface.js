// The 3-D surface: a mesh seen from above at a slant, painted from the back to the front.
import { plain } from "./words.js";

/** @typedef {import("./canvas.js").Point} Point */
/** @typedef {(x0: number, x1: number, z?: number) => Point} Place from a point to the canvas */

const CELLS = 30;
const RISE = 1.15; // the height of the surface, in half sides of its square

/**
 * Draw the surface of f over a square; what was drawn is kept until something changes.
 * @param {import("./canvas.js").Sheet} canvas
 * @param {import("./map.js").Height} f
 * @param {number} reach half the side of the square
 * @param {import("./map.js").Scale} scale
 * @param {import("./handle.js").View} view
 * @param {import("./palette.js").Palette} colours
 * @param {import("./map.js").Kept} kept
 * @param {string} key names the function
 * @returns {Place}
 */
export function drawSurface(canvas, f, reach, scale, view, colours, kept, key) {
  const { pen, width, height, ratio } = canvas;
  const place = placing(canvas, f, reach, scale, view);
  const full = [key, view.turn, view.tilt, width, height, ratio, colours.key].join();
  if (kept.key !== full || !kept.sheet) {
    kept.key = full;
    kept.sheet = Object.assign(document.createElement("canvas"), { width: width * ratio, height: height * ratio });
    const sheet = /** @type {CanvasRenderingContext2D} */ (kept.sheet.getContext("2d"));
    sheet.scale(ratio, ratio);
    sheet.font = pen.font;
    sheet.lineJoin = "round";
    drawGround(sheet, place, reach, colours);
    paint(sheet, f, reach, scale, view, colours, place);
    nameAxes(sheet, place, reach, scale, colours);
  }
  pen.drawImage(kept.sheet, 0, 0, width, height);
  return place;
}

/**
 * Return the function from (x0, x1), on the surface or at the height z from 0 to 1, to the canvas.
 * @param {import("./canvas.js").Sheet} canvas
 * @param {import("./map.js").Height} f
 * @param {number} reach
 * @param {import("./map.js").Scale} scale
 * @param {import("./handle.js").View} view
 * @returns {Place}
 */
function placing({ width, height }, f, reach, scale, { turn, tilt }) {
  const unit = Math.min((width - 44) / 2.8, height / 2.5);
  const slant = (tilt * Math.PI) / 180;
  /** @param {number} value */
  const lift = (value) => (Math.min(scale.high, Math.max(scale.low, value)) - scale.low) / (scale.high - scale.low);
  return (x0, x1, z = lift(f(x0, x1))) => {
    const [across, away] = turned(x0, x1, turn).map((length) => length / reach);
    return [width / 2 + 10 + across * unit, height * 0.54 - (away * Math.sin(slant) + (z - 0.42) * RISE * Math.cos(slant)) * unit];
  };
}

/**
 * Turn a point about the origin, by degrees.
 * @param {number} x0
 * @param {number} x1
 * @param {number} degrees
 * @returns {Point}
 */
function turned(x0, x1, degrees) {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return [x0 * cosine - x1 * sine, x0 * sine + x1 * cosine];
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {import("./map.js").Height} f
 * @param {number} reach
 * @param {import("./map.js").Scale} scale
 * @param {import("./handle.js").View} view
 * @param {import("./palette.js").Palette} colours
 * @param {Place} place
 */
function paint(pen, f, reach, scale, { turn }, colours, place) {
  /** @param {number} k */
  const node = (k) => -reach + (2 * reach * k) / CELLS;
  const nodes = Array.from({ length: CELLS + 1 }, (_, i) => Array.from({ length: CELLS + 1 }, (_, j) => place(node(i), node(j))));
  const cells = [];
  for (let i = 0; i < CELLS; i++) {
    for (let j = 0; j < CELLS; j++) {
      cells.push({ i, j, away: turned(node(i + 0.5), node(j + 0.5), turn)[1] });
    }
  }
  cells.sort((a, b) => b.away - a.away);
  pen.lineWidth = 0.5;
  pen.strokeStyle = colours.soft;
  for (const { i, j } of cells) {
    pen.beginPath();
    for (const [k, l] of [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]]) pen.lineTo(...nodes[k][l]);
    pen.closePath();
    pen.fillStyle = `rgb(${colours.ground(scale.share(f(node(i + 0.5), node(j + 0.5))))})`;
    pen.fill();
    pen.globalAlpha = 0.55;
    pen.stroke();
    pen.globalAlpha = 1;
  }
}

/**
 * Draw the square that the surface stands on.
 * @param {CanvasRenderingContext2D} pen
 * @param {Place} place
 * @param {number} reach
 * @param {import("./palette.js").Palette} colours
 */
function drawGround(pen, place, reach, { soft }) {
  pen.beginPath();
  for (const [x0, x1] of [[-1, -1], [1, -1], [1, 1], [-1, 1]]) pen.lineTo(...place(x0 * reach, x1 * reach, 0));
  pen.closePath();
  Object.assign(pen, { strokeStyle: soft, lineWidth: 0.8 });
  pen.stroke();
}

/**
 * Name the two edges that lie in front, and draw the height axis on the corner that is farthest left.
 * @param {CanvasRenderingContext2D} pen
 * @param {Place} place
 * @param {number} reach
 * @param {import("./map.js").Scale} scale
 * @param {import("./palette.js").Palette} colours
 */
function nameAxes(pen, place, reach, scale, { ink, soft }) {
  Object.assign(pen, { fillStyle: ink, strokeStyle: soft, lineWidth: 1, textAlign: "center", textBaseline: "middle" });
  const edges = [[0, -1], [0, 1], [1, 0], [-1, 0]]
    .map(([x0, x1]) => ({ x0, x1, at: place(x0 * reach * 1.2, x1 * reach * 1.2, 0) }))
    .sort((a, b) => b.at[1] - a.at[1]);
  for (const { x0, x1, at } of edges.slice(0, 2)) {
    pen.fillText(x0 ? "x₁" : "x₀", ...at);
    for (const end of [-0.85, 0.85]) {
      const [a, b] = x0 ? [x0 * 1.15, end] : [end, x1 * 1.15];
      pen.fillText(plain(Math.sign(end) * reach), ...place(a * reach, b * reach, 0));
    }
  }
  const [corner] = [[-1, -1], [-1, 1], [1, -1], [1, 1]]
    .map(([x0, x1]) => ({ x0: x0 * reach, x1: x1 * reach, left: place(x0 * reach, x1 * reach, 0)[0] }))
    .sort((a, b) => a.left - b.left);
  pen.beginPath();
  pen.moveTo(...place(corner.x0, corner.x1, 0));
  pen.lineTo(...place(corner.x0, corner.x1, 1));
  pen.textAlign = "right";
  for (const share of [0, 0.5, 1]) {
    const [left, top] = place(corner.x0, corner.x1, share);
    pen.moveTo(left, top);
    pen.lineTo(left - 4, top);
    const height = scale.low + share * (scale.high - scale.low);
    pen.fillText(plain(Number(height.toFixed(scale.high - scale.low > 8 ? 0 : 1))), left - 6, top);
  }
  pen.stroke();
  pen.textAlign = "center";
  const [left, top] = place(corner.x0, corner.x1, 1);
  pen.fillText("f", left, top - 12);
}

/**
 * Draw a walk upon the surface, as far as it stays on it.
 * @param {import("./canvas.js").Sheet} canvas
 * @param {Place} place
 * @param {Point[]} points
 * @param {number} reach
 * @param {string} colour
 */
export function drawWalk({ pen }, place, points, reach, colour) {
  Object.assign(pen, { strokeStyle: colour, fillStyle: colour, lineWidth: 2.2 });
  pen.beginPath();
  /** @param {Point} point */
  const isOn = ([x0, x1]) => Math.max(Math.abs(x0), Math.abs(x1)) <= reach * 1.02;
  points.forEach((point, k) => {
    if (!isOn(point)) return;
    if (k > 0 && isOn(points[k - 1])) pen.lineTo(...place(...point));
    else pen.moveTo(...place(...point));
  });
  pen.stroke();
  for (const point of points.filter(isOn)) {
    pen.beginPath();
    pen.arc(...place(...point), 2.2, 0, 2 * Math.PI);
    pen.fill();
  }
}
