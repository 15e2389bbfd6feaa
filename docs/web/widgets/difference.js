// <kobai-difference h="0.8">: the forward and the central difference of exp at 1, and their errors against h.
import { Plane, makeCanvas, open, powers, ticks } from "./canvas.js";
import { Widget, view } from "./widget.js";
import { decimal, fill, join, plain, raised, short } from "./words.js";

/** @typedef {import("./canvas.js").Point} Point */

const AT = 1;
const EXACT = Math.E; // the derivative of exp at 1
const SMALLEST = -16;
const DIGITS = [1, 1.5, 2, 3, 4, 5, 6, 8];
const STEPS = Array.from({ length: -SMALLEST }, (_, k) => DIGITS.map((digit) => Number(`${digit}e${SMALLEST + k}`))).flat().concat(1);

/** @typedef {"forward" | "central"} Kind */
const KINDS = /** @type {const} */ (["forward", "central"]);
/** @type {Record<Kind, (h: number) => number>} */
const SLOPES = {
  forward: (h) => (Math.exp(AT + h) - Math.exp(AT)) / h,
  central: (h) => (Math.exp(AT + h) - Math.exp(AT - h)) / (2 * h),
};
/** @type {Record<Kind, (h: number) => number>} what the formula itself leaves out, relative to the slope */
const TRUNCATED = {
  forward: (h) => Math.expm1(h) / h - 1,
  central: (h) => (h < 1e-2 ? (h * h) / 6 + h ** 4 / 120 : Math.sinh(h) / h - 1),
};
/** @type {Record<Kind, number[]>} */
const DASHES = { forward: [9, 3], central: [] };

/** @param {number} slope */
const error = (slope) => Math.abs(slope - EXACT) / EXACT;
/** @param {number} value */
const log = (value) => Math.log10(Math.max(value, 1e-17));

// Measured here, in this browser, with its own rounding.
const EXPONENTS = Array.from({ length: 161 }, (_, k) => -k / 10);
const CURVES = Object.fromEntries(
  KINDS.map((kind) => [kind, EXPONENTS.map((exponent) => /** @type {Point} */ ([exponent, log(error(SLOPES[kind](10 ** exponent)))]))]),
);

class Difference extends Widget {
  static WORDS = {
    en: {
      title: "Forward and central difference",
      h: "Step h",
      forward: "forward",
      central: "central",
      curve: "eˣ near x = 1",
      error: "relative error",
      now: "The slope of eˣ at 1 is {exact}. With h = {h}, the forward difference gives {forward} (relative error {forwardError}), the central difference {central} (relative error {centralError}).",
      truncation: "Of both errors the larger part is truncation: the secant is not the tangent.",
      mixed: "Of the forward difference's error the larger part is still truncation; of the central one's it is rounding already.",
      rounding: "Of both errors the larger part is rounding: a smaller h makes them worse.",
      same: "So near to x the computer gives the same number for x + h and x: nothing but rounding is left.",
    },
    ja: {
      title: "前進差分と中心差分",
      h: "刻み幅 h",
      forward: "前進差分",
      central: "中心差分",
      curve: "x = 1 の近くの eˣ",
      error: "相対誤差",
      now: "eˣ の 1 での傾きは {exact} です。h = {h} のとき、前進差分は {forward}（相対誤差 {forwardError}）、中心差分は {central}（相対誤差 {centralError}）です。",
      truncation: "どちらも、誤差の大部分は打ち切り誤差です。割線がまだ接線になっていません。",
      mixed: "前進差分の誤差の大部分はまだ打ち切り誤差ですが、中心差分ではもう丸め誤差です。",
      rounding: "どちらも、誤差の大部分は丸め誤差です。h をこれより小さくすると、かえって悪くなります。",
      same: "h が小さすぎて、計算機の中では x + h と x が同じ数になります。残るのは丸め誤差だけです。",
    },
  };

  h = 0.8;

  build() {
    this.h = Number(this.getAttribute("h") ?? 0.8);
    this.errors = makeCanvas("kobai-curve");
    this.curve = makeCanvas("kobai-curve");
    this.views(view("", this.curve), view("", this.errors));
    this.row("kobai-controls kobai-controls-one", this.ladder(this.words.h, STEPS, this.h, {
      say: (h) => (h >= 0.01 ? plain(h) : short(h)),
      input: (h) => { this.h = h; },
    }));
  }

  update() {
    const { h, words } = this;
    if (this.curve) this.drawCurve(this.curve);
    if (this.errors) this.drawErrors(this.errors);
    const now = fill(words.now, {
      exact: decimal(EXACT, 5),
      h: h >= 0.01 ? plain(h) : short(h),
      forward: decimal(SLOPES.forward(h), 5),
      central: decimal(SLOPES.central(h), 5),
      forwardError: short(error(SLOPES.forward(h))),
      centralError: short(error(SLOPES.central(h))),
    });
    const [forward, central] = KINDS.map((kind) => this.isRounding(kind));
    const kind = AT + h === AT ? "same" : forward && central ? "rounding" : central ? "mixed" : forward ? "" : "truncation";
    this.say(join(now, words[kind] ?? ""));
  }

  /**
   * Tell whether of this difference's error the larger part is rounding.
   * @param {Kind} kind
   */
  isRounding(kind) {
    const truncated = TRUNCATED[kind](this.h);
    return Math.abs(SLOPES[kind](this.h) / EXACT - 1 - truncated) > Math.abs(truncated);
  }

  /** @param {HTMLCanvasElement} canvas */
  drawCurve(canvas) {
    const { colours, h } = this;
    const plane = new Plane(open(canvas), [-0.3, 2.3], [-1.5, 9]);
    plane.axes(ticks(plane.xs), ticks([0, 8], 2), ["x", this.words.curve], colours);
    const xs = Array.from({ length: 80 }, (_, k) => -0.3 + (k / 79) * 2.6);
    /** @type {(slope: number, x: number, y: number) => Point[]} */
    const through = (slope, x, y) => [[x - 3, y - 3 * slope], [x + 3, y + 3 * slope]];
    plane.inside(() => {
      plane.line(xs.map((x) => [x, Math.exp(x)]), colours.teal, 2.2);
      plane.line(through(EXACT, AT, EXACT), colours.soft, 1.5, [4, 4]);
      plane.line(through(SLOPES.forward(h), AT, EXACT), colours.warm, 2, DASHES.forward);
      plane.line(through(SLOPES.central(h), AT - h, Math.exp(AT - h)), colours.good, 2);
      for (const x of [AT - h, AT, AT + h]) plane.dot([x, Math.exp(x)], 4, colours.ink);
    });
    this.key(plane);
  }

  /** @param {HTMLCanvasElement} canvas */
  drawErrors(canvas) {
    const { colours, h } = this;
    const plane = new Plane(open(canvas), [SMALLEST, 0.6], [-13, 1], { left: 46 });
    plane.axes(powers([-16, -12, -8, -4, 0], raised), powers([-12, -8, -4, 0], raised), ["h", this.words.error], colours);
    const exponent = Math.log10(h);
    plane.inside(() => {
      plane.line([[exponent, -13], [exponent, 1]], colours.soft, 1.2, [4, 4]);
      plane.line(CURVES.forward, colours.warm, 1.6, DASHES.forward);
      plane.line(CURVES.central, colours.good, 2);
      plane.dot([exponent, log(error(SLOPES.forward(h)))], 5, colours.warm, colours.card);
      plane.dot([exponent, log(error(SLOPES.central(h)))], 5, colours.good, colours.card);
    });
  }

  /**
   * Name the two lines, each beside a stroke of its own.
   * @param {Plane} plane
   */
  key({ pen, box }) {
    Object.assign(pen, { textAlign: "left", textBaseline: "middle", lineWidth: 2 });
    KINDS.forEach((kind, k) => {
      const y = box.top + 24 + 18 * k;
      pen.setLineDash(DASHES[kind]);
      pen.strokeStyle = kind === "forward" ? this.colours.warm : this.colours.good;
      pen.beginPath();
      pen.moveTo(box.left + 8, y);
      pen.lineTo(box.left + 36, y);
      pen.stroke();
      pen.setLineDash([]);
      pen.fillStyle = this.colours.ink;
      pen.fillText(this.words[kind], box.left + 42, y);
    });
  }
}

customElements.define("kobai-difference", Difference);
