// What a page can do a little better where scripts run. Every page works without it.

const SAVE_AFTER_MS = 1500;
const RETRY_AFTER_MS = [5000, 15_000, 30_000, 60_000];

document.getElementById("error-summary")?.focus();
for (const area of document.querySelectorAll("textarea[data-count]")) countCharacters(area);
for (const form of document.querySelectorAll("form[data-autosave]")) autosave(form);
for (const form of document.querySelectorAll("form[role=search]"))
  form.addEventListener("focusin", async () => (await import("/suggest.js")).suggest(form), { once: true });

function countCharacters(area) {
  const count = document.getElementById(area.dataset.count);
  const text = count?.dataset.text;
  if (!text) return;
  const format = new Intl.NumberFormat(document.documentElement.lang);
  const show = () => {
    count.textContent = text.replace("{n}", format.format(area.value.length).replaceAll("\u202f", "\u00a0"));
  };
  area.addEventListener("input", show);
  show();
}

/**
 * Posts the form with `intent=autosave` to the address of `data-autosave` while it is typed in. The answer is JSON:
 * `values` are new values of hidden fields (a version), `similar` is what is like the words typed. Anything else counts as not saved: what is typed
 * stays, saving is tried again, and leaving the page asks first.
 */
function autosave(form) {
  const status = form.querySelector("[data-autosave-status]");
  let timer = 0;
  let failures = 0;
  let unsaved = false;
  let changes = 0;
  let request = null;

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    request?.abort();
    unsaved = false;
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  addEventListener("online", () => unsaved && save());

  function changed(event) {
    if (event.target.type === "file") return;
    unsaved = true;
    changes += 1;
    later(SAVE_AFTER_MS);
  }

  function later(delay) {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  }

  async function save() {
    if (request) return later(SAVE_AFTER_MS);
    const saved = changes;
    request = new AbortController();
    say("saving");
    try {
      follow(await post(request.signal));
      failures = 0;
      unsaved = changes !== saved;
      say("saved");
    } catch (error) {
      if (error.name === "AbortError") return;
      say("failed");
      later(RETRY_AFTER_MS[Math.min(failures, RETRY_AFTER_MS.length - 1)]);
      failures += 1;
    } finally {
      request = null;
    }
  }

  async function post(signal) {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    body.set("intent", "autosave");
    const response = await fetch(form.dataset.autosave, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      signal,
    });
    const isJson = response.headers.get("Content-Type")?.includes("json");
    if (!response.ok || response.redirected || !isJson) throw new Error(`Not saved: ${response.status}`);
    return response.json();
  }

  function follow(answer) {
    for (const [name, value] of Object.entries(answer?.values ?? {})) {
      const field = form.elements.namedItem(name);
      if (field?.type === "hidden") field.value = value;
    }
    const panel = form.querySelector("[data-similar]");
    if (panel && answer?.similar) showSimilar(panel, answer.similar);
  }

  function say(what) {
    if (!status) return;
    const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(new Date());
    status.textContent = (status.dataset[what] ?? "").replace("{time}", time);
    status.classList.toggle("ov", what === "failed");
  }
}

/** What is similar takes the place of what was; where it is the same, nothing moves and nothing is spoken. */
function showSimilar(panel, similar) {
  const shown = JSON.stringify(similar);
  if (panel.dataset.similar === shown) return;
  panel.dataset.similar = shown;
  const list = panel.querySelector("ul");
  const template = panel.querySelector("template");
  panel.querySelector("[role=status]").textContent = similar.said;
  list.hidden = similar.rows.length === 0;
  list.replaceChildren(
    ...similar.rows.map((row) => {
      const item = template.content.cloneNode(true);
      for (const part of item.querySelectorAll("[data-part]")) part.textContent = row[part.dataset.part];
      const link = item.querySelector("a");
      link.href = row.href;
      link.lang = row.titleLang;
      return item;
    }),
  );
}
