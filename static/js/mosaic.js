// Small conveniences. Every page works without this file.

// A new place is told the browser's time zone, so that "saved 19:42" is the person's evening.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const field of document.querySelectorAll('input[name="timezone"]')) field.value = zone || "";

// What stands in for a script is not needed where there is one.
for (const one of document.querySelectorAll(".unscripted")) one.remove();

// A form that is being sent cannot be sent twice; coming back with the back button frees it again.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.hasAttribute("data-again")) return;
  setTimeout(() => {
    for (const button of event.target.querySelectorAll("button")) button.disabled = true;
    event.target.setAttribute("aria-busy", "true");
  });
});
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[aria-busy]")) {
    form.removeAttribute("aria-busy");
    for (const button of form.querySelectorAll("button")) button.disabled = false;
  }
});

// After a swap the new heading is where reading goes on.
document.addEventListener("htmx:after:swap", () => {
  const heading = document.querySelector("main [data-focus]");
  if (!heading) return;
  heading.focus();
  // Only what is new is gone to: a later swap elsewhere leaves the reader where they are.
  heading.removeAttribute("data-focus");
});

// What could not be answered within the page is sent as the plain form it is: that page has the words and the ways on.
const plainly = ({ detail: { ctx } }) => {
  const form = ctx.sourceElement;
  const isLost = !ctx.response || ctx.response.status >= 400;
  if (!isLost || !(form instanceof HTMLFormElement) || !("plainly" in form.dataset)) return true;
  form.submit();
  return false;
};
document.addEventListener("htmx:error", plainly);
document.addEventListener("htmx:after:request", (event) => {
  if (!plainly(event)) event.preventDefault();
});
