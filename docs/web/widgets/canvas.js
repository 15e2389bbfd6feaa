// A sharp canvas, and a plane with axes on it.
import { within } from "./clipping.js";
import { make } from "./widget.js";

/** @typedef {[number, number]} Point */
/** @typedef {[number, string]} Tick */
/**
 * @typedef {object} Sheet a canvas that is open for drawing; lengths in CSS pixels
 * @property {CanvasRenderingContext2D} pen
 * @property {number} width
 * @property {number} height
 * @property {number} ratio device pixels in a CSS pixel
 */

/**
 * Make a canvas for pictures whose meaning the report line says in words.
 * @param {string} className
 */
export const makeCanvas = (className) => {
  const canvas = make("canvas", { className });
  canvas.ariaHidden = "true";
  return canvas;
};

/**
 * Size a canvas to its place on the page, and wipe it.
 * @param {HTMLCanvasElement} canvas
 * @returns {Sheet}
 */
export function open(canvas) {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = Math.min(devicePixelRatio || 1, 2);
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.font = `12px ${getComputedStyle(canvas).fontFamily}`;
  pen.lineJoin = "round";
  pen.lineCap = "round";
  return { pen, width, height, ratio };
}

/** A rectangle of the canvas on which x runs from left to right and y from bottom to top. */
export class Plane {
  /**
   * @param {Sheet} sheet
   * @param {Point} xs the ends of x
   * @param {Point} ys the ends of y
   * @param {{ left?: number, right?: number, top?: number, bottom?: number, equal?: boolean }} [room]
   *   the margins; `equal` keeps one scale for x and y
   */
  constructor(sheet, xs, ys, { left = 36, right = 12, top = 8, bottom = 36, equal = false } = {}) {
    this.pen = sheet.pen;
    this.ratio = sheet.ratio;
    this.sheet = sheet;
    this.xs = xs;
    this.ys = ys;
    const box = { left, top, width: sheet.width - left - right, height: sheet.height - top - bottom };
    if (equal) {
      const scale = Math.min(box.width / (xs[1] - xs[0]), box.height / (ys[1] - ys[0]));
      const [width, height] = [scale * (xs[1] - xs[0]), scale * (ys[1] - ys[0])];
      box.left += (box.width - width) / 2;
      box.top += (box.height - height) / 2;
      Object.assign(box, { width, height });
    }
    this.box = box;
  }

  /** @param {number} value */
  x(value) {
    return this.box.left + ((value - this.xs[0]) / (this.xs[1] - this.xs[0])) * this.box.width;
  }

  /** @param {number} value */
  y(value) {
    return this.box.top + (1 - (value - this.ys[0]) / (this.ys[1] - this.ys[0])) * this.box.height;
  }

  /**
   * Return the point of the plane below a point of the canvas.
   * @param {number} left
   * @param {number} top
   * @returns {Point}
   */
  at(left, top) {
    const { box, xs, ys } = this;
    return [
      xs[0] + ((left - box.left) / box.width) * (xs[1] - xs[0]),
      ys[1] - ((top - box.top) / box.height) * (ys[1] - ys[0]),
    ];
  }

  /**
   * Draw what must not leave the box.
   * @param {() => void} draw
   */
  inside(draw) {
    const { left, top, width, height } = this.box;
    this.pen.save();
    this.pen.beginPath();
    this.pen.rect(left, top, width, height);
    this.pen.clip();
    draw();
    this.pen.restore();
  }

  /**
   * Draw a line through points; what lies far outside is cut where the line leaves, so that no
   * part of it is bent.
   * @param {Point[]} points
   * @param {string} colour
   * @param {number[]} dash
   */
  line(points, colour, width = 2, dash = /** @type {number[]} */ ([])) {
    const { pen, box } = this;
    const far = { left: box.left - 50, top: box.top - 50, right: box.left + box.width + 50, bottom: box.top + box.height + 50 };
    pen.beginPath();
    /** @type {Point | undefined} */
    let last;
    for (const [x, y] of points) {
      /** @type {Point} */
      const here = [this.x(x), this.y(y)];
      if (last) {
        const seen = within(last, here, far);
        if (seen) {
          pen.moveTo(...seen[0]);
          pen.lineTo(...seen[1]);
        }
      }
      last = here;
    }
    pen.setLineDash(dash);
    Object.assign(pen, { strokeStyle: colour, lineWidth: width });
    pen.stroke();
    pen.setLineDash([]);
  }

  /**
   * @param {Point} point
   * @param {number} radius
   * @param {string} colour
   * @param {string} [edge]
   */
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

  /**
   * Mark the lowest point, as the course's pictures do: an open ring.
   * @param {Point} point
   * @param {import("./palette.js").Palette} colours
   */
  goal(point, colours) {
    this.dot(point, 5, colours.card, colours.teal);
  }

  /**
   * Draw an arrow from one point to another.
   * @param {Point} from
   * @param {Point} to
   * @param {string} colour
   */
  arrow(from, to, colour) {
    this.line([from, to], colour, 3);
    const angle = Math.atan2(this.y(to[1]) - this.y(from[1]), this.x(to[0]) - this.x(from[0]));
    const { pen } = this;
    pen.beginPath();
    for (const [ahead, aside] of [[4, 0], [-8, 5], [-8, -5]]) {
      pen.lineTo(
        this.x(to[0]) + ahead * Math.cos(angle) - aside * Math.sin(angle),
        this.y(to[1]) + ahead * Math.sin(angle) + aside * Math.cos(angle),
      );
    }
    pen.fillStyle = colour;
    pen.fill();
  }

  /**
   * Write a text that stays within the canvas.
   * @param {string} text
   * @param {number} left
   * @param {number} top
   */
  write(text, left, top) {
    const half = this.pen.measureText(text).width / 2;
    const held = this.pen.textAlign === "center" ? Math.min(this.sheet.width - half - 1, Math.max(half + 1, left)) : left;
    this.pen.fillText(text, held, top);
  }

  /**
   * Draw the frame, the ticks and the names of the axes, outside on a map.
   * @param {Tick[]} xTicks
   * @param {Tick[]} yTicks
   * @param {[string, string]} names
   * @param {import("./palette.js").Palette} colours
   */
  axes(xTicks, yTicks, names, { ink, soft }, outside = false) {
    const { pen, box } = this;
    const bottom = box.top + box.height;
    Object.assign(pen, { strokeStyle: soft, fillStyle: ink, lineWidth: 1, textAlign: "center", textBaseline: "top" });
    pen.beginPath();
    pen.moveTo(box.left, box.top);
    pen.lineTo(box.left, bottom);
    pen.lineTo(box.left + box.width, bottom);
    for (const [value, text] of xTicks) {
      pen.moveTo(this.x(value), bottom);
      pen.lineTo(this.x(value), bottom + 4);
      this.write(text, this.x(value), bottom + 6);
    }
    Object.assign(pen, { textAlign: "right", textBaseline: "middle" });
    for (const [value, text] of yTicks) {
      pen.moveTo(box.left, this.y(value));
      pen.lineTo(box.left - 4, this.y(value));
      pen.fillText(text, box.left - 6, this.y(value));
    }
    pen.stroke();
    if (outside) {
      pen.fillText(names[1], box.left - 20, box.top + box.height / 4);
      Object.assign(pen, { textAlign: "center", textBaseline: "top" });
      pen.fillText(names[0], box.left + (box.width * 3) / 4, bottom + 19);
      return;
    }
    pen.textBaseline = "bottom";
    pen.fillText(names[0], box.left + box.width, bottom - 3);
    Object.assign(pen, { textAlign: "left", textBaseline: "top" });
    pen.fillText(names[1], box.left + 6, box.top);
  }
}

/**
 * Return the numbers, each `every` apart, as ticks.
 * @param {Point} ends
 * @returns {Tick[]}
 */
export function ticks([from, to], every = 1) {
  /** @type {Tick[]} */
  const marks = [];
  for (let value = Math.ceil(from / every) * every; value <= to + 1e-9; value += every) {
    marks.push([value, String(Math.round(value * 100) / 100).replace("-", "−")]);
  }
  return marks;
}

/**
 * Return powers of ten as ticks of a logarithmic axis.
 * @param {number[]} exponents
 * @param {(exponent: number) => string} raised
 * @returns {Tick[]}
 */
export const powers = (exponents, raised) => exponents.map((exponent) => [exponent, `10${raised(exponent)}`]);
