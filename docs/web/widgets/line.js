// <kobai-line>: move a point on the map of the loss, and see the line that it stands for.
import { Plane, makeCanvas, open, ticks } from "./canvas.js";
import { makeHandle } from "./handle.js";
import { drawMap, heights } from "./map.js";
import { Widget, make } from "./widget.js";
import { decimal, fill, join } from "./words.js";

// The five points of the lesson.
const DATA = [[0, 1.2], [1, 1.4], [2, 2.6], [3, 2.4], [4, 3.4]];
const WEIGHTS = [-0.4, 1.6];
const BIASES = [-0.5, 3.5];
const BEST = [0.54, 1.12];
const LOWEST = 0.182;

const loss = (w, b) => DATA.reduce((sum, [x, t]) => sum + (w * x + b - t) ** 2, 0) / 2;

class Line extends Widget {
  static WORDS = {
    en: {
      title: "A point on the map is a line",
      point: "Weight and bias",
      how: "Drag it, or use the arrow keys.",
      now: "w = {w}, b = {b}: E = {loss}, half the orange area.",
      far: "The gradient is ({slope0}, {slope1}): go against it.",
      near: "No line does better than E = 0.182, and this one is nearly there.",
    },
    ja: {
      title: "地図の 1 点は 1 本の直線",
      point: "重みとバイアス",
      how: "ドラッグするか、矢印キーで動かせます。",
      now: "w = {w}、b = {b} のとき E = {loss}。オレンジ色の面積の半分です。",
      far: "勾配は ({slope0}, {slope1}) です。その逆へ進みましょう。",
      near: "どんな直線でも E は 0.182 より小さくなりません。ほぼそこに着きました。",
    },
  };

  build() {
    const { words } = this;
    this.point = [0.2, 2.4];
    this.kept = {};
    this.scale = heights(loss, { xs: WEIGHTS, ys: BIASES, power: 3 });
    this.data = makeCanvas("kobai-curve");
    this.map = makeCanvas("kobai-map");
    this.handle = makeHandle(this.map, {
      name: words.point,
      how: words.how,
      names: ["w", "b"],
      within: [WEIGHTS, BIASES],
      get: () => this.point,
      set: (point) => { this.point = point; },
      plane: () => this.plane,
      changed: () => this.redraw(),
    });
    this.row(
      "kobai-views",
      make("div", { className: "kobai-view" }, this.data),
      make("div", { className: "kobai-view kobai-view-map" }, this.map, this.handle),
    );
    this.line = this.report();
    this.live.append(this.line);
  }

  update() {
    const names = ["low", "high", "contour", "ink", "soft", "walk", "mark", "paper"];
    const colours = Object.fromEntries(names.map((name) => [name, this.colour(name)]));
    this.drawData(colours);
    this.drawPlane(colours);
    const { words } = this;
    const [w, b] = this.point;
    const height = loss(w, b);
    const slope0 = DATA.reduce((sum, [x, t]) => sum + (w * x + b - t) * x, 0);
    const slope1 = DATA.reduce((sum, [x, t]) => sum + (w * x + b - t), 0);
    const now = fill(words.now, { w: decimal(w), b: decimal(b), loss: decimal(height, 3) });
    const next = fill(words.far, { slope0: decimal(slope0), slope1: decimal(slope1) });
    this.line.textContent = join(now, height < LOWEST + 0.02 ? words.near : next);
  }

  /** Draw the points, the line and each error as a square of its own size. */
  drawData(colours) {
    const plane = new Plane(open(this.data), [-0.6, 5.4], [-0.6, 5.4]);
    const { pen } = plane;
    const [w, b] = this.point;
    plane.axes(ticks([0, 5]), ticks([0, 5]), ["x", "t, y"], colours.ink, colours.soft);
    plane.inside(() => {
      for (const [x, t] of DATA) {
        const error = w * x + b - t;
        const side = Math.abs(error);
        pen.beginPath();
        pen.rect(plane.x(x), plane.y(t), plane.x(side) - plane.x(0), plane.y(error) - plane.y(0));
        Object.assign(pen, { fillStyle: colours.walk, strokeStyle: colours.walk, lineWidth: 1.2, globalAlpha: 0.35 });
        pen.fill();
        pen.globalAlpha = 1;
        pen.stroke();
      }
      plane.line([-1, 6].map((x) => [x, w * x + b]), colours.mark, 2.4);
      for (const point of DATA) plane.dot(point, 4, colours.ink);
    });
  }

  drawPlane(colours) {
    this.plane = new Plane(open(this.map), WEIGHTS, BIASES);
    drawMap(this.plane, loss, this.scale, colours, this.kept, "loss");
    this.plane.dot(BEST, 4, colours.ink, colours.paper);
    this.plane.axes(ticks(WEIGHTS, 0.5), ticks(BIASES, 1), ["w", "b"], colours.ink, colours.soft, true);
    this.handle.place();
  }
}

customElements.define("kobai-line", Line);
