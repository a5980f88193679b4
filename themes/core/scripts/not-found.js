// Not found: the language of the address that was asked for comes first, and then, by its last part,
// the text itself in every language that has it.
const plainly = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
const rooms = all("[data-home]");
const lookup = one("[data-finder]");
const asked = plainly(location.pathname).replace(/\/(index\.html)?$/, "").split("/").pop()
  .replace(/\.html?$/, "").replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, "").normalize("NFC").toLowerCase();
const suffixes = rooms.flatMap((room) => room.dataset.words.split(" ").map((word) => ({ room, word })))
  .filter(({ word }) => asked.endsWith(`-${word}`) || asked.endsWith(`.${word}`))
  .sort((a, b) => b.word.length - a.word.length);
const below = rooms.filter((room) => location.pathname.startsWith(room.dataset.home))
  .sort((a, b) => b.dataset.home.length - a.dataset.home.length);
const own = suffixes[0]?.room || below[0];
const [first] = rooms;
own?.parentNode.prepend(own);
// The page is then in that language; the frame around it stays in its own, and its name leads home.
if (own && own !== first) {
  for (const frame of all("body > :not(main)")) Object.assign(frame, { lang: root.lang, dir: first.dir });
  Object.assign(root, { lang: own.lang, dir: own.dir });
  const [before, now] = [first, own].map((room) => room.querySelector("h2").textContent);
  document.title = document.title.replace(before, () => now);
  for (const home of all(".top .brand")) home.href = own.dataset.home;
}

async function namesBeside(name) {
  if (lookup.dataset.names) return JSON.parse(lookup.dataset.names);
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  const answer = await fetch(`${lookup.dataset.finder}${hash % lookup.dataset.files}.json`);
  return answer.ok ? answer.json() : {};
}

async function find(name) {
  const names = await namesBeside(name);
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

async function offer(room) {
  const found = await find(asked)
    || (suffixes[0] && await find(asked.slice(0, -1 - suffixes[0].word.length)));
  if (!found) return;
  const line = room.querySelector("[data-found]");
  for (const other of all("[data-home]")) {
    if (!found[other.dataset.code]) continue;
    const link = document.createElement("a");
    Object.assign(link, { href: found[other.dataset.code], lang: other.lang, dir: other.dir, hreflang: other.lang });
    link.textContent = other.dataset.name;
    line.append(" ", link);
  }
  line.hidden = false;
}
if (own && asked && lookup) offer(own).catch(() => { /* The rest of the page is still there. */ });
