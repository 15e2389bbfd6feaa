// <kobai-critical a="1" b="0" c="1">: change the coefficients of a·x0² + b·x0·x1 + c·x1² and see its critical point.
import { Plane, makeCanvas, open, ticks } from "./canvas.js";
import { makeTurnable } from "./handle.js";
import { drawBar, drawMap, heights } from "./map.js";
import { drawSurface } from "./surface.js";
import { Widget, view } from "./widget.js";
import { decimal, fill, join, plain, sum } from "./words.js";

const REACH = 2;
const LETTERS = /** @type {const} */ (["a", "b", "c"]);

class Critical extends Widget {
  static WORDS = {
    en: {
      title: "Minimum, maximum or saddle",
      a: "a, for x₀²",
      b: "b, for x₀x₁",
      c: "c, for x₁²",
      turn: "Turn the surface: drag it, or use the arrow keys",
      degrees: "turned by {turn} degrees, seen from {tilt} degrees above",
      now: "f = {f}: fxx = {fxx}, fyy = {fyy}, fxy = {fxy}, so D = {D}.",
      minimum: "D > 0 and fxx > 0: a local minimum. Here f is nowhere below f(0, 0) = 0, so it is the global one as well.",
      maximum: "D > 0 and fxx < 0: a local maximum. Here f is nowhere above f(0, 0) = 0, so it is the global one as well.",
      saddle: "D < 0: a saddle, up in one direction and down in another.",
      undecided: "D = 0: the test decides nothing; here f is flat along a whole line.",
      plain: "D = 0: the test decides nothing; here f is 0 everywhere.",
    },
    ja: {
      title: "極小・極大・鞍点",
      a: "a（x₀² の係数）",
      b: "b（x₀x₁ の係数）",
      c: "c（x₁² の係数）",
      turn: "曲面を回す（ドラッグまたは矢印キー）",
      degrees: "{turn} 度回し、{tilt} 度上から見ています",
      now: "f = {f}。fxx = {fxx}、fyy = {fyy}、fxy = {fxy} なので D = {D} です。",
      minimum: "D > 0 で fxx > 0 なので、極小です。この f はどこでも f(0, 0) = 0 以上なので、最小でもあります。",
      maximum: "D > 0 で fxx < 0 なので、極大です。この f はどこでも f(0, 0) = 0 以下なので、最大でもあります。",
      saddle: "D < 0 なので鞍点です。ある方向には上り、別の方向には下ります。",
      undecided: "D = 0 なので、この判定法では決まりません。ここでは f は一本の直線に沿って平らです。",
      plain: "D = 0 なので、この判定法では決まりません。ここでは f はどこでも 0 です。",
    },
  };

  /** @type {Record<"a" | "b" | "c", number>} */
  factors = { a: 1, b: 0, c: 1 };
  spot = { turn: 150, tilt: 34 };
  /** @type {{ map: import("./map.js").Kept, surface: import("./map.js").Kept }} */
  kept = { map: {}, surface: {} };

  build() {
    const { words, factors } = this;
    for (const letter of LETTERS) factors[letter] = Number(this.getAttribute(letter) ?? factors[letter]);
    this.map = makeCanvas("kobai-map");
    this.surface = makeCanvas("kobai-surface");
    this.views(view("kobai-view-map", this.map), view("kobai-view-surface", this.surface));
    makeTurnable(this.surface, this.spot, {
      name: words.turn,
      say: (spot) => fill(words.degrees, spot),
      changed: () => this.redraw(),
    });
    const sliders = LETTERS.map((letter) =>
      this.slider(words[letter], {
        min: -2, max: 2, step: 0.1, value: factors[letter],
        say: (value) => decimal(value, 1),
        input: (value) => { factors[letter] = value; },
      }),
    );
    this.row("kobai-controls kobai-controls-three", ...sliders);
  }

  update() {
    if (!this.map || !this.surface) return;
    const { words, colours } = this;
    const { a, b, c } = this.factors;
    /** @type {import("./map.js").Height} */
    const f = (x0, x1) => a * x0 * x0 + b * x0 * x1 + c * x1 * x1;
    const scale = heights(f, { xs: [-REACH, REACH], power: 1, count: 14 });
    const key = [a, b, c].join();
    const plane = new Plane(open(this.map), [-REACH, REACH], [-REACH, REACH], { right: 50, equal: true });
    drawMap(plane, f, scale, colours, this.kept.map, key);
    plane.dot([0, 0], 4.5, colours.warm, colours.card);
    plane.axes(ticks(plane.xs), ticks(plane.ys), ["x₀", "x₁"], colours, true);
    drawBar(plane, scale, colours, "f");
    const sheet = open(this.surface);
    const place = drawSurface(sheet, f, REACH, scale, this.spot, colours, this.kept.surface, key);
    sheet.pen.beginPath();
    sheet.pen.arc(...place(0, 0), 4.5, 0, 2 * Math.PI);
    sheet.pen.fillStyle = colours.warm;
    sheet.pen.fill();

    const D = 4 * a * c - b * b;
    const isPlain = a === 0 && b === 0 && c === 0;
    const kind = isPlain ? "plain" : Math.abs(D) < 1e-9 ? "undecided" : D < 0 ? "saddle" : a > 0 ? "minimum" : "maximum";
    const now = fill(words.now, {
      f: sum([[a, "x₀²"], [b, "x₀x₁"], [c, "x₁²"]]),
      fxx: plain(2 * a), fyy: plain(2 * c), fxy: plain(b), D: decimal(D),
    });
    this.say(join(now, words[kind]));
  }
}

customElements.define("kobai-critical", Critical);
