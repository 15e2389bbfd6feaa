// Small makers of page elements.

/** Make an element: make("p", { className: "x" }, "words", another). */
export function make(tag, properties = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...content.filter((part) => part !== undefined && part !== ""));
  return element;
}

/** Give a sentence in which `code` stands between backticks. */
export function prose(text) {
  const parts = text.split("`");
  const fragment = document.createDocumentFragment();
  fragment.append(...parts.map((part, index) => (index % 2 && index < parts.length - 1 ? make("code", {}, part) : part)));
  return fragment;
}
