// The 3-D surface: a mesh seen from above at a slant, painted from the back to the front.
import { ramp } from "./map.js";

const CELLS = 30;
const TILT = (34 * Math.PI) / 180; // how far above the horizon the eye is

/**
 * Draw the surface of f; give the function from (x0, x1) to the place on the canvas.
 * What was drawn is kept until something changes; `key` names the function.
 */
export function drawSurface(canvas, f, reach, scale, turn, colours, kept, key) {
  const { pen, width, height, ratio } = canvas;
  const place = placing(canvas, f, reach, scale, turn);
  const full = [key, turn, width, height, ratio, colours.low, colours.high].join();
  if (kept.surfaceKey !== full) {
    kept.surfaceKey = full;
    kept.surface = document.createElement("canvas");
    Object.assign(kept.surface, { width: width * ratio, height: height * ratio });
    const sheet = kept.surface.getContext("2d");
    sheet.scale(ratio, ratio);
    sheet.font = pen.font;
    sheet.lineJoin = "round";
    paint(sheet, f, reach, scale, turn, colours, place);
  }
  pen.drawImage(kept.surface, 0, 0, width, height);
  return place;
}

/** Give the function from (x0, x1), on the surface or at the height z, to the place on the canvas. */
function placing({ width, height }, f, reach, scale, turn) {
  const unit = Math.min(width / 2.95, height / 2.3);
  const lift = (value) => (Math.min(scale.high, Math.max(scale.low, value)) - scale.low) / (scale.high - scale.low);
  return (x0, x1, z = lift(f(x0, x1))) => {
    const [across, away] = turned(x0, x1, turn).map((length) => length / reach);
    return [
      width / 2 + across * unit,
      height * 0.54 - (away * Math.sin(TILT) + (z - 0.42) * 1.15 * Math.cos(TILT)) * unit,
    ];
  };
}

/** Turn a point about the origin. */
const turned = (x0, x1, turn) => [
  x0 * Math.cos(turn) - x1 * Math.sin(turn),
  x0 * Math.sin(turn) + x1 * Math.cos(turn),
];

function paint(pen, f, reach, scale, turn, colours, place) {
  const tint = ramp(colours.low, colours.high);
  const node = (k) => -reach + (2 * reach * k) / CELLS;
  const cells = [];
  for (let i = 0; i < CELLS; i++) {
    for (let j = 0; j < CELLS; j++) {
      const middle = [node(i + 0.5), node(j + 0.5)];
      cells.push({ i, j, middle, away: turned(...middle, turn)[1] });
    }
  }
  cells.sort((a, b) => b.away - a.away);
  pen.lineWidth = 0.6;
  for (const { i, j, middle } of cells) {
    pen.beginPath();
    for (const [k, l] of [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]]) pen.lineTo(...place(node(k), node(l)));
    pen.closePath();
    pen.fillStyle = `rgb(${tint(scale.share(f(...middle)))})`;
    pen.strokeStyle = colours.contour;
    pen.fill();
    pen.globalAlpha = 0.45;
    pen.stroke();
    pen.globalAlpha = 1;
  }
  nameAxes(pen, place, reach, colours.ink);
}

function nameAxes(pen, place, reach, ink) {
  Object.assign(pen, { fillStyle: ink, textAlign: "center", textBaseline: "middle" });
  // Name the two edges that lie in front.
  const front = [[0, -1], [0, 1], [1, 0], [-1, 0]]
    .map(([x0, x1]) => ({ name: x0 ? "x₁" : "x₀", at: place(x0 * reach * 1.17, x1 * reach * 1.17, 0) }))
    .sort((a, b) => b.at[1] - a.at[1]);
  for (const { name, at } of front.slice(0, 2)) pen.fillText(name, ...at);
}

/** Draw a walk upon the surface. */
export function drawWalk({ pen }, place, points, reach, colour) {
  const near = points.filter(([x0, x1]) => Math.max(Math.abs(x0), Math.abs(x1)) <= reach * 1.02);
  pen.beginPath();
  for (const point of near) pen.lineTo(...place(...point));
  Object.assign(pen, { strokeStyle: colour, fillStyle: colour, lineWidth: 2.2 });
  pen.stroke();
  for (const point of near) {
    pen.beginPath();
    pen.arc(...place(...point), 2.2, 0, 2 * Math.PI);
    pen.fill();
  }
}
