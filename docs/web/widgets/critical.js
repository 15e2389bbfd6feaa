// <kobai-critical a="1" b="0" c="1">: change the coefficients of a·x0² + b·x0·x1 + c·x1² and see its critical point.
import { Plane, makeCanvas, open, ticks } from "./canvas.js";
import { drawMap, heights } from "./map.js";
import { drawSurface } from "./surface.js";
import { Widget, make } from "./widget.js";
import { decimal, fill, join } from "./words.js";

const REACH = 2;

class Critical extends Widget {
  static WORDS = {
    en: {
      title: "Minimum, maximum or saddle",
      a: "a, for x₀²",
      b: "b, for x₀x₁",
      c: "c, for x₁²",
      now: "f = {a}·x₀² + {b}·x₀x₁ + {c}·x₁²: fxx = {fxx}, fyy = {fyy}, fxy = {fxy}, so D = {D}.",
      minimum: "D > 0 and fxx > 0: a minimum.",
      maximum: "D > 0 and fxx < 0: a maximum.",
      saddle: "D < 0: a saddle, up in one direction and down in another.",
      undecided: "D = 0: the test decides nothing; here f is flat along a whole line.",
    },
    ja: {
      title: "極小・極大・鞍点",
      a: "a（x₀² の係数）",
      b: "b（x₀x₁ の係数）",
      c: "c（x₁² の係数）",
      now: "f = {a}·x₀² + {b}·x₀x₁ + {c}·x₁²。fxx = {fxx}、fyy = {fyy}、fxy = {fxy} なので D = {D} です。",
      minimum: "D > 0 で fxx > 0 なので、極小です。",
      maximum: "D > 0 で fxx < 0 なので、極大です。",
      saddle: "D < 0 なので鞍点です。ある方向には上り、別の方向には下ります。",
      undecided: "D = 0 なので、この判定法では決まりません。ここでは f は一本の直線に沿って平らです。",
    },
  };

  build() {
    const read = (name, other) => Number(this.getAttribute(name) ?? other);
    Object.assign(this, { a: read("a", 1), b: read("b", 0), c: read("c", 1), kept: {} });
    this.surface = makeCanvas("kobai-surface");
    this.map = makeCanvas("kobai-map");
    this.row(
      "kobai-views",
      make("div", { className: "kobai-view kobai-view-map" }, this.map),
      make("div", { className: "kobai-view kobai-view-surface" }, this.surface),
    );
    const sliders = ["a", "b", "c"].map((name) =>
      this.slider(this.words[name], {
        min: -2, max: 2, step: 0.1, value: this[name],
        say: (value) => decimal(value, 1),
        input: (value) => { this[name] = value; },
      }),
    );
    this.row("kobai-controls kobai-controls-three", ...sliders);
    this.line = this.report();
    this.live.append(this.line);
  }

  update() {
    const { a, b, c, words } = this;
    const f = (x0, x1) => a * x0 * x0 + b * x0 * x1 + c * x1 * x1;
    const scale = heights(f, { xs: [-REACH, REACH], power: 1, count: 14 });
    const colours = Object.fromEntries(["low", "high", "contour", "ink", "soft", "walk"].map((name) => [name, this.colour(name)]));
    const key = [a, b, c].join();
    const plane = new Plane(open(this.map), [-REACH, REACH], [-REACH, REACH]);
    drawMap(plane, f, scale, colours, this.kept, key);
    plane.dot([0, 0], 4.5, colours.walk);
    plane.axes(ticks([-REACH, REACH]), ticks([-REACH, REACH]), ["x₀", "x₁"], colours.ink, colours.soft, true);
    const pen = open(this.surface);
    const place = drawSurface(pen, f, REACH, scale, 2.6, colours, this.kept, key);
    pen.pen.beginPath();
    pen.pen.arc(...place(0, 0), 4.5, 0, 2 * Math.PI);
    pen.pen.fillStyle = colours.walk;
    pen.pen.fill();

    const D = 4 * a * c - b * b;
    const kind = Math.abs(D) < 1e-9 ? "undecided" : D < 0 ? "saddle" : a > 0 ? "minimum" : "maximum";
    const one = (value) => decimal(value, 1);
    const now = fill(words.now, { a: one(a), b: one(b), c: one(c), fxx: one(2 * a), fyy: one(2 * c), fxy: one(b), D: decimal(D) });
    this.line.textContent = join(now, words[kind]);
  }
}

customElements.define("kobai-critical", Critical);
