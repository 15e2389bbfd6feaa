// <kobai-descent landscape="bowl" rate="0.1" start="-2,3" views="map surface chart">
// Drag the start, change the learning rate, and watch the path of gradient descent. With `riddle`, the limit is not told.
import { Plane, makeCanvas, open, powers, ticks } from "./canvas.js";
import { LANDSCAPES, descentPath, judge } from "./functions.js";
import { makeHandle, makeTurnable } from "./handle.js";
import { drawBar, drawMap, heights } from "./map.js";
import { RATES } from "./rates.js";
import { drawSurface, drawWalk } from "./surface.js";
import { Widget, make, shareOf, view } from "./widget.js";
import { decimal, fill, join, plain, raised, short } from "./words.js";

/** @typedef {import("./canvas.js").Point} Point */

const REACH = 4;
const STEPS = 100;
const TIME = 5000; // ms for a walk

class Descent extends Widget {
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
      turn: "Turn the surface: drag it, or use the arrow keys",
      degrees: "turned by {turn} degrees, seen from {tilt} degrees above",
      play: "Walk",
      pause: "Pause",
      start: "Start",
      how: "Drag it, or use the arrow keys.",
      height: "height above the lowest point",
      step: "step",
      now: "After {steps} steps: ({x0}, {x1}), f = {f}.",
      still: "The ground is flat here already, and the walk stays.",
      arrives: "It arrives: from step {steps} on the slope is below 0.01.",
      zigzags: "It jumps across the valley at every step and still arrives: from step {steps} on the slope is below 0.01.",
      crawls: "It crawls: 100 steps are not enough.",
      closes: "It jumps from side to side, a little closer each time: 100 steps are not enough.",
      bounces: "It bounces from side to side and comes no closer.",
      wanders: "It overshoots, and 100 steps do not bring it to rest.",
      diverges: "It diverges: every jump is longer than the one before.",
      lost: "It diverges: step {steps} lands more than a million away.",
    },
    ja: {
      title: "動かして学ぶ勾配降下法",
      landscape: "関数",
      bowl: "お椀",
      unequal: "縦横で曲がり方の違うお椀",
      valleys: "二つの谷",
      rate: "学習率 η",
      limit: "{rate}（限界 2/L = {limit}）",
      steps: "表示するステップ数",
      turn: "曲面を回す（ドラッグまたは矢印キー）",
      degrees: "{turn} 度回し、{tilt} 度上から見ています",
      play: "歩く",
      pause: "止める",
      start: "出発点",
      how: "ドラッグするか、矢印キーで動かせます。",
      height: "最も低い点からの高さ",
      step: "ステップ",
      now: "{steps} ステップ後は ({x0}, {x1})、f = {f} です。",
      still: "ここはもう平らなので、動きません。",
      arrives: "到着します。ステップ {steps} から先は傾きが 0.01 より小さくなります。",
      zigzags: "毎回谷を飛び越えますが、それでも到着します。ステップ {steps} から先は傾きが 0.01 より小さくなります。",
      crawls: "歩みが遅すぎます。100 ステップでは足りません。",
      closes: "谷の両側を行き来しながら少しずつ近づきますが、100 ステップでは足りません。",
      bounces: "谷の両側を行き来するだけで、近づきません。",
      wanders: "行きすぎを繰り返し、100 ステップでは落ち着きません。",
      diverges: "発散します。一歩ごとに前より遠くへ飛びます。",
      lost: "発散します。ステップ {steps} で 100 万より遠くへ飛び出します。",
    },
  };

  /** @type {Point} */
  start = [-2, 3];
  rate = 0.1;
  shown = STEPS;
  spot = { turn: 215, tilt: 34 };
  name = "bowl";
  landscape = LANDSCAPES.bowl;
  scale = heights(LANDSCAPES.bowl.f, { xs: [-REACH, REACH] });
  /** @type {Point[]} */
  path = [];
  /** @type {{ map: import("./map.js").Kept, surface: import("./map.js").Kept }} */
  kept = { map: {}, surface: {} };
  /** @type {Record<string, HTMLCanvasElement>} */
  canvases = {};

  build() {
    const { words } = this;
    this.start = /** @type {Point} */ ((this.getAttribute("start") ?? "-2,3").split(",").map(Number));
    this.rate = Number(this.getAttribute("rate") ?? 0.1);
    this.name = this.getAttribute("landscape") ?? "bowl";
    const views = (this.getAttribute("views") ?? "map surface").split(" ");
    this.canvases = Object.fromEntries(views.map((name) => [name, makeCanvas(`kobai-${name}`)]));
    this.views(...views.map((name) => view(`kobai-view-${name}`, this.canvases[name])));
    if (this.canvases.map) this.handle = this.makeStart(this.canvases.map);
    if (this.canvases.surface) {
      makeTurnable(this.canvases.surface, this.spot, {
        name: words.turn,
        say: (spot) => fill(words.degrees, spot),
        changed: () => this.redraw(),
      });
    }
    /** @type {[string, string][]} */
    const options = Object.keys(LANDSCAPES).map((key) => [key, `${words[key]}: ${LANDSCAPES[key].formula}`]);
    this.rates = this.ladder(words.rate, RATES, this.rate, {
      say: (rate) => {
        const { curvature } = LANDSCAPES[this.name];
        return curvature && !this.hasAttribute("riddle") ? fill(words.limit, { rate, limit: plain(2 / curvature) }) : String(rate);
      },
      input: (rate) => { this.rate = rate; this.stop(); this.show(STEPS); },
    });
    this.row("kobai-controls", this.rates, this.walking(), this.choice(words.landscape, options, this.name, (name) => this.take(name)));
    this.take(this.name);
  }

  /** @param {HTMLCanvasElement} canvas */
  makeStart(canvas) {
    const handle = makeHandle(canvas, {
      name: this.words.start,
      how: this.words.how,
      within: [[-REACH, REACH], [-REACH, REACH]],
      get: () => this.start,
      set: (point) => { this.start = point; },
      plane: () => /** @type {Plane} */ (this.plane),
      changed: () => { this.stop(); this.show(STEPS); },
    });
    canvas.parentElement?.append(handle);
    return handle;
  }

  /** How many steps are shown, with a button that walks through them. */
  walking() {
    this.counter = this.slider(this.words.steps, {
      min: 0, max: STEPS, step: 1, value: STEPS,
      say: String,
      input: (shown) => { this.stop(); this.shown = shown; },
    });
    this.player = this.button(this.words.play, () => (this.clock === undefined ? this.walk() : this.stop()));
    return make("div", { className: "kobai-steps" }, this.counter, this.player);
  }

  /** @param {string} name */
  take(name) {
    this.name = name;
    this.landscape = LANDSCAPES[name];
    this.scale = heights(this.landscape.f, { xs: [-REACH, REACH] });
    const { curvature } = this.landscape;
    this.rates?.tell();
    this.rates?.mark(curvature && !this.hasAttribute("riddle") ? shareOf(RATES, 2 / curvature) : undefined, "2/L");
    this.stop();
    this.show(STEPS);
  }

  /** @param {number} steps */
  show(steps) {
    this.shown = steps;
    this.counter?.set(steps);
    this.redraw();
  }

  /** Walk slowly at first, where the steps are long, and faster where little happens. */
  walk() {
    if (this.player) this.player.textContent = this.words.pause;
    const end = this.path.length - 1;
    this.play(TIME, (share) => this.show(Math.round(end * share ** 2)), () => { this.stop(); this.show(STEPS); });
  }

  stop() {
    this.halt();
    if (this.player) this.player.textContent = this.words.play;
  }

  update() {
    const { colours, canvases } = this;
    this.path = descentPath(this.landscape, this.start, this.rate, STEPS);
    const walked = this.path.slice(0, this.shown + 1);
    if (canvases.map) this.drawPlane(canvases.map, walked);
    if (canvases.surface) {
      const sheet = open(canvases.surface);
      const place = drawSurface(sheet, this.landscape.f, REACH, this.scale, this.spot, colours, this.kept.surface, this.name);
      drawWalk(sheet, place, walked, REACH, colours.warm);
    }
    if (canvases.chart) this.drawChart(canvases.chart, walked);
    this.tell(walked);
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Point[]} walked
   */
  drawPlane(canvas, walked) {
    const { colours } = this;
    const plane = new Plane(open(canvas), [-REACH, REACH], [-REACH, REACH], { right: 50, equal: true });
    this.plane = plane;
    drawMap(plane, this.landscape.f, this.scale, colours, this.kept.map, this.name);
    plane.inside(() => {
      plane.line(walked, colours.warm, 2.2);
      for (const point of walked) plane.dot(point, 2.6, colours.warm);
      plane.dot(walked[walked.length - 1], 5.5, colours.warm, colours.card);
    });
    plane.axes(ticks([-REACH, REACH], 2), ticks([-REACH, REACH], 2), ["x₀", "x₁"], colours, true);
    drawBar(plane, this.scale, colours, "f");
    this.handle?.place();
  }

  /**
   * Draw how high each step lies, on a logarithmic scale.
   * @param {HTMLCanvasElement} canvas
   * @param {Point[]} walked
   */
  drawChart(canvas, walked) {
    const { colours, landscape } = this;
    const plane = new Plane(open(canvas), [0, STEPS], [-4, 4], { left: 44, right: 16 });
    const points = walked.map((point, step) => /** @type {Point} */ ([step, Math.log10(Math.max(landscape.f(...point) - landscape.lowest, 1e-9))]));
    plane.axes(ticks([0, STEPS], 20), powers([-4, -2, 0, 2, 4], raised), [this.words.step, this.words.height], colours);
    plane.inside(() => {
      plane.line(points, colours.warm, 2);
      for (const point of points) plane.dot(point, 1.8, colours.warm);
    });
  }

  /** @param {Point[]} walked */
  tell(walked) {
    const { words, landscape } = this;
    const [x0, x1] = walked[walked.length - 1];
    const { kind, steps } = judge(landscape, this.path, STEPS);
    const write = Math.hypot(x0, x1) > 1000 ? short : decimal;
    const now = fill(words.now, { steps: walked.length - 1, x0: write(x0), x1: write(x1), f: short(landscape.f(x0, x1)) });
    this.say(this.shown === STEPS && this.clock === undefined ? join(now, fill(words[kind], { steps })) : now);
  }
}

customElements.define("kobai-descent", Descent);
