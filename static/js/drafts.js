// What is typed stays in this browser until the server has confirmed it, a day at the longest, and no longer
// than the place it was typed in: a page of nobody's, or of somebody else, clears it.

const PREFIX = "mosaic-draft ";
const DAY = 24 * 3600 * 1000;
const place = document.body.dataset.place || "";
const isUnsaved = "unsaved" in document.body.dataset;

const nameOf = (field) => PREFIX + new URL(field.form.action, location.href).pathname + " " + field.name;
const isDraft = (field) => field instanceof HTMLTextAreaElement && field.form?.method === "post" && field.name;
const drafts = () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name)) || {};
  } catch {
    return {};
  }
};
const write = (name, draft) => {
  try {
    localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // A full or closed store only means that there is no draft.
  }
};

// An answer that is no error confirms everything that was sent before it.
const status = performance.getEntriesByType("navigation")[0]?.responseStatus;
const isConfirmed = !isUnsaved && (status === undefined || status === 0 || status < 400);

for (const name of drafts()) {
  const draft = read(name);
  const isOld = !(Date.now() - draft.at < DAY);
  const isForeign = draft.place && draft.place !== place && !isUnsaved;
  if (isOld || isForeign || (draft.sent && isConfirmed)) localStorage.removeItem(name);
}

for (const field of document.querySelectorAll("textarea")) {
  if (!isDraft(field)) continue;
  const draft = read(nameOf(field));
  if (draft.text && draft.base === field.defaultValue && draft.text !== field.value) field.value = draft.text;
}

document.addEventListener("input", (event) => {
  const field = event.target;
  if (!isDraft(field)) return;
  if (field.value === field.defaultValue) localStorage.removeItem(nameOf(field));
  else write(nameOf(field), { text: field.value, base: field.defaultValue, place, at: Date.now() });
});

document.addEventListener("submit", (event) => {
  for (const field of event.target.elements) {
    if (isDraft(field) && localStorage.getItem(nameOf(field))) write(nameOf(field), { ...read(nameOf(field)), sent: true });
  }
});

// A draft the server has taken by itself needs none here. What was typed in the meantime stays.
document.addEventListener("htmx:after:request", (event) => {
  const { sourceElement, response, request } = event.detail.ctx;
  if (!(response?.status < 400)) return;
  for (const field of sourceElement instanceof HTMLFormElement ? sourceElement.elements : [sourceElement]) {
    if (!field || !isDraft(field) || request.body?.get?.(field.name) !== field.value) continue;
    localStorage.removeItem(nameOf(field));
    if ("empties" in field.form.dataset) field.value = "";
  }
});
