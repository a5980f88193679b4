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
    close.addEventListener("click", () => { store("suggest", "no"); bar.hidden = true; });
    bar.hidden = false;
    return;
  }
}
if (one(".suggest") && !stored("suggest")) suggest(one(".suggest"));
