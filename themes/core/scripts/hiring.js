// The hiring page: print, addresses kept from collectors, and a filter that a link can carry (?q=python).
one("[data-print]")?.addEventListener("click", () => print());

// What nobody renewed for the days after which `check` reminds still stands here, without its colour.
const updated = one("[data-updated]");
if (updated && Date.now() - Date.parse(updated.dataset.updated) > 90 * 864e5) updated.className = "away";

const linked = (spelled, href, text) => {
  if (spelled.localName === "a") { spelled.href = href; return; }
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  spelled.replaceChildren(link);
};
for (const spelled of all("[data-host]")) {
  const address = `${spelled.dataset.name}@${spelled.dataset.host}`;
  linked(spelled, `mailto:${address}`, address);
}
for (const spelled of all("[data-phone]")) {
  const groups = spelled.textContent.split(" · ");
  linked(spelled, `tel:${groups.join("")}`, groups.join(" "));
}

one("[data-copy-email]")?.addEventListener("click", async (event) => {
  const button = event.currentTarget;
  const address = one("#Answer [href^='mailto:']");
  try {
    await navigator.clipboard.writeText(address.textContent);
    done(button, root.dataset.copied);
  } catch { getSelection().selectAllChildren(address); }
});

const filter = one("[data-filter]");
if (filter) {
  const input = filter.querySelector("input");
  const status = filter.querySelector("output");
  const chips = all("[data-chips] li");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
  const words = chips.map((chip) => plain(chip.firstElementChild.textContent));
  const show = () => {
    const wish = plain(input.value);
    let count = 0;
    chips.forEach((chip, i) => { count += !(chip.hidden = !words[i].includes(wish)); });
    for (const band of all("[data-chips]")) band.hidden = !band.querySelector("li:not([hidden])");
    const { none, shown } = filter.dataset;
    status.textContent = wish && (count ? shown.replace("%", count).replace("#", chips.length) : none);
  };
  const apply = () => {
    show();
    const url = new URL(location);
    input.value.trim() ? url.searchParams.set("q", input.value) : url.searchParams.delete("q");
    history.replaceState(history.state, "", url);
  };
  filter.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", apply);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value) { input.value = ""; apply(); }
  });
  input.value = new URL(location).searchParams.get("q") || "";
  show();
}
