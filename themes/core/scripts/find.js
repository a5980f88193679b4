// Search is loaded when it is asked for: at "/" or Ctrl-K, when the reader points at its link, and on
// its own page when the address or the reader begins to ask.
const finder = one("[data-search]");
if (finder) {
  const load = () => import(finder.dataset.search);
  const open = async (event) => {
    event.preventDefault();
    try { (await load()).open(); } catch { location.assign(finder.href); }
  };
  const warm = () => load().catch(() => {});
  for (const sign of ["pointerenter", "focus"]) finder.addEventListener(sign, warm, { once: true });
  const box = one("div[data-find]");
  if (box && location.search) warm();
  for (const sign of ["pointerenter", "focusin", "input"]) box?.addEventListener(sign, warm);
  finder.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
  });
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.shiftKey && event.key !== "/") return;
    const command = event.ctrlKey || event.metaKey;
    const isTyping = event.target.closest?.("input,textarea,select,[contenteditable]");
    if (command ? event.key === "k" : event.key === "/" && !isTyping && stored("keys") !== "no") open(event);
  });
}
