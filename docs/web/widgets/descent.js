// <kobai-descent landscape="bowl" rate="0.1" start="-2,3" views="map surface chart">
// Drag the start, change the learning rate, and watch the path of gradient descent.
import { Plane, makeCanvas, open, ticks } from "./canvas.js";
import { LANDSCAPES, descentPath, judge } from "./functions.js";
import { makeHandle } from "./handle.js";
import { drawMap, heights } from "./map.js";
import { drawSurface, drawWalk } from "./surface.js";
import { Widget, make } from "./widget.js";
import { decimal, fill, join, raised, short } from "./words.js";

const REACH = 4;
const STEPS = 100;
const SLOWEST = 0.005;
const FASTEST = 1.25;

export class Descent extends Widget {
  static WORDS = {
    en: {
      title: "Gradient descent to play with",
      landscape: "Function",
      bowl: "bowl",
      unequal: "unequal bowl",
      valleys: "two valleys",
      rate: "Learning rate η",
      limit: "{rate} (limit 2/L = {limit})",
      steps: "Steps shown",
      turn: "Turn the surface",
      degrees: "{angle} degrees",
      play: "Walk",
      pause: "Pause",
      start: "Start",
      how: "Drag it, or use the arrow keys.",
      height: "f at each step",
      step: "step",
      now: "After {steps} steps: ({x0}, {x1}), f = {f}.",
      arrives: "It arrives: the slope is below 0.01 from step {steps} on.",
      zigzags: "It jumps across the valley at every step, closer each time: the slope is below 0.01 from step {steps} on.",
      crawls: "It crawls: 100 steps are not enough.",
      bounces: "It bounces from side to side and comes no closer.",
      diverges: "It diverges: every step lands farther out than the one before.",
    },
    ja: {
      title: "動かして学ぶ勾配降下法",
      landscape: "関数",
      bowl: "お椀",
      unequal: "傾きの違うお椀",
      valleys: "二つの谷",
      rate: "学習率 η",
      limit: "{rate}（限界 2/L = {limit}）",
      steps: "表示するステップ数",
      turn: "曲面を回す",
      degrees: "{angle} 度",
      play: "歩く",
      pause: "止める",
      start: "出発点",
      how: "ドラッグするか、矢印キーで動かせます。",
      height: "各ステップの f",
      step: "ステップ",
      now: "{steps} ステップ後: ({x0}, {x1})、f = {f}。",
      arrives: "到着します。ステップ {steps} から先は傾きが 0.01 より小さくなります。",
      zigzags: "毎回谷を飛び越えますが、少しずつ近づきます。ステップ {steps} から先は傾きが 0.01 より小さくなります。",
      crawls: "歩みが遅すぎます。100 ステップでは足りません。",
      bounces: "谷の両側を行き来するだけで、近づきません。",
      diverges: "発散します。一歩ごとに前より遠くへ飛んでいきます。",
    },
  };

  build() {
    const { words } = this;
    const start = (this.getAttribute("start") ?? "-2,3").split(",").map(Number);
    const rate = Number(this.getAttribute("rate") ?? 0.1);
    const views = (this.getAttribute("views") ?? "map surface").split(" ");
    Object.assign(this, { start, rate, shown: STEPS, turn: 215, kept: {} });
    this.name = this.getAttribute("landscape") ?? "bowl";

    this.canvases = Object.fromEntries(views.map((view) => [view, makeCanvas(`kobai-${view}`)]));
    this.row("kobai-views", ...views.map((view) => make("div", { className: `kobai-view kobai-view-${view}` }, this.canvases[view])));
    if (this.canvases.map) this.buildHandle();

    const controls = this.row("kobai-controls");
    controls.append(
      this.choice(words.landscape, Object.keys(LANDSCAPES).map((key) => [key, `${words[key]}: ${LANDSCAPES[key].formula}`]), this.name, (name) => this.take(name)),
      this.rates(),
      this.walking(),
    );
    if (this.canvases.surface) {
      controls.append(this.slider(words.turn, {
        min: 0, max: 360, step: 5, value: this.turn,
        say: (angle) => fill(words.degrees, { angle }),
        input: (angle) => { this.turn = angle; },
      }));
    }
    this.line = this.report();
    this.live.append(this.line);
    this.take(this.name);
  }

  buildHandle() {
    this.handle = makeHandle(this.canvases.map, {
      name: this.words.start,
      how: this.words.how,
      within: [[-REACH, REACH], [-REACH, REACH]],
      get: () => this.start,
      set: (point) => { this.start = point; },
      plane: () => this.plane,
      changed: () => { this.stop(); this.show(STEPS); },
    });
    this.canvases.map.parentElement.append(this.handle);
  }

  /** The learning rate, on a logarithmic slider: the ends are 250 times apart. */
  rates() {
    const { words } = this;
    const toRate = (at) => Number((SLOWEST * (FASTEST / SLOWEST) ** at).toPrecision(2));
    const toPlace = (rate) => Math.log(rate / SLOWEST) / Math.log(FASTEST / SLOWEST);
    this.rateSlider = this.slider(words.rate, {
      min: 0, max: 1, step: "any", value: toPlace(this.rate),
      say: (at) => {
        const { curvature } = LANDSCAPES[this.name];
        const rate = String(toRate(at));
        return curvature ? fill(words.limit, { rate, limit: 2 / curvature }) : rate;
      },
      input: (at) => { this.rate = toRate(at); this.stop(); this.show(STEPS); },
    });
    const { field } = this.rateSlider;
    field.addEventListener("keydown", (event) => {
      const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (!way) return; // step="any" leaves the arrow keys no step of their own
      event.preventDefault();
      field.value = Number(field.value) + way / 60;
      field.dispatchEvent(new Event("input"));
    });
    return this.rateSlider;
  }

  /** How many steps are shown, with a button that walks through them. */
  walking() {
    this.stepSlider = this.slider(this.words.steps, {
      min: 0, max: STEPS, step: 1, value: STEPS,
      say: String,
      input: (shown) => { this.stop(); this.shown = shown; },
    });
    this.button = make("button", { type: "button", className: "kobai-button" }, this.words.play);
    this.button.addEventListener("click", () => (this.clock ? this.stop() : this.walk()));
    return make("div", { className: "kobai-steps" }, this.stepSlider, this.button);
  }

  take(name) {
    this.name = name;
    this.landscape = LANDSCAPES[name];
    this.scale = heights(this.landscape.f, { xs: [-REACH, REACH] });
    this.rateSlider.tell();
    this.stop();
    this.show(STEPS);
  }

  show(steps) {
    this.shown = steps;
    this.stepSlider.set(steps);
    this.redraw();
  }

  walk() {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.show(STEPS);
    this.show(0);
    this.button.textContent = this.words.pause;
    this.clock = setInterval(() => {
      if (this.shown >= this.path.length - 1 || !this.isConnected) return this.stop();
      this.show(this.shown + 1);
    }, 90);
  }

  stop() {
    clearInterval(this.clock);
    this.clock = undefined;
    if (this.button) this.button.textContent = this.words.play;
  }

  update() {
    const names = ["low", "high", "contour", "ink", "soft", "walk", "mark", "paper"];
    this.colours = Object.fromEntries(names.map((name) => [name, this.colour(name)]));
    this.path = descentPath(this.landscape, this.start, this.rate, STEPS);
    const walked = this.path.slice(0, this.shown + 1);
    if (this.canvases.map) this.drawPlane(walked);
    if (this.canvases.surface) {
      const pen = open(this.canvases.surface);
      const place = drawSurface(pen, this.landscape.f, REACH, this.scale, (this.turn * Math.PI) / 180, this.colours, this.kept, this.name);
      drawWalk(pen, place, walked, REACH, this.colours.walk);
    }
    if (this.canvases.chart) this.drawChart(walked);
    if (!this.clock) this.tell(walked);
  }

  drawPlane(walked) {
    const { colours } = this;
    this.plane = new Plane(open(this.canvases.map), [-REACH, REACH], [-REACH, REACH]);
    drawMap(this.plane, this.landscape.f, this.scale, colours, this.kept, this.name);
    this.plane.inside(() => {
      this.plane.line(walked, colours.walk, 2.2);
      for (const point of walked) this.plane.dot(point, 2.6, colours.walk);
    });
    this.plane.axes(ticks([-REACH, REACH], 2), ticks([-REACH, REACH], 2), ["x₀", "x₁"], colours.ink, colours.soft, true);
    this.handle.place();
  }

  /** Draw f at each step, on a logarithmic scale of six powers of ten. */
  drawChart(walked) {
    const { colours } = this;
    const [bottom, top] = [-4, 4];
    const plane = new Plane(open(this.canvases.chart), [0, STEPS], [bottom, top], { left: 44 });
    const least = this.name === "valleys" ? -1.03 : 0; // the deep valley's floor, just below it
    const points = walked.map((point, step) => [step, Math.log10(Math.max(this.landscape.f(...point) - least, 1e-9))]);
    const powers = [-4, -2, 0, 2, 4].map((power) => [power, `10${raised(power)}`]);
    plane.axes(ticks([0, STEPS], 20), powers, [this.words.step, this.words.height], colours.ink, colours.soft);
    plane.inside(() => {
      plane.line(points, colours.walk, 2);
      for (const point of points) plane.dot(point, 1.8, colours.walk);
    });
  }

  tell(walked) {
    const { words, landscape } = this;
    const [x0, x1] = walked.at(-1);
    const { kind, steps } = judge(landscape, this.path);
    const far = Math.hypot(x0, x1) > 1000;
    const write = far ? short : decimal;
    const now = fill(words.now, { steps: walked.length - 1, x0: write(x0), x1: write(x1), f: short(landscape.f(x0, x1)) });
    this.line.textContent = this.shown === STEPS ? join(now, fill(words[kind], { steps })) : now;
  }
}

customElements.define("kobai-descent", Descent);
