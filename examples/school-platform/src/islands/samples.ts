/** Covers names on a picture before it leaves the device, and tells when the page has something new. */
interface Strip {
  x: number;
  y: number;
  width: number;
  height: number;
}

const LONGEST = 1800;
const STEP = 0.02;

const form = document.querySelector<HTMLFormElement>("#sample-form");
const canvas = document.querySelector<HTMLCanvasElement>("#cover canvas");
const box = document.querySelector<HTMLElement>("#cover");
const pen = canvas?.getContext("2d");
if (form && canvas && box && pen) {
  const covered = form.querySelector<HTMLInputElement>("[name=covered]") as HTMLInputElement;
  const said = form.querySelector<HTMLElement>("[role=status]") as HTMLElement;
  const labels = JSON.parse(canvas.dataset["labels"] as string) as string[];
  const inputs = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")];
  const strips: Strip[] = [];
  let picture: ImageBitmap | undefined;
  let drawn: Strip | undefined;

  const show = () => {
    if (!picture) return;
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    pen.fillStyle = "#000";
    for (const strip of drawn ? [...strips, drawn] : strips) {
      pen.fillRect(strip.x, strip.y, strip.width, strip.height);
    }
    const label = labels[Math.min(strips.length, labels.length - 1)] as string;
    canvas.setAttribute("aria-label", label);
  };

  const take = async (file: File | undefined) => {
    picture = undefined;
    strips.length = 0;
    covered.checked = false;
    said.textContent = "";
    box.hidden = true;
    if (!file?.type.startsWith("image/")) return;
    try {
      picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    } catch {
      said.textContent = form.dataset["unreadable"] as string;
      return;
    }
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    box.hidden = false;
    show();
    canvas.focus({ preventScroll: true });
  };

  for (const input of inputs) {
    input.addEventListener("change", () => {
      for (const other of inputs) if (other !== input) other.value = "";
      void take(input.files?.[0]);
    });
  }
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const input = inputs.at(-1);
    if (!input || !event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change"));
  });

  const place = (event: PointerEvent) => {
    const edge = canvas.getBoundingClientRect();
    return {
      x: ((event.clientX - edge.left) / edge.width) * canvas.width,
      y: ((event.clientY - edge.top) / edge.height) * canvas.height,
    };
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    drawn = { ...place(event), width: 0, height: 0 };
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drawn) return;
    const { x, y } = place(event);
    drawn = { ...drawn, width: x - drawn.x, height: y - drawn.y };
    show();
  });
  const lift = () => {
    if (drawn && Math.abs(drawn.width) > 3 && Math.abs(drawn.height) > 3) strips.push(drawn);
    drawn = undefined;
    show();
  };
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", lift);

  const addStrip = () => {
    strips.push({ x: 0, y: 0, width: canvas.width, height: canvas.height * 0.12 });
    show();
    canvas.focus({ preventScroll: true });
  };
  const undo = () => {
    strips.pop();
    show();
  };
  box.querySelector("[data-strip]")?.addEventListener("click", addStrip);
  box.querySelector("[data-undo]")?.addEventListener("click", undo);
  canvas.addEventListener("keydown", (event) => {
    const last = strips.at(-1);
    if (event.key === "Enter") {
      event.preventDefault();
      return addStrip();
    }
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      return undo();
    }
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way || !last) return;
    event.preventDefault();
    const [x = 0, y = 0] = [
      (way[0] as number) * STEP * canvas.width,
      (way[1] as number) * STEP * canvas.height,
    ];
    if (event.shiftKey) {
      last.width = Math.max(STEP * canvas.width, last.width + x);
      last.height = Math.max(STEP * canvas.height, last.height + y);
    } else {
      last.x += x;
      last.y += y;
    }
    show();
  });

  // What leaves the device is the covered picture, drawn anew: nothing the camera wrote into the file is in it.
  form.addEventListener("submit", (event) => {
    if (!picture) return;
    event.preventDefault();
    canvas.toBlob(
      async (blob) => {
        if (!blob) return;
        const body = new FormData(form);
        for (const input of inputs) body.delete(input.name);
        body.set("file", new File([blob], "work.jpg", { type: "image/jpeg" }));
        const response = await fetch(form.getAttribute("action") as string, {
          method: "POST",
          body,
          headers: { "x-token": form.dataset["token"] as string },
        }).catch(() => undefined);
        if (response?.ok) return location.reload();
        const issue = response?.status === 422 ? await response.json() : undefined;
        said.textContent = issue
          ? `${issue.message} ${issue.hint ?? ""}`
          : (form.dataset["failed"] as string);
      },
      "image/jpeg",
      0.85,
    );
  });
}

const live = document.querySelector<HTMLElement>("[data-samples]");
if (live) {
  let version: string | undefined;
  let dirty = false;
  document.addEventListener("input", () => (dirty = true));
  new EventSource(live.dataset["samples"] as string).addEventListener("version", (event) => {
    if (version === undefined || version === event.data) version = event.data;
    else if (dirty) live.hidden = false;
    else location.reload();
  });
}
