// Comments come in a frame of their provider when the reader asks, or comes back from signing in there.
const call = one("[data-comments]");
if (call) {
  const { provider } = call.dataset;
  const key = `${provider}-session`;
  const here = new URL(location);
  here.hash = "";
  const session = here.searchParams.get(provider);
  here.searchParams.delete(provider);
  const load = () => {
    const source = new URL(call.dataset.comments);
    const mode = root.dataset.theme;
    source.searchParams.set("origin", here);
    source.searchParams.set("session", stored(key));
    source.searchParams.set("title", document.title);
    source.searchParams.set("theme", provider === "giscus" ? mode || "preferred_color_scheme"
      : mode ? `github-${mode}` : "preferred-color-scheme");
    const frame = document.createElement("iframe");
    frame.src = source;
    frame.title = call.textContent;
    addEventListener("message", ({ origin, data }) => {
      const tall = origin === source.origin && (data?.giscus?.resizeHeight || data?.height);
      if (tall > 0) frame.height = tall;
    });
    call.closest("section").append(frame);
    call.parentNode.remove();
  };
  call.addEventListener("click", (event) => { event.preventDefault(); load(); });
  if (session) {
    store(key, session);
    history.replaceState(history.state, "", here);
    load();
  }
}
