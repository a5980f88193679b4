// The search box: in a dialog over every page, and on the page of search.
const PAGE = 8;
// Snippets come from the found pages themselves.
const AROUND = 60;
const LENGTH = 180;
const BLOCKS = "p,li,dt,dd,td,th,pre,figcaption,h1,h2,h3,h4,h5,h6";

const page = document;
const place = page.querySelector("[data-find]");
const tongue = place.closest("[lang]").lang;
const [form, input, status, list] = ["form", "[name=q]", "[role=status]", "ol"].map((one) => place.querySelector(one));
const isDialog = place.localName === "dialog";
const everywhere = form.elements.all;
const home = form.getAttribute("action");
let timer, turn = 0, wanted, rest;

const make = (name, properties, ...children) => {
  const element = Object.assign(page.createElement(name), properties);
  element.append(...children);
  return element;
};
const line = (...parts) => parts.filter(Boolean).join(" · ");

// A part of a text with its matches marked. Titles and texts are never read as HTML.
function marked(text, from = 0, to = text.length) {
  const nodes = [];
  for (const [start, end] of places(text, wanted)) {
    if (start < from || end > to) continue;
    nodes.push(text.slice(from, start), make("mark", {}, text.slice(start, end)));
    from = end;
  }
  return [...nodes, text.slice(from, to)];
}

// The block of a page that has the most of what was wished for, around the first match.
function snippet(html) {
  const found = new DOMParser().parseFromString(html, "text/html");
  const body = found.querySelector(".cv,.prose") ?? found.querySelector("main");
  for (const extra of body.querySelectorAll(".anchor,.footnote-ref,.footnote-backref,script,style,form,nav")) extra.remove();
  let section, best, most = -1;
  for (const block of body.querySelectorAll(BLOCKS)) {
    const text = block.textContent.replace(/\s+/gu, " ").trim();
    if (/^H/.test(block.tagName)) section = { id: block.id, text };
    const at = places(text, wanted);
    const hits = new Set(at.map(([, , which]) => which)).size;
    if (hits > most && text && !block.querySelector(BLOCKS)) {
      most = hits;
      best = { text, first: at[0]?.[0] ?? 0, section: hits ? section : undefined };
    }
  }
  if (!best) return {};
  const { text, first } = best;
  let from = Math.max(0, first - AROUND);
  if (from) from = Math.min(first, text.indexOf(" ", from) + 1 || from);
  let to = Math.min(text.length, from + LENGTH);
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), first + AROUND);
  return { section: best.section, nodes: [from ? "…" : "", ...marked(text, from, to), to < text.length ? "…" : ""] };
}

// The pages of the results in view are read one after another, from the top, until the next search.
async function tell(item) {
  const now = turn;
  seen.unobserve(item);
  const [link, words, note] = item.children;
  try {
    const { nodes = [], section } = snippet(await load(link.pathname));
    if (now !== turn) return;
    words.replaceChildren(...nodes);
    if (section) note.textContent = line(note.textContent, section.text);
    if (section?.id && !link.querySelector("mark")) link.hash = section.id;
  } catch { /* the title says enough */ }
  if (now === turn) look(item.nextSibling);
}
// What was jumped over is above the view, and its turn comes too.
const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) tell(target);
}, { root: isDialog ? place : null, rootMargin: "9999% 0px 0px" });
const look = (item) => { if (item?.matches(":not(.more)")) seen.observe(item); };

async function item({ number, language: [tag, name, dir, own] }) {
  const [href, day, title] = await titleOf(own, number);
  const date = day && new Intl.DateTimeFormat(tongue, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
  // A text of another language says so, to the eye and to a voice.
  const lang = name && { lang: tag, dir };
  return make("li", {},
    make("a", { href, hreflang: tag, ...lang }, ...marked(title)), make("p", lang), make("small", {}, line(name, date)));
}

// Show the next results after those that are shown. What was typed last wins, whatever comes late.
async function show(now, before) {
  const items = await Promise.all(rest.slice(0, PAGE).map(item));
  if (now !== turn) return;
  rest = rest.slice(PAGE);
  list.replaceChildren(...before, ...items);
  if (rest.length) {
    const button = make("button", { type: "button", className: "btn", onclick: () => show(++turn, [...before, ...items]) }, form.dataset.more);
    list.append(make("li", { className: "more" }, button));
  }
  if (before.length) items[0].firstChild.focus();
  seen.disconnect();
  look([...before, ...items].find((one) => !one.querySelector("p").firstChild));
}

async function run() {
  clearTimeout(timer);
  const now = ++turn;
  try {
    const facts = await about(home);
    const languages = [[tongue, "", "", home], ...everywhere?.checked ? facts.others : []];
    const asked = wishes(input.value);
    const found = await Promise.all(languages.map((language) => find(language[3], asked)));
    if (now !== turn) return;
    wanted = asked;
    rest = found.flatMap((numbers, i) => numbers.map((number) => ({ number, language: languages[i] })));
    const count = rest.length;
    const words = facts.results[new Intl.PluralRules(tongue).select(count)] ?? facts.results.other;
    status.textContent = asked.length ? count ? words.replace("{count}", count.toLocaleString(tongue)) : facts.none : "";
    await show(now, []);
  } catch {
    if (now === turn) status.textContent = form.dataset.failed;
  }
}

const soon = (event) => {
  clearTimeout(timer);
  if (event.isComposing) return;
  turn++;
  timer = setTimeout(run, 150);
};
input.addEventListener("input", soon);
input.addEventListener("compositionend", soon);
everywhere?.addEventListener("change", run);

place.addEventListener("keydown", (event) => {
  const { key } = event;
  if (event.isComposing || event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
  // In a field of search, Escape would only empty it.
  if (key === "Escape" && isDialog) place.close();
  const stops = [input, ...list.querySelectorAll("a,button")];
  const at = stops.indexOf(page.activeElement);
  const last = stops.length - 1;
  const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: at - 1, ...at > 0 && { Home: 1, End: last } }[key];
  if (stops[to]) event.preventDefault();
  if (at > 0 && key !== " " && key.length === 1) input.focus();
  stops[to]?.focus();
});

const styled = new Promise((done) => {
  const href = page.querySelector("[data-style]")?.dataset.style;
  if (isDialog && href) page.head.append(make("link", { rel: "stylesheet", href, onload: done, onerror: done }));
  else done();
});

export async function open() {
  await styled;
  if (isDialog && !place.open) place.showModal();
  input.select();
}

if (isDialog) {
  place.addEventListener("click", ({ target }) => { if (target === place || target.closest("[data-close]")) place.close(); });
} else {
  const asked = new URLSearchParams(location.search);
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  form.addEventListener("input", () => history.replaceState(history.state, "", `?${new URLSearchParams(new FormData(form))}`));
  // What was typed while this was loading stands.
  input.value ||= asked.get("q") ?? "";
  if (everywhere) everywhere.checked ||= asked.has("all");
  if (input.value) run();
}
