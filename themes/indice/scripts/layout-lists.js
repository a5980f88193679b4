// A table of posts is ordered by the column whose head is pressed, and the other way at the next press.
for (const table of all("table[data-sort]")) {
  const heads = all("thead th", table).slice(0, 2);
  const rows = table.tBodies[0];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const one of heads) one.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
      const text = (row) => column ? row.cells[1].textContent : row.querySelector("time").dateTime;
      rows.append(...[...rows.rows].sort((a, b) => way * text(a).localeCompare(text(b), root.lang)));
    });
  });
}
