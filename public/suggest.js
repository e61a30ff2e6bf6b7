const SUGGEST_AFTER_MS = 250;
const SUGGESTED = 6;

/**
 * Offers what is found while a search field is typed in: links to the things, under the field, reached by Tab or the
 * down arrow, closed by Escape or by leaving the form. Where nothing answers, the field stays as it was.
 */
export function suggest(form) {
  const field = form.querySelector("input[name=q]");
  if (!field) return;
  const list = document.createElement("ul");
  list.className = "titles";
  list.hidden = true;
  list.setAttribute("aria-label", form.dataset.suggest ?? "");
  form.append(list);
  field.setAttribute("autocomplete", "off");
  let timer = 0;
  let request = null;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, SUGGEST_AFTER_MS);
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
  form.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
      field.focus();
    }
    if (!step || list.hidden) return;
    event.preventDefault();
    (links[links.indexOf(document.activeElement) + step] ?? field).focus();
  });

  // what was typed before this came
  if (field.value !== field.defaultValue) ask();

  function close() {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
  }

  async function ask() {
    request?.abort();
    request = new AbortController();
    const text = field.value.trim();
    if (text.length < 2) return show([]);
    const query = new URLSearchParams({ q: text, lang: document.documentElement.lang, limit: SUGGESTED });
    try {
      const answer = await fetch(`/api/v1/search?${query}`, { signal: request.signal });
      const { items, relaxed } = answer.ok ? await answer.json() : { items: [] };
      show(relaxed ? [] : items);
    } catch {
      // Typed on meanwhile, or no network: there is nothing new to offer.
    }
  }

  function show(items) {
    list.replaceChildren(
      ...items.map(({ title, titleLang, url }) => {
        const link = document.createElement("a");
        link.href = new URL(url).pathname;
        link.lang = titleLang;
        link.textContent = title;
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
    list.hidden = items.length === 0 || !form.contains(document.activeElement);
  }
}
