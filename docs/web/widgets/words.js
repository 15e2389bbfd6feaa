// Numbers and words as the page's language writes them.

export const language = () => (document.documentElement.lang.startsWith("ja") ? "ja" : "en");

/** Give a number with so many decimals, and a true minus sign. */
export const decimal = (value, places = 2) => {
  const text = value.toFixed(places);
  return (Number(text) === 0 ? (0).toFixed(places) : text).replace("-", "−");
};

/** Give a number of any size in few characters: 0.25, 3.1 × 10⁻⁷. */
export function short(value) {
  if (!Number.isFinite(value)) return "∞";
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size >= 0.01 && size < 1e4) return decimal(value, size < 1 ? 3 : 2);
  const exponent = Math.floor(Math.log10(size));
  return `${decimal(value / 10 ** exponent, 1)} × 10${raised(exponent)}`;
}

/** Give a whole number as an exponent is written. */
export const raised = (exponent) =>
  [...String(exponent)].map((sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign])).join("");

/** Put values into a sentence: fill("{a} of {b}", { a: 1, b: 2 }). */
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Put sentences one behind the other; Japanese ones need no space between them. */
export const join = (...sentences) => sentences.join(" ").replaceAll("。 ", "。");
