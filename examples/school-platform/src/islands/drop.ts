/** Lets a file be dropped anywhere on the form; choosing one opens it at once. */
const form = document.querySelector<HTMLFormElement>("#drop");
const input = form?.querySelector<HTMLInputElement>("input[type=file]");
if (form && input) {
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (!event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  input.addEventListener("change", () => input.files?.length && form.requestSubmit());
}
