// The contents stand open beside the text when there is room, and mark where the reader is.
const toc = one(".toc details");
if (toc) {
  const roomy = matchMedia("(min-width: 75rem)");
  const fold = () => { toc.open = roomy.matches; toc.firstElementChild.tabIndex = roomy.matches ? -1 : 0; };
  roomy.addEventListener("change", fold);
  fold();
  const links = all("a", toc);
  const heads = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  const mark = () => {
    const past = heads.filter((head) => head?.getBoundingClientRect().top < innerHeight * .15).length;
    links.forEach((link, i) => { link.ariaCurrent = i === past - 1 ? "true" : null; });
    if (past) toc.parentNode.scrollTop = links[past - 1].offsetTop - toc.parentNode.clientHeight / 2;
  };
  const watch = new IntersectionObserver(mark, { rootMargin: "99999px 0px -85% 0px" });
  for (const head of heads) if (head) watch.observe(head);
  mark();
}

// The name of a heading is its words alone: who goes from heading to heading hears no link in each.
for (const link of all(".anchor")) {
  const heading = link.parentNode;
  heading.setAttribute("aria-label", heading.textContent.replace(/\s*#$/, ""));
}
