// Light, dark or as the system says.
const KEY = "theme";
const THEMES = ["", "light", "dark"];
function showTheme(theme) {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  for (const meta of all('meta[name="theme-color"]')) {
    // Its media says which theme it is for, until another one is chosen.
    const own = meta.dataset.own ??= meta.media;
    meta.media = theme ? (own.includes(theme) ? "all" : "not all") : own;
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
