// Single keys lead on, unless the reader writes or has turned them off; `?` shows them all.
const keys = one("[data-keys]");
if (keys) {
  const use = keys.querySelector("input");
  use.checked = stored("keys") !== "no";
  use.addEventListener("change", () => store("keys", use.checked ? "" : "no"));
  const ways = { h: "a.brand", p: "a[rel=prev]", n: "a[rel=next]", t: "[data-theme-toggle]", "?": "[data-keys-open]" };
  one("[data-keys-open]").addEventListener("click", () => keys.showModal());
  addEventListener("keydown", (event) => {
    const busy = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented;
    if (busy || !use.checked || event.target.closest?.("input, textarea, select, dialog, [contenteditable]")) return;
    one(Object.hasOwn(ways, event.key) ? ways[event.key] : ":not(*)")?.click();
  });
}

// The title that is followed becomes the title of the page that comes.
addEventListener("click", (event) => {
  const name = event.target.closest?.(".name");
  if (name) name.style.viewTransitionName = "title";
});
