// <kobai-network starts="0.35 0.82 …, 0.19 …">: ten numbers are trained in front of the reader.
import { Plane, makeCanvas, open, powers, ticks } from "./canvas.js";
import { WAVE, loss, predict, step } from "./training.js";
import { Widget, make, view } from "./widget.js";
import { decimal, fill, join, raised, short } from "./words.js";

/** @typedef {import("./canvas.js").Point} Point */

const STEPS = 3000;
const TIME = 8000; // ms
const RATES = [0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05];
const NAMES = ["w₁", "w₂", "w₃", "b₁", "b₂", "b₃", "v₁", "v₂", "v₃", "c"];
const FAR = 1e6;

class Network extends Widget {
  static WORDS = {
    en: {
      title: "Ten numbers learn a wave",
      train: "Train",
      pause: "Pause",
      again: "Back to the start",
      rate: "Learning rate η",
      start: "The ten random numbers",
      seed: "default_rng({seed})",
      reach: "Look from … to …",
      near: "−3 to 3, where the points lie",
      wide: "−6 to 6, where nobody measured",
      numbers: "the ten numbers",
      loss: "loss E",
      step: "step",
      now: "Step {step}: the loss is {loss}.",
      begin: "Ten random numbers, and a curve that fits nothing yet. Train them.",
      lost: "The loss has run away: η is too large for this landscape.",
      done: "{steps} steps took {asked} values of the loss.",
    },
    ja: {
      title: "10 個の数が波を学ぶ",
      train: "学習させる",
      pause: "止める",
      again: "最初に戻す",
      rate: "学習率 η",
      start: "最初の 10 個の乱数",
      seed: "default_rng({seed})",
      reach: "見る範囲",
      near: "−3 から 3（点のある範囲）",
      wide: "−6 から 6（誰も測っていない範囲も）",
      numbers: "10 個の数",
      loss: "損失 E",
      step: "ステップ",
      now: "ステップ {step}：損失は {loss} です。",
      begin: "10 個の乱数です。曲線はまだどの点にも合っていません。学習させてみましょう。",
      lost: "損失が発散しました。この地形には η が大きすぎます。",
      done: "{steps} ステップに、損失の計算が {asked} 回かかりました。",
    },
  };

  /** @type {number[][]} */
  starts = [];
  /** @type {number[]} */
  numbers = [];
  /** @type {number[]} the loss at every step */
  losses = [];
  seed = 0;
  rate = 0.01;
  reach = 3;

  build() {
    const { words } = this;
    this.starts = (this.getAttribute("starts") ?? "").split(",").map((list) => list.trim().split(/\s+/).map(Number));
    this.curve = makeCanvas("kobai-chart");
    this.chart = makeCanvas("kobai-chart");
    this.bars = makeCanvas("kobai-numbers");
    this.views(view("", this.curve), view("", this.chart), view("kobai-view-wide", this.bars));
    this.player = this.button(words.train, () => (this.clock === undefined ? this.train() : this.stop()));
    const again = this.button(words.again, () => this.reset());
    /** @type {[string, string][]} */
    const seeds = this.starts.map((_, k) => [String(k), fill(words.seed, { seed: k + 1 })]);
    this.row(
      "kobai-controls",
      make("div", { className: "kobai-steps" }, this.player, again),
      this.ladder(words.rate, RATES, this.rate, { say: String, input: (rate) => { this.rate = rate; this.reset(); } }),
      this.choice(words.start, seeds, "0", (seed) => { this.seed = Number(seed); this.reset(); }),
      this.choice(words.reach, [["3", words.near], ["6", words.wide]], "3", (reach) => { this.reach = Number(reach); }),
    );
    this.reset();
  }

  reset() {
    this.stop();
    this.numbers = [...this.starts[this.seed]];
    this.losses = [loss(this.numbers)];
    this.redraw();
  }

  get steps() {
    return this.losses.length - 1;
  }

  get isLost() {
    return !(this.losses[this.steps] < FAR);
  }

  train() {
    if (this.steps >= STEPS || this.isLost) this.reset();
    if (this.player) this.player.textContent = this.words.pause;
    const from = this.steps;
    this.play((TIME * (STEPS - from)) / STEPS, (share) => {
      // Slowly at first: most happens within the first hundred steps.
      const to = from + Math.round((STEPS - from) * share ** 2);
      while (this.steps < to && !this.isLost) {
        this.numbers = step(this.numbers, this.rate);
        this.losses.push(loss(this.numbers));
      }
      this.redraw();
    }, () => { this.stop(); this.redraw(); });
  }

  stop() {
    this.halt();
    if (this.player) this.player.textContent = this.words.train;
  }

  update() {
    const { words, steps } = this;
    if (this.curve) this.drawCurve(this.curve);
    if (this.chart) this.drawLosses(this.chart);
    if (this.bars) this.drawNumbers(this.bars);
    if (steps === 0) return this.say(join(fill(words.now, { step: 0, loss: decimal(this.losses[0], 3) }), words.begin));
    const now = fill(words.now, { step: steps, loss: short(this.losses[steps]) });
    const asked = (2 * this.numbers.length * steps).toLocaleString("en");
    this.say(join(now, this.isLost ? words.lost : steps === STEPS ? fill(words.done, { steps, asked }) : ""));
  }

  /** @param {HTMLCanvasElement} canvas */
  drawCurve(canvas) {
    const { colours, reach } = this;
    const plane = new Plane(open(canvas), [-reach * 1.05, reach * 1.05], [-2, 2]);
    plane.axes(ticks([-reach, reach], reach / 3), ticks([-2, 2]), ["x", "t, y"], colours);
    const xs = Array.from({ length: 161 }, (_, k) => (-1 + k / 80) * reach);
    plane.inside(() => {
      plane.line(xs.map((x) => [x, Math.sin(x)]), colours.soft, 1, [4, 4]);
      for (const point of WAVE) plane.dot(point, 3, colours.ink);
      plane.line(xs.map((x) => [x, predict(this.numbers, x)]), colours.warm, 2.6);
    });
  }

  /** @param {HTMLCanvasElement} canvas */
  drawLosses(canvas) {
    const { colours, losses } = this;
    const plane = new Plane(open(canvas), [0, STEPS], [-3, 2], { left: 44, right: 18 });
    plane.axes(ticks([0, STEPS], 1000), powers([-3, -2, -1, 0, 1, 2], raised), [this.words.step, this.words.loss], colours);
    plane.inside(() => {
      plane.line(losses.map((height, k) => [k, Math.log10(Math.max(1e-9, Math.min(height, 1e9)))]), colours.warm, 2);
    });
  }

  /**
   * Draw the ten numbers as bars up and down from 0.
   * @param {HTMLCanvasElement} canvas
   */
  drawNumbers(canvas) {
    const { colours, numbers } = this;
    const plane = new Plane(open(canvas), [-0.5, 9.5], [-4, 4], { bottom: 20, left: 30 });
    const { pen } = plane;
    plane.axes(NAMES.map((name, k) => [k, name]), ticks([-4, 4], 4), ["", this.words.numbers], colours);
    plane.inside(() => {
      plane.line([[-1, 0], [10, 0]], colours.soft, 1);
      pen.fillStyle = colours.warm;
      numbers.forEach((value, k) => {
        const height = Math.max(-10, Math.min(10, value));
        pen.fillRect(plane.x(k - 0.3), plane.y(Math.max(0, height)), plane.x(0.6) - plane.x(0), Math.abs(plane.y(height) - plane.y(0)));
      });
    });
  }
}

customElements.define("kobai-network", Network);
