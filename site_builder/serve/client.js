// Follows the preview: puts what is new into the page when the site is new, and shows what is wrong
// when it is not. Where more than the text of a page has changed, the page is loaded again.
"use strict";
(() => {
  let self = new URL(document.currentScript.src);
  const at = (name) => new URL(name + self.search, self);
  const isOurs = (script) => script.src.startsWith(new URL(".", self).href);
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

  // The page as it was sent, without what scripts made of it since.
  const fetchPage = async () => {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (!(answer.headers.get("Content-Type") || "").startsWith("text/html")) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const script = [...page.scripts].find(isOurs);
    if (!script) return null;
    page.seen = new URL(script.src);
    script.remove();
    return page;
  };

  // What cannot be changed in a page that is open: its scripts and its policy.
  const FIXED = "script, meta[http-equiv], base";
  const haveSameFixed = (before, after) => {
    const [old, wanted] = [before, after].map((page) => [...page.querySelectorAll(FIXED)]);
    return old.length === wanted.length && old.every((one, at) => one.isEqualNode(wanted[at]));
  };

  const styles = (page) => [...page.querySelectorAll("link[rel=stylesheet]")];

  const restyle = (before, after) => {
    const live = styles(document);
    styles(after).forEach((sheet, number) => {
      if (sheet.isEqualNode(styles(before)[number])) return;
      const fresh = document.importNode(sheet);
      // The old style stays until the new one is there, so that nothing flashes.
      fresh.addEventListener("load", () => live[number].remove());
      live[number].after(fresh);
    });
  };

  const copyAttributes = (after, live) => {
    for (const { name } of [...live.attributes]) {
      if (!after.hasAttribute(name)) live.removeAttribute(name);
    }
    for (const { name, value } of after.attributes) live.setAttribute(name, value);
  };

  // Make of `live`, which once was `before`, what `after` is, touching only what differs.
  const patch = (before, after, live) => {
    if (before.isEqualNode(after)) return;
    const isAlike = before.nodeName === after.nodeName && before.nodeName === live.nodeName;
    if (!isAlike || before.nodeType !== Node.ELEMENT_NODE) {
      live.replaceWith(document.importNode(after, true));
      return;
    }
    if (!before.cloneNode().isEqualNode(after.cloneNode())) copyAttributes(after, live);
    const [old, wanted, shown] = [before, after, live].map((node) => [...node.childNodes]);
    // Scripts have added or taken something here: what was sent no longer tells what is where.
    if (shown.length !== old.length) {
      live.replaceChildren(...wanted.map((node) => document.importNode(node, true)));
      return;
    }
    let start = 0;
    while (start < old.length && start < wanted.length
      && old[start].isEqualNode(wanted[start])) start += 1;
    let end = 0;
    while (end < old.length - start && end < wanted.length - start
      && old[old.length - 1 - end].isEqualNode(wanted[wanted.length - 1 - end])) end += 1;
    const both = Math.min(old.length, wanted.length) - end;
    for (let at = start; at < both; at += 1) patch(old[at], wanted[at], shown[at]);
    for (const node of shown.slice(Math.max(both, start), old.length - end)) node.remove();
    const next = live.childNodes[live.childNodes.length - end] || null;
    for (const node of wanted.slice(Math.max(both, start), wanted.length - end)) {
      live.insertBefore(document.importNode(node, true), next);
    }
  };

  let sent = fetchPage().catch(() => null);

  const swap = async () => {
    const [before, after] = await Promise.all([sent, fetchPage()]);
    const isPossible = before && after && before.seen.search === self.search
      && haveSameFixed(before, after) && styles(before).length === styles(after).length;
    if (!isPossible) {
      location.reload();
      return;
    }
    restyle(before, after);
    document.title = after.title;
    if (!before.body.isEqualNode(after.body)) {
      for (const name of ["header", "main", "footer"]) {
        const [old, wanted, live] = [before, after, document]
          .map((page) => page.querySelector(`body > ${name}`));
        if (old && wanted && live) patch(old, wanted, live);
      }
    }
    hide();
    self = after.seen;
    sent = Promise.resolve(after);
    follow();
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
      if (data === "reload") { disconnect(); swap().catch(() => location.reload()); }
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
