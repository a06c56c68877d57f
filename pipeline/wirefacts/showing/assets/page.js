"use strict";
// Filters the tables by words and kinds, and sorts them by a column. Links between text and table are plain anchors and need none of this.
(() => {
  const words = document.getElementById("words");
  const count = document.getElementById("count");
  const boxes = [...document.querySelectorAll("input[name=kind]")];
  const rows = [...document.querySelectorAll("tbody tr")];
  const texts = rows.map((row) => row.textContent.toLowerCase());

  const refresh = () => {
    const wanted = words.value.trim().toLowerCase();
    const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let shown = 0;
    rows.forEach((row, index) => {
      row.hidden = !texts[index].includes(wanted);
      shown += !row.hidden && kinds.has(row.className);
    });
    boxes.forEach((box) => document.body.classList.toggle("no-" + box.value, !box.checked));
    count.textContent = shown === rows.length ? `${shown} facts` : `${shown} of ${rows.length} facts`;
  };

  // A row that is asked for by a link is shown, whatever is filtered.
  const reveal = () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (row && row.matches("tr")) {
      const box = boxes.find((each) => each.value === row.className);
      if (row.hidden || !box.checked) {
        words.value = "";
        box.checked = true;
        refresh();
        row.scrollIntoView();
      }
      const link = row.querySelector("a");
      if (link) link.focus({ preventScroll: true });
    }
  };

  const sort = (header) => {
    const body = header.closest("table").tBodies[0];
    const column = header.cellIndex;
    const rising = header.getAttribute("aria-sort") !== "ascending";
    const key = (row) => row.cells[column].dataset.order ?? row.cells[column].textContent;
    const compare = (left, right) => {
      const a = key(left), b = key(right);
      const numbers = a !== "" && b !== "" && !isNaN(a) && !isNaN(b);
      return numbers ? a - b : a.localeCompare(b);
    };
    for (const other of header.parentElement.cells) other.setAttribute("aria-sort", "none");
    header.setAttribute("aria-sort", rising ? "ascending" : "descending");
    body.append(...[...body.rows].sort((left, right) => (rising ? compare(left, right) : compare(right, left))));
  };

  words.form.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", refresh);
  boxes.forEach((box) => box.addEventListener("change", refresh));
  document.querySelectorAll("th").forEach((header) => header.firstElementChild.addEventListener("click", () => sort(header)));
  addEventListener("hashchange", reveal);
  refresh();
  reveal();
})();
