// What a theme adds where scripts run: every page is whole without it. The parts are joined into one
// module, so each name stands once in all of them.
const root = document.documentElement;
const all = (selector, base = document) => [...base.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
root.dataset.js = "";

// Storage may be forbidden, so each use of it is tried.
const stored = (key) => { try { return localStorage.getItem(key) || ""; } catch { return ""; } };
const store = (key, value) => {
  try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* not kept */ }
};
