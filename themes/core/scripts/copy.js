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
