// <kobai-line>: move a point on the map of the loss, or let it walk, and see the line that it stands for.
import { Plane, makeCanvas, open, ticks } from "./canvas.js";
import { descentPath } from "./functions.js";
import { makeHandle } from "./handle.js";
import { drawBar, drawMap, heights } from "./map.js";
import { Widget, view } from "./widget.js";
import { decimal, fill, join } from "./words.js";

/** @typedef {import("./canvas.js").Point} Point */

/** @type {Point[]} the five points of the lesson */
const DATA = [[0, 1.2], [1, 1.4], [2, 2.6], [3, 2.4], [4, 3.4]];
/** @type {Point} */
const WEIGHTS = [-0.4, 1.6];
/** @type {Point} */
const BIASES = [-0.5, 3.5];
/** @type {Point} */
const BEST = [0.54, 1.12];
const LOWEST = 0.182;
const RATE = 0.05; // below the limit 2/L = 0.060 of this landscape
const STEPS = 100;
const TIME = 5000; // ms

/** @type {import("./map.js").Height} */
const loss = (w, b) => DATA.reduce((sum, [x, t]) => sum + (w * x + b - t) ** 2, 0) / 2;
/** @type {(w: number, b: number) => Point} */
const gradient = (w, b) => [
  DATA.reduce((sum, [x, t]) => sum + (w * x + b - t) * x, 0),
  DATA.reduce((sum, [x, t]) => sum + (w * x + b - t), 0),
];

class Line extends Widget {
  static WORDS = {
    en: {
      title: "A point on the map is a line",
      point: "Weight and bias",
      how: "Drag it, or use the arrow keys.",
      walk: "Walk downhill",
      pause: "Pause",
      now: "w = {w}, b = {b}: E = {loss}, half the orange area.",
      step: "Step {step} with η = 0.05.",
      far: "The gradient is ({slope0}, {slope1}): go against it.",
      near: "No line does better than E = 0.182, and this one is nearly there.",
    },
    ja: {
      title: "地図の 1 点は 1 本の直線",
      point: "重みとバイアス",
      how: "ドラッグするか、矢印キーで動かせます。",
      walk: "下って歩く",
      pause: "止める",
      now: "w = {w}、b = {b} のとき E = {loss}。オレンジ色の面積の半分です。",
      step: "η = 0.05 で {step} ステップ。",
      far: "勾配は ({slope0}, {slope1}) です。その逆へ進みましょう。",
      near: "どんな直線でも E は 0.182 より小さくなりません。ほぼそこに着きました。",
    },
  };

  /** @type {Point} */
  point = [0.2, 2.4];
  /** @type {Point[]} */
  trail = [];
  scale = heights(loss, { xs: WEIGHTS, ys: BIASES, power: 3 });
  /** @type {import("./map.js").Kept} */
  kept = {};

  build() {
    const { words } = this;
    this.map = makeCanvas("kobai-map");
    this.data = makeCanvas("kobai-curve");
    this.handle = makeHandle(this.map, {
      name: words.point,
      how: words.how,
      names: ["w", "b"],
      within: [WEIGHTS, BIASES],
      get: () => this.point,
      set: (point) => { this.point = point; },
      plane: () => /** @type {Plane} */ (this.plane),
      changed: () => { this.stop(); this.trail = []; this.redraw(); },
    });
    this.views(view("kobai-view-map", this.map, this.handle), view("", this.data));
    this.player = this.button(words.walk, () => (this.clock === undefined ? this.walk() : this.stop()));
    this.row("kobai-controls kobai-controls-one", this.player);
  }

  walk() {
    const path = descentPath({ gradient }, this.point, RATE, STEPS);
    if (this.player) this.player.textContent = this.words.pause;
    this.play(TIME, (share) => {
      const step = Math.round(STEPS * share ** 2);
      this.point = path[step];
      this.trail = path.slice(0, step + 1);
      this.redraw();
    }, () => { this.stop(); this.redraw(); });
  }

  stop() {
    this.halt();
    if (this.player) this.player.textContent = this.words.walk;
  }

  update() {
    if (this.data) this.drawData(this.data);
    if (this.map) this.drawPlane(this.map);
    const { words } = this;
    const [w, b] = this.point;
    const height = loss(w, b);
    const [slope0, slope1] = gradient(w, b);
    const step = this.trail.length ? fill(words.step, { step: this.trail.length - 1 }) : "";
    const now = fill(words.now, { w: decimal(w), b: decimal(b), loss: decimal(height, 3) });
    const next = fill(words.far, { slope0: decimal(slope0), slope1: decimal(slope1) });
    this.say(join(step, now, height < LOWEST + 0.02 ? words.near : next));
  }

  /**
   * Draw the points, the line and each error as a square of its own size.
   * @param {HTMLCanvasElement} canvas
   */
  drawData(canvas) {
    const { colours } = this;
    const plane = new Plane(open(canvas), [-0.6, 5.4], [-0.6, 5.4], { equal: true });
    const { pen } = plane;
    const [w, b] = this.point;
    plane.axes(ticks([0, 5]), ticks([0, 5]), ["x", "t, y"], colours);
    plane.inside(() => {
      for (const [x, t] of DATA) {
        const error = w * x + b - t;
        const side = Math.abs(error);
        pen.beginPath();
        pen.rect(plane.x(x), plane.y(t), plane.x(side) - plane.x(0), plane.y(error) - plane.y(0));
        Object.assign(pen, { fillStyle: colours.warm, strokeStyle: colours.warm, lineWidth: 1.2, globalAlpha: 0.35 });
        pen.fill();
        pen.globalAlpha = 1;
        pen.stroke();
      }
      plane.line([[-1, b - w], [6, 6 * w + b]], colours.teal, 2.4);
      for (const point of DATA) plane.dot(point, 4, colours.ink);
    });
  }

  /** @param {HTMLCanvasElement} canvas */
  drawPlane(canvas) {
    const { colours } = this;
    const plane = new Plane(open(canvas), WEIGHTS, BIASES, { right: 50 });
    this.plane = plane;
    drawMap(plane, loss, this.scale, colours, this.kept, "loss");
    plane.inside(() => {
      plane.line(this.trail, colours.warm, 2);
      for (const point of this.trail) plane.dot(point, 2.2, colours.warm);
    });
    plane.goal(BEST, colours);
    plane.axes(ticks(WEIGHTS, 0.5), ticks(BIASES, 1), ["w", "b"], colours, true);
    drawBar(plane, this.scale, colours, "E");
    this.handle?.place();
  }
}

customElements.define("kobai-line", Line);
