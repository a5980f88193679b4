// Code can be copied.
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
  const code = button.parentNode.querySelector("code");
  try {
    await navigator.clipboard.writeText(code.innerText);
    done(button, root.dataset.copied);
  } catch { getSelection().selectAllChildren(code); }
});

// A text can be handed on: by the system's own dialog, else its address is copied.
one("[data-share]")?.addEventListener("click", async (event) => {
  const button = event.currentTarget;
  const page = { title: document.title, url: one("link[rel=canonical]")?.href || location.href };
  try {
    if (navigator.share) await navigator.share(page);
    else {
      await navigator.clipboard.writeText(page.url);
      done(button, button.dataset.done);
    }
  } catch { /* the reader changed their mind */ }
});
