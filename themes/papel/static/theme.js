// What Papel adds where scripts run. Every page is whole without it.
const root = document.documentElement;
const all = (selector, base = document) => [...base.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
root.dataset.js = "";

// Light, dark or as the system says. Storage may be forbidden, so each use of it is tried.
const KEY = "papel";
const THEMES = ["", "light", "dark"];
const stored = (key) => { try { return localStorage.getItem(key) || ""; } catch { return ""; } };
const store = (key, value) => {
  try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* not kept */ }
};
function showTheme(theme) {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  for (const meta of all('meta[name="theme-color"]')) {
    const own = meta.dataset.scheme;
    meta.media = theme ? (theme === own ? "all" : "not all") : `(prefers-color-scheme: ${own})`;
  }
}
showTheme(THEMES.includes(stored(KEY)) ? stored(KEY) : root.dataset.theme || "");
one("[data-theme-toggle]")?.addEventListener("click", () => {
  const next = THEMES[(THEMES.indexOf(root.dataset.theme || "") + 1) % THEMES.length];
  store(KEY, next);
  showTheme(next);
});
addEventListener("storage", (event) => {
  if (event.key === KEY && THEMES.includes(event.newValue || "")) showTheme(event.newValue || "");
});

// The language menu closes on Escape and on a click elsewhere.
const menu = one(".lang");
addEventListener("click", (event) => { if (menu?.open && !menu.contains(event.target)) menu.open = false; });
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && menu?.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// Offer this text in the first language the browser prefers, unless it is shown already or was declined.
function suggest(bar) {
  const script = (tag) => /^zh-(hant|tw|hk|mo)/i.test(tag) ? "hant" : tag.toLowerCase().split("-")[0];
  for (const wish of navigator.languages || []) {
    if (script(wish) === script(root.lang)) return;
    const found = all("[data-suggestion]").find((link) => script(link.lang) === script(wish));
    if (!found) continue;
    const [link, close] = bar.children;
    for (const name of ["href", "hreflang", "lang"]) link[name] = found[name];
    link.textContent = found.dataset.suggestion;
    close.addEventListener("click", () => { store("papel-suggest", "no"); bar.hidden = true; });
    bar.hidden = false;
    return;
  }
}
if (one("[data-suggest]") && !stored("papel-suggest")) suggest(one("[data-suggest]"));

// Code can be copied; the button says so, and that it is done.
for (const box of all(".code")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = root.dataset.copy;
  button.lang = root.lang;
  button.setAttribute("aria-live", "polite");
  box.append(button);
}
addEventListener("click", async (event) => {
  const button = event.target.closest?.(".copy");
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.parentNode.querySelector("code").innerText);
    button.textContent = root.dataset.copied;
    setTimeout(() => { button.textContent = root.dataset.copy; }, 2000);
  } catch { getSelection().selectAllChildren(button.parentNode.querySelector("code")); }
});

// The table of contents stands open beside the text when there is room, and marks where the reader is.
const toc = one(".toc details");
if (toc) {
  const roomy = matchMedia("(min-width: 75rem)");
  const fold = () => { toc.open = roomy.matches; toc.firstElementChild.tabIndex = roomy.matches ? -1 : 0; };
  roomy.addEventListener("change", fold);
  fold();
  const links = all("a", toc);
  const heads = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const mark = () => {
    const past = heads.filter((head) => head && head.getBoundingClientRect().top < innerHeight / 3).length;
    links.forEach((link, i) => i === past - 1 ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
  };
  const watch = new IntersectionObserver(mark, { rootMargin: "99999px 0px -66% 0px" });
  heads.forEach((head) => head && watch.observe(head));
  mark();
}

// The hiring page: print, and a filter that a link can carry (?q=python).
one("[data-print]")?.addEventListener("click", () => print());
const filter = one("[data-filter]");
if (filter) {
  const input = filter.querySelector("input");
  const status = filter.querySelector("output");
  const chips = all("[data-chips] li");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
  const apply = () => {
    const wish = plain(input.value);
    let count = 0;
    for (const chip of chips) count += !(chip.hidden = !plain(chip.textContent).includes(wish));
    for (const band of all("[data-chips]")) band.hidden = !band.querySelector("li:not([hidden])");
    status.textContent = wish ? (count ? `${count} / ${chips.length}` : filter.dataset.none) : "";
    const url = new URL(location);
    wish ? url.searchParams.set("q", input.value) : url.searchParams.delete("q");
    history.replaceState(history.state, "", url);
  };
  filter.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", apply);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { input.value = ""; apply(); }
  });
  input.value = new URL(location).searchParams.get("q") || "";
  if (input.value) apply();
}

// Not found: the language of the address that was asked for comes first.
const rooms = all("[data-home]").filter((room) => location.pathname.startsWith(room.dataset.home));
rooms.sort((a, b) => b.dataset.home.length - a.dataset.home.length)[0]?.parentNode.prepend(rooms[0]);
