// A point on a map that can be dragged, tapped and moved with the arrow keys.
import { make } from "./widget.js";
import { decimal } from "./words.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

/**
 * Put a handle over a canvas. `get` and `set` read and write the point, `plane` gives the plane
 * that was last drawn; the point stays `within` its bounds.
 */
export function makeHandle(canvas, { name, how, names = ["x₀", "x₁"], get, set, plane, within, changed }) {
  const handle = make("button", { type: "button", className: "kobai-handle", title: how });
  const held = (value, [least, most]) => Math.max(least, Math.min(most, Math.round(value * 20) / 20));
  const move = (point) => {
    set(point.map((value, which) => held(value, within[which])));
    changed();
  };
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
  handle.place = () => {
    const [x0, x1] = get();
    handle.style.left = `${plane().x(x0)}px`;
    handle.style.top = `${plane().y(x1)}px`;
    handle.ariaLabel = `${name}: ${names[0]} = ${decimal(x0)}, ${names[1]} = ${decimal(x1)}. ${how}`;
  };
  return handle;
}
