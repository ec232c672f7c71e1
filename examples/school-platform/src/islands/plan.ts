/** Follows a plan in the making; the page reloads once when it is done. */
const stage = document.querySelector<HTMLElement>("[data-plan]");
if (stage) {
  const source = new EventSource(`/plan/${stage.dataset["plan"]}/live`);
  source.addEventListener("progress", (event) => {
    stage.innerHTML = event.data;
  });
  source.addEventListener("end", () => {
    source.close();
    location.reload();
  });
}
