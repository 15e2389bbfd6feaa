// A sharp canvas, and a plane with axes on it.
import { make } from "./widget.js";

/** Make a canvas for pictures whose meaning the report line says in words. */
export const makeCanvas = (className) => {
  const canvas = make("canvas", { className });
  canvas.ariaHidden = "true";
  return canvas;
};

/** Size a canvas to its place on the page; give its pen, width and height in CSS pixels. */
export function open(canvas) {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = Math.min(devicePixelRatio || 1, 2);
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const pen = canvas.getContext("2d");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.font = `12px ${getComputedStyle(canvas).fontFamily}`;
  pen.lineJoin = "round";
  return { pen, width, height, ratio };
}

/** A rectangle of the canvas on which x runs from left to right and y from bottom to top. */
export class Plane {
  constructor({ pen, width, height, ratio }, xs, ys, margin) {
    Object.assign(this, { pen, xs, ys, ratio });
    const { left = 36, right = 8, top = 8, bottom = 36 } = margin ?? {};
    this.box = { left, top, width: width - left - right, height: height - top - bottom };
  }

  x(value) {
    return this.box.left + ((value - this.xs[0]) / (this.xs[1] - this.xs[0])) * this.box.width;
  }

  y(value) {
    return this.box.top + (1 - (value - this.ys[0]) / (this.ys[1] - this.ys[0])) * this.box.height;
  }

  /** Give the point of the plane below a point of the canvas. */
  at(left, top) {
    const { box, xs, ys } = this;
    return [
      xs[0] + ((left - box.left) / box.width) * (xs[1] - xs[0]),
      ys[1] - ((top - box.top) / box.height) * (ys[1] - ys[0]),
    ];
  }

  /** Draw what must not leave the box. */
  inside(draw) {
    const { left, top, width, height } = this.box;
    this.pen.save();
    this.pen.beginPath();
    this.pen.rect(left, top, width, height);
    this.pen.clip();
    draw();
    this.pen.restore();
  }

  /** Draw a line through points, each [x, y]; far points are held within what a canvas can draw. */
  line(points, colour, width = 2, dash = []) {
    const { pen } = this;
    const held = (value) => Math.max(-1e5, Math.min(1e5, value));
    pen.beginPath();
    for (const [x, y] of points) pen.lineTo(held(this.x(x)), held(this.y(y)));
    pen.setLineDash(dash);
    Object.assign(pen, { strokeStyle: colour, lineWidth: width });
    pen.stroke();
    pen.setLineDash([]);
  }

  dot([x, y], radius, colour, edge) {
    const { pen } = this;
    pen.beginPath();
    pen.arc(this.x(x), this.y(y), radius, 0, 2 * Math.PI);
    pen.fillStyle = colour;
    pen.fill();
    if (!edge) return;
    Object.assign(pen, { strokeStyle: edge, lineWidth: 2 });
    pen.stroke();
  }

  /** Draw the frame, the ticks [value, text] and the names of the axes, outside on a map. */
  axes(xTicks, yTicks, names, ink, faint, outside = false) {
    const { pen, box } = this;
    const bottom = box.top + box.height;
    Object.assign(pen, { strokeStyle: faint, fillStyle: ink, lineWidth: 1, textAlign: "center", textBaseline: "top" });
    pen.beginPath();
    pen.moveTo(box.left, box.top);
    pen.lineTo(box.left, bottom);
    pen.lineTo(box.left + box.width, bottom);
    for (const [value, text] of xTicks) {
      pen.moveTo(this.x(value), bottom);
      pen.lineTo(this.x(value), bottom + 4);
      pen.fillText(text, this.x(value), bottom + 6);
    }
    Object.assign(pen, { textAlign: "right", textBaseline: "middle" });
    for (const [value, text] of yTicks) {
      pen.moveTo(box.left, this.y(value));
      pen.lineTo(box.left - 4, this.y(value));
      pen.fillText(text, box.left - 6, this.y(value));
    }
    pen.stroke();
    if (outside) {
      pen.fillText(names[1], box.left - 22, box.top + box.height / 4);
      Object.assign(pen, { textAlign: "center", textBaseline: "top" });
      pen.fillText(names[0], box.left + (box.width * 3) / 4, bottom + 19);
      return;
    }
    pen.textBaseline = "bottom";
    pen.fillText(names[0], box.left + box.width, bottom - 3);
    Object.assign(pen, { textAlign: "left", textBaseline: "top" });
    pen.fillText(names[1], box.left + 5, box.top);
  }
}

/** Give the whole numbers, each `every` apart, as ticks. */
export function ticks([from, to], every = 1) {
  const marks = [];
  for (let value = Math.ceil(from / every) * every; value <= to + 1e-9; value += every) {
    marks.push([value, String(Math.round(value * 100) / 100).replace("-", "−")]);
  }
  return marks;
}
