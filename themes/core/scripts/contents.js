// The table of contents stands open beside the text when there is room, and marks where the reader is.
const toc = one(".toc details");
if (toc) {
  const roomy = matchMedia("(min-width: 75rem)");
  const fold = () => { toc.open = roomy.matches; toc.firstElementChild.tabIndex = roomy.matches ? -1 : 0; };
  roomy.addEventListener("change", fold);
  fold();
  const links = all("a", toc);
  const heads = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const mark = () => {
    const past = heads.filter((head) => head && head.getBoundingClientRect().top < innerHeight / 3).length;
    links.forEach((link, i) => i === past - 1 ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
  };
  const watch = new IntersectionObserver(mark, { rootMargin: "99999px 0px -66% 0px" });
  heads.forEach((head) => head && watch.observe(head));
  mark();
}
