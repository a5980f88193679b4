// A footnote opens beside its number, for a mouse or a finger; keys and screen readers follow the link.
if (HTMLElement.prototype.showPopover) {
  const bubble = document.createElement("div");
  bubble.className = "bubble";
  bubble.popover = "auto";
  const show = (link) => {
    const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!note) return false;
    bubble.replaceChildren(...note.cloneNode(true).childNodes);
    for (const back of all(".footnote-backref", bubble)) back.remove();
    for (const named of all("[id]", bubble)) named.removeAttribute("id");
    link.closest(".prose").append(bubble);
    bubble.showPopover();
    const at = link.getBoundingClientRect();
    const own = bubble.getBoundingClientRect();
    const below = at.bottom + own.height + 16 < innerHeight;
    bubble.style.top = `${below ? at.bottom + 8 : Math.max(8, at.top - own.height - 8)}px`;
    bubble.style.left = `${Math.max(8, Math.min(at.left, innerWidth - own.width - 8))}px`;
    return true;
  };
  for (const link of all(".prose .footnote-ref a")) {
    link.addEventListener("click", (event) => { if (event.detail && show(link)) event.preventDefault(); });
    link.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") show(link); });
  }
  addEventListener("scroll", () => { if (bubble.matches(":popover-open")) bubble.hidePopover(); }, { passive: true });
}
