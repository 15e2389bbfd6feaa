// A point on a map that can be dragged, tapped and moved with the arrow keys.
import { make } from "./widget.js";
import { decimal } from "./words.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

/**
 * Put a handle over a canvas. `get` and `set` read and write the point, `plane` gives the plane
 * that was last drawn; the point stays within `reach`.
 */
export function makeHandle(canvas, { name, how, get, set, plane, reach, changed }) {
  const handle = make("button", { type: "button", className: "kobai-handle", title: how });
  const held = (value) => Math.max(-reach, Math.min(reach, Math.round(value * 20) / 20));
  const move = ([x0, x1]) => {
    set([held(x0), held(x1)]);
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
    handle.ariaLabel = `${name}: x₀ = ${decimal(x0)}, x₁ = ${decimal(x1)}. ${how}`;
  };
  return handle;
}
