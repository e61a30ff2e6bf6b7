// What a page can do a little better where scripts run. Every page works without it.

const SAVE_AFTER_MS = 1500;
const SEND_AFTER_MS = 8000;
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
  let ended = Promise.resolve();
  let isSending = false;

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", send);
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  addEventListener("online", () => unsaved && save());

  /**
   * What is on its way may have been written already, and the form's own version would be too old then: the form waits
   * for the answer, no longer than `SEND_AFTER_MS`, and goes with the version that it brings.
   */
  async function send(event) {
    clearTimeout(timer);
    unsaved = false;
    if (!request) return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    const waiting = request;
    const limit = setTimeout(() => waiting.abort(), SEND_AFTER_MS);
    await ended;
    clearTimeout(limit);
    clearTimeout(timer);
    unsaved = false;
    isSending = false;
    form.requestSubmit(event.submitter);
  }

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

  function save() {
    if (request) return later(SAVE_AFTER_MS);
    request = new AbortController();
    ended = saveTyped(request.signal);
  }

  async function saveTyped(signal) {
    const saved = changes;
    say("saving");
    try {
      follow(await post(signal));
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
