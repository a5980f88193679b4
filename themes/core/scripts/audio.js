// A recording can be heard faster.
for (const audio of all("audio[data-speed]")) {
  const bar = document.createElement("p");
  bar.className = "bar";
  bar.role = "group";
  bar.ariaLabel = audio.dataset.speed;
  const buttons = [1, 1.25, 1.5, 2].map((rate) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = `${rate.toLocaleString(root.lang)}×`;
    button.ariaPressed = rate === 1;
    button.addEventListener("click", () => {
      audio.playbackRate = audio.defaultPlaybackRate = rate;
      for (const other of buttons) other.ariaPressed = other === button;
    });
    return button;
  });
  bar.append(...buttons);
  audio.after(bar);
}
