// <kobai-difference>: the forward and the central difference of exp at 1, and their errors against h.
import { Plane, makeCanvas, open, ticks } from "./canvas.js";
import { Widget, make } from "./widget.js";
import { decimal, fill, join, raised, short } from "./words.js";

const AT = 1;
const EXACT = Math.E; // the derivative of exp at 1
const SMALLEST = -16;

const forward = (h) => (Math.exp(AT + h) - Math.exp(AT)) / h;
const central = (h) => (Math.exp(AT + h) - Math.exp(AT - h)) / (2 * h);
const error = (slope) => Math.abs(slope - EXACT) / EXACT;

// Measured here, in this browser, with its own rounding.
const EXPONENTS = Array.from({ length: 161 }, (_, k) => -k / 10);
const CURVES = {
  forward: EXPONENTS.map((exponent) => [exponent, Math.log10(Math.max(error(forward(10 ** exponent)), 1e-17))]),
  central: EXPONENTS.map((exponent) => [exponent, Math.log10(Math.max(error(central(10 ** exponent)), 1e-17))]),
};

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
      large: "h is large: the secant is not yet the tangent (truncation).",
      small: "h is tiny: the two values of f agree in nearly every digit, and their difference is mostly rounding.",
      good: "Near the best h of the central difference.",
    },
    ja: {
      title: "前進差分と中心差分",
      h: "刻み幅 h",
      forward: "前進差分",
      central: "中心差分",
      curve: "x = 1 の近くの eˣ",
      error: "相対誤差",
      now: "eˣ の 1 での傾きは {exact} です。h = {h} のとき、前進差分は {forward}（相対誤差 {forwardError}）、中心差分は {central}（相対誤差 {centralError}）です。",
      large: "h が大きく、割線がまだ接線に近づいていません（打ち切り誤差）。",
      small: "h が小さすぎます。f の二つの値はほとんどの桁が同じで、差に残るのは丸め誤差ばかりです。",
      good: "中心差分にちょうどよい h の近くです。",
    },
  };

  build() {
    this.exponent = Number(this.getAttribute("exponent") ?? -0.1);
    this.curve = makeCanvas("kobai-curve");
    this.errors = makeCanvas("kobai-curve");
    this.row(
      "kobai-views",
      make("div", { className: "kobai-view" }, this.curve),
      make("div", { className: "kobai-view" }, this.errors),
    );
    this.row("kobai-controls kobai-controls-one", this.slider(this.words.h, {
      min: SMALLEST, max: 0, step: 0.1, value: this.exponent,
      say: (exponent) => short(10 ** exponent),
      input: (exponent) => { this.exponent = exponent; },
    }));
    this.line = this.report();
    this.live.append(this.line);
  }

  update() {
    const colours = Object.fromEntries(["ink", "soft", "walk", "mark", "extra", "paper"].map((name) => [name, this.colour(name)]));
    const h = 10 ** this.exponent;
    this.drawCurve(h, colours);
    this.drawErrors(h, colours);
    const { words } = this;
    const kind = this.exponent > -3 ? "large" : this.exponent < -7.5 ? "small" : Math.abs(this.exponent + 5.2) < 0.8 ? "good" : "";
    const now = fill(words.now, {
      exact: decimal(EXACT, 5),
      h: short(h),
      forward: decimal(forward(h), 5),
      central: decimal(central(h), 5),
      forwardError: short(error(forward(h))),
      centralError: short(error(central(h))),
    });
    this.line.textContent = kind ? join(now, words[kind]) : now;
  }

  drawCurve(h, colours) {
    const plane = new Plane(open(this.curve), [-0.3, 2.3], [-1.5, 9]);
    plane.axes(ticks(plane.xs), ticks([0, 8], 2), ["x", this.words.curve], colours.ink, colours.soft);
    const xs = Array.from({ length: 80 }, (_, k) => -0.3 + (k / 79) * 2.6);
    const through = (slope, x, y) => [[x - 3, y - 3 * slope], [x + 3, y + 3 * slope]];
    plane.inside(() => {
      plane.line(xs.map((x) => [x, Math.exp(x)]), colours.mark, 2.2);
      plane.line(through(EXACT, AT, EXACT), colours.soft, 1.5, [4, 4]);
      plane.line(through(forward(h), AT, EXACT), colours.walk, 2);
      plane.line(through(central(h), AT - h, Math.exp(AT - h)), colours.extra, 2, [9, 3]);
      for (const x of [AT - h, AT, AT + h]) plane.dot([x, Math.exp(x)], 4, colours.ink);
    });
    this.key(plane, colours, 22);
  }

  drawErrors(h, colours) {
    const plane = new Plane(open(this.errors), [SMALLEST, 0.6], [-13, 1], { left: 46 });
    const powers = (list) => list.map((power) => [power, `10${raised(power)}`]);
    plane.axes(powers([-16, -12, -8, -4, 0]), powers([-12, -8, -4, 0]), ["h", this.words.error], colours.ink, colours.soft);
    plane.inside(() => {
      plane.line([[this.exponent, -13], [this.exponent, 1]], colours.soft, 1.2, [4, 4]);
      plane.line(CURVES.forward, colours.walk, 2);
      plane.line(CURVES.central, colours.extra, 2, [9, 3]);
      for (const [slope, colour] of [[forward(h), colours.walk], [central(h), colours.extra]]) {
        plane.dot([this.exponent, Math.log10(Math.max(error(slope), 1e-17))], 5, colour, colours.paper);
      }
    });
  }

  /** Name the two lines, each beside a stroke of its own. */
  key(plane, colours, top) {
    const { pen, box } = plane;
    Object.assign(pen, { textAlign: "left", textBaseline: "middle", lineWidth: 2 });
    [["forward", colours.walk, []], ["central", colours.extra, [9, 3]]].forEach(([name, colour, dash], k) => {
      const y = box.top + top + 18 * k;
      pen.setLineDash(dash);
      pen.strokeStyle = colour;
      pen.beginPath();
      pen.moveTo(box.left + 8, y);
      pen.lineTo(box.left + 36, y);
      pen.stroke();
      pen.setLineDash([]);
      pen.fillStyle = colours.ink;
      pen.fillText(this.words[name], box.left + 42, y);
    });
  }
}

customElements.define("kobai-difference", Difference);
