// SPDX-License-Identifier: Apache-2.0
// Makes the report comfortable: theme, sorting, filtering. Without it everything can be read as well.
"use strict";
(() => {
  const root = document.documentElement;
  const themes = ["auto", "light", "dark"];

  const stored = () => {
    try {
      return localStorage.getItem("slipway-theme") || "auto";
    } catch (refused) {
      return "auto";
    }
  };

  const applyTheme = theme => {
    if (theme === "auto") {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = theme;
    }
  };

  applyTheme(stored());

  const words = () => document.querySelector(".top").dataset;

  const addThemeButton = () => {
    const button = document.createElement("button");
    let theme = stored();
    const show = () => {
      button.textContent = words()["theme" + theme[0].toUpperCase() + theme.slice(1)];
    };
    button.type = "button";
    button.className = "theme";
    button.title = words().themeLabel;
    button.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      applyTheme(theme);
      show();
      try {
        localStorage.setItem("slipway-theme", theme);
      } catch (refused) {
        // The choice then lasts as long as the page.
      }
    });
    show();
    document.querySelector(".top").append(button);
  };

  // The fragment holds a place and what a table shows: #workloads?q=shop&owner=a&sort=4-down
  const readFragment = () => {
    const [place, query] = location.hash.slice(1).split("?");
    return {place: place || "", query: new URLSearchParams(query || "")};
  };

  const sortValue = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort ?? cell.textContent.trim();
  };

  const compare = (a, b) => {
    const x = Number(a);
    const y = Number(b);
    return a !== "" && b !== "" && !Number.isNaN(x) && !Number.isNaN(y)
      ? x - y
      : a.localeCompare(b, undefined, {numeric: true});
  };

  const sortTable = (table, column, down) => {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    rows.sort((a, b) => compare(sortValue(a, column), sortValue(b, column)) * (down ? -1 : 1));
    body.append(...rows);
    [...table.tHead.rows[0].cells].forEach((head, index) => {
      if (index === column) {
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
    table.dataset.sorted = column + (down ? "-down" : "-up");
  };

  const makeSortable = (table, changed) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        const number = head.classList.contains("num");
        const sorted = head.getAttribute("aria-sort");
        sortTable(table, column, sorted ? sorted === "ascending" : number);
        changed();
      });
      head.append(button);
    });
  };

  const fillSelect = (select, values) => {
    [...new Set(values)].filter(Boolean).sort((a, b) => a.localeCompare(b)).forEach(value => {
      select.append(new Option(value, value));
    });
  };

  const makeFilter = (form, table, changed) => {
    const rows = [...table.tBodies[0].rows];
    const texts = new Map(rows.map(row => [row, row.textContent.toLowerCase()]));
    const {q, owner, verdict} = form.elements;
    fillSelect(owner, rows.map(row => row.dataset.owner));
    fillSelect(verdict, rows.map(row => row.dataset.verdict));
    const output = form.querySelector("output");
    const apply = () => {
      const wanted = q.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach(row => {
        const fits = wanted.every(word => texts.get(row).includes(word))
          && (!owner.value || row.dataset.owner === owner.value)
          && (!verdict.value || row.dataset.verdict === verdict.value);
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      output.textContent = output.dataset.text.replace("{shown}", shown).replace("{all}", rows.length);
    };
    const update = () => { apply(); changed(); };
    form.addEventListener("input", update);
    form.addEventListener("change", update);
    // The fields are empty only after this event.
    form.addEventListener("reset", () => setTimeout(update));
    form.addEventListener("submit", event => event.preventDefault());
    form.hidden = false;
    return {form, apply, fields: {q, owner, verdict}};
  };

  const addTables = () => {
    const views = [...document.querySelectorAll("table[data-sortable]")].map(table => {
      const place = table.id.replace(/-table$/, "");
      const view = {table, place, filter: null};
      const changed = () => {
        const query = new URLSearchParams();
        Object.entries(view.filter ? view.filter.fields : {}).forEach(([name, field]) => {
          if (field.value) {
            query.set(name, field.value);
          }
        });
        if (table.dataset.sorted) {
          query.set("sort", table.dataset.sorted);
        }
        const text = query.toString();
        history.replaceState(null, "", "#" + place + (text ? "?" + text : ""));
      };
      makeSortable(table, changed);
      const form = document.querySelector(`form[data-for="${table.id}"]`);
      if (form) {
        view.filter = makeFilter(form, table, changed);
        view.filter.apply();
      }
      return view;
    });

    const followFragment = () => {
      const {place, query} = readFragment();
      const view = views.find(each => each.place === place);
      if (!view || ![...query.keys()].length) {
        return;
      }
      if (view.filter) {
        Object.entries(view.filter.fields).forEach(([name, field]) => { field.value = query.get(name) || ""; });
        view.filter.apply();
      }
      const [column, direction] = (query.get("sort") || "").split("-");
      if (column !== "" && Number(column) < view.table.tHead.rows[0].cells.length) {
        sortTable(view.table, Number(column), direction === "down");
      }
      document.getElementById(place)?.scrollIntoView();
    };
    addEventListener("hashchange", followFragment);
    followFragment();
  };

  // A link into something folded opens it.
  const openTarget = () => {
    const target = document.getElementById(readFragment().place);
    for (let each = target; each; each = each.parentElement) {
      if (each instanceof HTMLDetailsElement) {
        each.open = true;
      }
    }
    target?.scrollIntoView();
  };

  const addOpenAll = () => {
    const findings = [...document.querySelectorAll("details.finding")];
    const heading = document.querySelector("#findings > h2");
    if (!heading || findings.length < 2) {
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "open-all";
    const show = () => {
      button.textContent = findings.every(each => each.open) ? words().collapseAll : words().expandAll;
    };
    button.addEventListener("click", () => {
      const open = !findings.every(each => each.open);
      findings.forEach(each => { each.open = open; });
      show();
    });
    findings.forEach(each => each.addEventListener("toggle", show));
    show();
    heading.after(button);
  };

  // On paper nothing can be opened.
  const openForPrint = () => {
    const closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach(each => { each.open = true; });
    addEventListener("afterprint", () => closed.forEach(each => { each.open = false; }), {once: true});
  };

  addEventListener("DOMContentLoaded", () => {
    addThemeButton();
    addTables();
    addOpenAll();
    if (location.hash && !location.hash.includes("?")) {
      openTarget();
    }
    addEventListener("hashchange", openTarget);
    addEventListener("beforeprint", openForPrint);
  });
})();
