// Draws the API's schema into the page. The schema itself is the link above it.
const drawing = document.getElementById("swagger");
window.SwaggerUIBundle({ url: drawing.dataset.schema, domNode: drawing, deepLinking: false, validatorUrl: null });
