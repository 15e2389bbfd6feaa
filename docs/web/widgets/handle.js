// What can be dragged: a point on a map, which arrow keys move as well, and a surface that is turned.
import { make } from "./widget.js";
import { decimal } from "./words.js";

/** @typedef {import("./canvas.js").Point} Point */

/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

/**
 * Put a handle over a canvas. `get` and `set` read and write the point, `plane` returns the plane
 * that was last drawn; the point stays `within` its bounds.
 * @param {HTMLCanvasElement} canvas
 * @param {object} options
 * @param {string} options.name
 * @param {string} options.how
 * @param {[string, string]} [options.names]
 * @param {() => Point} options.get
 * @param {(point: Point) => void} options.set
 * @param {() => import("./canvas.js").Plane} options.plane
 * @param {[Point, Point]} options.within
 * @param {() => void} options.changed
 */
export function makeHandle(canvas, { name, how, names = ["x₀", "x₁"], get, set, plane, within, changed }) {
  const handle = make("button", { type: "button", className: "kobai-handle", title: how });
  /** @type {(value: number, ends: Point) => number} */
  const held = (value, [least, most]) => Math.max(least, Math.min(most, Math.round(value * 20) / 20));
  /** @param {Point} point */
  const move = ([x0, x1]) => {
    set([held(x0, within[0]), held(x1, within[1])]);
    changed();
  };
  /** @param {MouseEvent} event */
  const follow = (event) => {
    const box = canvas.getBoundingClientRect();
    move(plane().at(event.clientX - box.left, event.clientY - box.top));
  };

  handle.addEventListener("pointerdown", (event) => handle.setPointerCapture(event.pointerId));
  handle.addEventListener("pointermove", (event) => {
    if (handle.hasPointerCapture(event.pointerId)) follow(event);
  });
  canvas.addEventListener("click", follow);
  handle.addEventListener("keydown", (event) => {
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    const size = event.shiftKey ? 0.5 : 0.1;
    const [x0, x1] = get();
    move([x0 + way[0] * size, x1 + way[1] * size]);
  });
  /** Put the handle where the point is drawn. */
  const place = () => {
    const [x0, x1] = get();
    handle.style.left = `${plane().x(x0)}px`;
    handle.style.top = `${plane().y(x1)}px`;
    handle.ariaLabel = `${name}: ${names[0]} = ${decimal(x0)}, ${names[1]} = ${decimal(x1)}. ${how}`;
  };
  return Object.assign(handle, { place });
}

/** @typedef {{ turn: number, tilt: number }} View in degrees */
const FLATTEST = 10;
const STEEPEST = 80;

/**
 * Let a surface be turned by dragging it, or with the arrow keys.
 * @param {HTMLCanvasElement} canvas
 * @param {View} view is changed
 * @param {{ name: string, say: (view: View) => string, changed: () => void }} options
 */
export function makeTurnable(canvas, view, { name, say, changed }) {
  canvas.ariaHidden = null;
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "slider");
  canvas.setAttribute("aria-label", name);
  canvas.setAttribute("aria-valuemin", "0");
  canvas.setAttribute("aria-valuemax", "360");
  canvas.title = name;
  /** @type {(turn: number, tilt: number) => void} */
  const turnTo = (turn, tilt) => {
    view.turn = (Math.round(turn) + 360) % 360;
    view.tilt = Math.max(FLATTEST, Math.min(STEEPEST, Math.round(tilt)));
    tell();
    changed();
  };
  const tell = () => {
    canvas.setAttribute("aria-valuenow", String(view.turn));
    canvas.setAttribute("aria-valuetext", say(view));
  };
  /** @type {{ x: number, y: number, turn: number, tilt: number } | undefined} */
  let began;
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    began = { x: event.clientX, y: event.clientY, ...view };
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!began || !canvas.hasPointerCapture(event.pointerId)) return;
    turnTo(began.turn + (event.clientX - began.x) / 2, began.tilt + (event.clientY - began.y) / 3);
  });
  canvas.addEventListener("keydown", (event) => {
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    turnTo(view.turn + 5 * way[0], view.tilt + 5 * way[1]);
  });
  tell();
}
