// <kobai-curvatures flat="2" steep="4" rate="0.45">: for each of two curvatures the learning rates that arrive, as a bar.
import { Plane, makeCanvas, open, ticks } from "./canvas.js";
import { descentPath, quadratic } from "./functions.js";
import { drawMap, heights } from "./map.js";
import { RATES } from "./rates.js";
import { Widget, shareOf, view } from "./widget.js";
import { decimal, fill, join, plain } from "./words.js";

/** @typedef {import("./canvas.js").Point} Point */

const REACH = 4;
const LARGEST = 1.25; // learning rate
const STEPS = 60;
/** @type {Point} */
const START = [-2, 3];
const CURVATURES = Array.from({ length: 39 }, (_, k) => Number((0.2 + k * 0.1).toFixed(1))); // 0.2 to 4

class Curvatures extends Widget {
  static WORDS = {
    en: {
      title: "Two curvatures, one learning rate",
      rate: "Learning rate η",
      curvature0: "Curvature along x₀",
      curvature1: "Curvature along x₁",
      bar: "{axis}: curvature {curvature}, arrives below 2/{curvature} = {limit}",
      best: "2/(L + μ) = {best}",
      now: "Each step multiplies x₀ by 1 − {rate}·{a} = {factor0} and x₁ by 1 − {rate}·{b} = {factor1}.",
      arrives: "Both are smaller than 1 in size, so the walk arrives; the larger size, {slow}, says how fast.",
      edge: "One of them has the size 1: in that direction the walk comes no closer.",
      diverges: "One of them is larger than 1 in size: in that direction every step lands farther out.",
      fastest: "This is the best η for these two curvatures: both factors have the same size.",
    },
    ja: {
      title: "二つの曲率と一つの学習率",
      rate: "学習率 η",
      curvature0: "x₀ 方向の曲率",
      curvature1: "x₁ 方向の曲率",
      bar: "{axis}：曲率 {curvature}、2/{curvature} = {limit} より小さければ収束",
      best: "2/(L + μ) = {best}",
      now: "1 ステップごとに、x₀ は 1 − {rate}·{a} = {factor0} 倍、x₁ は 1 − {rate}·{b} = {factor1} 倍になります。",
      arrives: "どちらも大きさが 1 より小さいので到着します。速さを決めるのは大きいほうの {slow} です。",
      edge: "片方の大きさが 1 なので、その方向には近づきません。",
      diverges: "片方の大きさが 1 を超えるので、その方向には一歩ごとに遠ざかります。",
      fastest: "この二つの曲率には、この η が最も良い値です。二つの倍率の大きさが等しくなります。",
    },
  };

  rate = 0.45;
  /** @type {Point} */
  curvatures = [2, 4];
  /** @type {import("./map.js").Kept} */
  kept = {};
  /** @type {import("./widget.js").Slider[]} */
  fields = [];

  build() {
    const { words } = this;
    this.rate = Number(this.getAttribute("rate") ?? 0.45);
    this.curvatures = [Number(this.getAttribute("flat") ?? 2), Number(this.getAttribute("steep") ?? 4)];
    this.bars = makeCanvas("kobai-bars");
    this.map = makeCanvas("kobai-map");
    this.views(view("", this.bars), view("", this.map));
    this.rates = this.ladder(words.rate, RATES, this.rate, { say: String, input: (rate) => { this.rate = rate; } });
    const sliders = [0, 1].map((axis) =>
      this.ladder(words[`curvature${axis}`], CURVATURES, this.curvatures[axis], {
        say: plain,
        input: (curvature) => { this.curvatures[axis] = curvature; },
      }),
    );
    this.fields = sliders;
    this.row("kobai-controls kobai-controls-three", this.rates, ...sliders);
    this.follow(this.bars);
  }

  /**
   * Let the ends of the bars, and the line of the learning rate, be dragged.
   * @param {HTMLCanvasElement} canvas
   */
  follow(canvas) {
    /** @type {"rate" | 0 | 1} */
    let held = "rate";
    /** @param {PointerEvent} event */
    const move = (event) => {
      const box = canvas.getBoundingClientRect();
      const rate = Math.max(RATES[0], /** @type {Plane} */ (this.plane).at(event.clientX - box.left, 0)[0]);
      if (held === "rate") this.rates?.set(Math.round((shareOf(RATES, rate) ?? 1) * (RATES.length - 1)));
      else this.fields[held].set(Math.round((shareOf(CURVATURES, 2 / rate) ?? 1) * (CURVATURES.length - 1)));
      const field = held === "rate" ? this.rates?.field : this.fields[held].field;
      field?.dispatchEvent(new Event("input"));
    };
    canvas.addEventListener("pointerdown", (event) => {
      const plane = /** @type {Plane} */ (this.plane);
      const box = canvas.getBoundingClientRect();
      const [left, top] = [event.clientX - box.left, event.clientY - box.top];
      const axis = plane.at(left, top)[1] > 0.5 ? 0 : 1;
      const end = plane.x(Math.min(LARGEST, 2 / this.curvatures[axis]));
      held = Math.abs(left - end) < 22 && Math.abs(left - end) < Math.abs(left - plane.x(this.rate)) ? axis : "rate";
      canvas.setPointerCapture(event.pointerId);
      move(event);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (canvas.hasPointerCapture(event.pointerId)) move(event);
    });
  }

  update() {
    const { words, rate } = this;
    const [a, b] = this.curvatures;
    const [steep, flat] = [Math.max(a, b), Math.min(a, b)];
    const best = 2 / (steep + flat);
    this.rates?.mark(shareOf(RATES, 2 / steep), "2/L");
    if (this.bars) this.drawBars(this.bars, best);
    if (this.map) this.drawPlane(this.map);
    const factors = [1 - rate * a, 1 - rate * b];
    const slow = Math.max(...factors.map(Math.abs));
    const kind = Math.abs(slow - 1) < 1e-9 ? "edge" : slow > 1 ? "diverges" : "arrives";
    const values = { rate, a: plain(a), b: plain(b), factor0: decimal(factors[0]), factor1: decimal(factors[1]), slow: decimal(slow) };
    const isBest = kind === "arrives" && Math.abs(rate - best) < 0.005;
    this.say(join(fill(words.now, values), fill(words[kind], values), isBest ? words.fastest : ""));
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {number} best
   */
  drawBars(canvas, best) {
    const { colours, words } = this;
    const plane = new Plane(open(canvas), [0, LARGEST], [0, 1], { left: 12, right: 16, top: 22, bottom: 36 });
    this.plane = plane;
    const { pen, box } = plane;
    const bottom = box.top + box.height;
    plane.axes(ticks([0, LARGEST], 0.25), [], ["", ""], colours);
    Object.assign(pen, { fillStyle: colours.ink, textAlign: "right", textBaseline: "top" });
    pen.fillText("η", box.left + box.width, bottom + 20);
    const labels = this.curvatures.map((curvature, axis) => {
      const colour = axis ? colours.open : colours.teal;
      const limit = 2 / curvature;
      const end = plane.x(Math.min(LARGEST, limit));
      const [top, height] = [box.top + (axis * box.height) / 2 + 22, box.height / 2 - 34];
      Object.assign(pen, { fillStyle: colour, globalAlpha: 0.3 });
      pen.fillRect(box.left, top, end - box.left, height);
      pen.globalAlpha = 1;
      Object.assign(pen, { strokeStyle: colour, lineWidth: 4 });
      pen.beginPath();
      pen.moveTo(end, top);
      pen.lineTo(end, top + height);
      pen.stroke();
      const values = { axis: axis ? "x₁" : "x₀", curvature: plain(curvature), limit: plain(Number(limit.toFixed(3))) };
      return { text: fill(words.bar, values), top: top - 4 };
    });
    plane.line([[best, 0], [best, 1]], colours.good, 1.6, [4, 4]);
    Object.assign(pen, { fillStyle: colours.good, textAlign: "center", textBaseline: "bottom" });
    plane.write(fill(words.best, { best: decimal(best, 3) }), plane.x(best), box.top - 4);
    plane.line([[this.rate, 0], [this.rate, 1]], colours.warm, 2.4);
    plane.dot([this.rate, 0], 7, colours.warm, colours.card);
    Object.assign(pen, { textAlign: "left", textBaseline: "bottom" });
    for (const { text, top } of labels) {
      pen.fillStyle = colours.card; // lines run behind the words, not through them
      pen.fillRect(box.left + 1, top - 15, pen.measureText(text).width + 4, 17);
      pen.fillStyle = colours.ink;
      pen.fillText(text, box.left + 3, top);
    }
  }

  /** @param {HTMLCanvasElement} canvas */
  drawPlane(canvas) {
    const { colours } = this;
    const landscape = quadratic(...this.curvatures);
    const plane = new Plane(open(canvas), [-REACH, REACH], [-REACH, REACH], { equal: true });
    const scale = heights(landscape.f, { xs: [-REACH, REACH] });
    drawMap(plane, landscape.f, scale, colours, this.kept, this.curvatures.join());
    const path = descentPath(landscape, START, this.rate, STEPS);
    plane.inside(() => {
      plane.line(path, colours.warm, 2);
      for (const point of path) plane.dot(point, 2.6, colours.warm);
    });
    plane.goal([0, 0], colours);
    plane.axes(ticks(plane.xs, 2), ticks(plane.ys, 2), ["x₀", "x₁"], colours, true);
  }
}

customElements.define("kobai-curvatures", Curvatures);
