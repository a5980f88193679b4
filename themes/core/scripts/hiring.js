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
