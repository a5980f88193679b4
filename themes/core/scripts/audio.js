// A recording can be heard faster.
const rates = all("[data-rate]");
for (const button of rates) {
  button.addEventListener("click", () => {
    const audio = button.closest("figure").querySelector("audio");
    audio.playbackRate = audio.defaultPlaybackRate = Number(button.dataset.rate);
    for (const other of rates) other.ariaPressed = other === button;
  });
}
