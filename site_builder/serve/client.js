// Follows the preview: reloads the page when the site is new, shows what is wrong when it is not.
"use strict";
(() => {
  const self = new URL(document.currentScript.src);
  const at = (name) => new URL(name + self.search, self);
  let stream = null;
  let wasOpen = false;
  let panel = null;

  const STYLE = `
    :host { all: initial; }
    dialog { position: fixed; inset: auto 0 0 0; z-index: 2147483647; box-sizing: border-box;
      inline-size: 100%; max-inline-size: none; max-block-size: 60vh; overflow: auto; margin: 0;
      padding: 1rem 1.25rem; border: 0; border-block-start: 4px solid #d4351c;
      background: #1d1f21; color: #f2f2f0; font: 1rem/1.5 system-ui, sans-serif; }
    h2 { margin: 0 0 .5rem; font-size: 1.1rem; }
    ol { margin: 0; padding-inline-start: 1.5rem; }
    li { margin-block-end: 1rem; }
    code, pre { font: .9rem/1.4 ui-monospace, monospace; }
    pre { margin: .25rem 0; overflow-x: auto; color: #ffd28a; }
    p { margin: 0; }
    button { float: inline-end; font: inherit; padding: .25rem .75rem; min-block-size: 44px; }
    @media print { dialog { display: none; } }`;

  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  const item = (problem) => {
    const entry = document.createElement("li");
    if (problem.where) entry.append(element("code", problem.where));
    entry.append(element("p", `${problem.message} (${problem.code})`));
    if (problem.quote) entry.append(element("pre", `${problem.quote}\n${problem.caret}`));
    if (problem.hint) entry.append(element("p", problem.hint));
    return entry;
  };

  const hide = () => {
    if (panel) panel.remove();
    panel = null;
  };

  const show = (problems) => {
    hide();
    panel = document.createElement("div");
    const root = panel.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const dialog = document.createElement("dialog");
    dialog.lang = "en";
    dialog.dir = "ltr";
    dialog.setAttribute("aria-label", "What is wrong");
    const close = element("button", "Close");
    close.addEventListener("click", hide);
    const list = document.createElement("ol");
    list.append(...problems.map(item));
    dialog.append(close, element("h2", "This is the last good page; the site has a mistake"), list);
    root.append(dialog);
    document.documentElement.append(panel);
    dialog.show();
  };

  const explain = async () => {
    const answer = await fetch(at("problems"));
    if (answer.ok) show(await answer.json());
  };

  const disconnect = () => {
    if (stream) stream.close();
    stream = null;
    wasOpen = false;
  };

  const connect = () => {
    stream = new EventSource(at("events"));
    stream.onopen = () => { wasOpen = true; };
    stream.onmessage = ({ data }) => {
      if (data === "reload") location.reload();
      if (data === "error") explain().catch(disconnect);
    };
    // Closed by an answer, not by silence: another run of the preview is there now.
    stream.onerror = () => {
      if (wasOpen && stream && stream.readyState === EventSource.CLOSED) location.reload();
    };
  };

  // A browser opens six connections to a host; hidden tabs must not hold them.
  const follow = () => {
    if (document.hidden) disconnect();
    else if (!stream) connect();
  };

  document.addEventListener("visibilitychange", follow);
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") hide(); });
  window.addEventListener("pagehide", disconnect);
  window.addEventListener("pageshow", follow);
  follow();
})();
