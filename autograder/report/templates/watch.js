
// While a student works in the editor the page beside it follows. A page that is a file may fetch
// nothing, so what is new comes as scripts that lie beside it: first which page is the newest.
const EVERY = 400; // milliseconds

function load(ending) {
  const script = document.createElement("script");
  script.src = `${location.href.replace(/\.html.*$/, ending)}?${Date.now()}`;
  script.onload = () => script.remove();
  script.onerror = () => clearInterval(asking); // the command has ended, and its folder is gone
  document.head.append(script);
}

function ask() {
  if (!document.hidden) load(".newest.js");
}

// Only what differs is touched: the rest stays as the reader left it, unfolded, marked, in sight.
function follow(old, fresh) {
  if (old.nodeName !== fresh.nodeName || old.id !== fresh.id) {
    old.replaceWith(fresh);
    return;
  }
  if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
  if (old instanceof Element) attributes(old, fresh);
  const [here, there] = [[...old.childNodes], [...fresh.childNodes]];
  there.forEach((one, at) => { if (here[at]) follow(here[at], one); else old.append(one); });
  here.slice(there.length).forEach((one) => one.remove());
}

function attributes(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (name !== "open" && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

let shown = "";
globalThis.kobai = {
  newest(stamp) {
    if (stamp !== shown) load(".page.js");
  },
  page(stamp, text) {
    shown = stamp;
    const fresh = new DOMParser().parseFromString(text, "text/html");
    follow(document.querySelector("main"), fresh.querySelector("main"));
  },
};

const asking = setInterval(ask, EVERY);
document.addEventListener("visibilitychange", ask);
