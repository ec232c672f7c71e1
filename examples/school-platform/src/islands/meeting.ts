/** The live meeting: follows the view by hints, ticks the clock, sends forms without leaving the page, space moves on. */
const page = document.querySelector<HTMLElement>("[data-meeting]");
if (page) {
  const path = page.dataset["meeting"] as string;
  const token = page.dataset["token"] as string;
  const drift = Date.parse(page.dataset["now"] as string) - Date.now();

  const refresh = async () => {
    const response = await fetch(`${path}/stage`);
    if (!response.ok) return;
    const next = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = next.querySelectorAll<HTMLElement>("[data-live]");
    const known = page.querySelectorAll<HTMLElement>("[data-live]");
    // A meeting that has begun, ended or changed its item has other parts: take the whole stage then.
    if (fresh.length !== known.length || !sameNoteForm(next)) {
      const typed = page.querySelector<HTMLInputElement>("#note")?.value ?? "";
      page.innerHTML = next.querySelector("[data-meeting]")?.innerHTML ?? page.innerHTML;
      const note = page.querySelector<HTMLInputElement>("#note");
      if (note) note.value = typed;
    } else {
      for (const [index, part] of fresh.entries()) {
        const old = known[index] as HTMLElement;
        if (!old.contains(document.activeElement) || document.activeElement?.tagName === "BUTTON")
          old.innerHTML = part.innerHTML;
      }
    }
    tick();
  };
  const sameNoteForm = (next: Document) => noteKey(next) === noteKey(document);
  const noteKey = (where: Document) =>
    where.querySelector<HTMLElement>("#note-form [data-key]")?.dataset["key"];

  const tick = () => {
    for (const clock of page.querySelectorAll<HTMLElement>("[data-clock]")) {
      const { since = "", minutes = "0", pausedFor = "0", pausedSince } = clock.dataset;
      const until = pausedSince ? Date.parse(pausedSince) : Date.now() + drift;
      const left = Number(minutes) * 60 - Math.floor((until - Date.parse(since) - Number(pausedFor)) / 1000);
      const size = Math.abs(left);
      clock.textContent = `${left < 0 ? "−" : ""}${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
      clock.classList.toggle("over", left < 0);
    }
  };

  page.addEventListener("submit", async (event) => {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    const body = new URLSearchParams(new FormData(form, button) as unknown as Record<string, string>);
    const response = await fetch(form.getAttribute("action") as string, {
      method: "POST",
      body,
      headers: { "x-token": token },
    });
    if (response.status === 422) {
      const { message, hint } = await response.json();
      say(`${message} ${hint ?? ""}`);
    } else {
      say("");
      form
        .querySelectorAll<HTMLInputElement>("input:not([type=hidden]):not([type=date])")
        .forEach((input) => {
          input.value = "";
        });
    }
    await refresh();
    if (page.dataset["over"] === "yes" || form.querySelector("[value=close]") === button) location.reload();
  });

  const say = (text: string) => {
    let line = document.querySelector<HTMLElement>("#said");
    if (!line) {
      line = document.createElement("p");
      line.id = "said";
      line.className = "note bad";
      line.setAttribute("role", "alert");
      page.before(line);
    }
    line.hidden = text === "";
    line.textContent = text;
  };

  document.addEventListener("keydown", (event) => {
    const typing = (event.target as HTMLElement).closest("input, textarea, select, button, a, summary");
    if (event.key !== " " || typing) return;
    event.preventDefault();
    page.querySelector<HTMLButtonElement>("[data-next]")?.click();
  });

  const source = new EventSource(`${path}/live`);
  source.addEventListener("version", () => void refresh());
  setInterval(tick, 500);
  tick();
}
