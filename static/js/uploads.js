// Files one by one, each with a bar: one that fails takes no other with it. Without this file the form sends all at once.

const form = document.querySelector("form[data-uploads]");
const results = document.querySelector(form.dataset.results);
const pattern = document.querySelector("#sending").content;
const PARALLEL = 2;
const ALMOST = 99;
const size = (bytes) => new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }).format(bytes / 2 ** 20);
const isMedia = (file) => /^(audio|video)\//.test(file.type);
let waiting = [];
let sending = 0;

for (const hint of form.querySelectorAll(".scripted")) hint.hidden = false;

function listOfResults() {
  const list = results.querySelector("ul") || document.createElement("ul");
  list.className = "stack ruled brought";
  results.append(list);
  return list;
}

function rowFor(file) {
  const row = pattern.firstElementChild.cloneNode(true);
  row.querySelector("[data-name]").textContent = file.name;
  row.querySelector("[data-size]").textContent = size(file.size);
  listOfResults().append(row);
  return row;
}

// What the server says of a file takes the place of its bar.
function settle(row, html) {
  const said = new DOMParser().parseFromString(html, "text/html").querySelector("li");
  if (said) row.replaceChildren(...said.childNodes);
  return Boolean(said);
}

function fail(row, sentence) {
  const status = row.querySelector(".status");
  row.querySelector("progress").remove();
  status.removeAttribute("aria-busy");
  status.classList.add("kept");
  status.textContent = sentence;
}

function send(file, row) {
  const status = row.querySelector(".status");
  const bar = row.querySelector("progress");
  const limit = Number(isMedia(file) ? form.dataset.mediaLimit : form.dataset.documentLimit);
  if (file.size > Math.max(limit, file.type ? 0 : Number(form.dataset.mediaLimit))) return Promise.resolve(fail(row, status.dataset.large));
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.append("file", file, file.name);
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    status.textContent = status.dataset.say;
    request.upload.addEventListener("progress", (event) => {
      bar.value = event.lengthComputable ? Math.min(ALMOST, (100 * event.loaded) / event.total) : 0;
    });
    request.upload.addEventListener("load", () => { status.textContent = status.dataset.kept; });
    request.addEventListener("loadend", () => {
      if (!settle(row, request.responseText)) fail(row, titleOf(request.responseText) || status.dataset.lost);
      done();
    });
    request.open("POST", form.action);
    request.setRequestHeader("HX-Request", "true");
    request.send(body);
  });
}

// A page that is no result (a session that ended, a form gone stale) says why in its first heading.
function titleOf(html) {
  return html && new DOMParser().parseFromString(html, "text/html").querySelector("h1")?.textContent.trim();
}

function refresh() {
  window.htmx?.ajax("GET", form.action, { target: form.dataset.list, swap: "outerMorph" });
}

function next() {
  while (sending < PARALLEL && waiting.length) {
    const [file, row] = waiting.shift();
    sending += 1;
    send(file, row).then(() => {
      sending -= 1;
      refresh();
      next();
    });
  }
}

function bring(files) {
  waiting = waiting.concat([...files].map((file) => [file, rowFor(file)]));
  next();
}

form.addEventListener("submit", (event) => {
  const fields = [...form.querySelectorAll("input[type=file]")];
  const files = fields.flatMap((field) => [...field.files]);
  if (!files.length) return;
  event.preventDefault();
  for (const field of fields) field.value = "";
  bring(files);
});

// Dropped beside the field is still meant for it.
const drop = form.querySelector(".drop");
for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  bring(event.dataTransfer.files);
});

// Leaving while something is on its way would lose it.
addEventListener("beforeunload", (event) => {
  if (sending) event.preventDefault();
});
