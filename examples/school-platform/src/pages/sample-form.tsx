import type { SampleScene } from "./samples.js";

const MANY = 12;

/**
 * A piece of work on its way in: from the camera, a file, a drop or the keyboard. The name is covered here, in the browser;
 * without script the box says that it was covered on the paper.
 */
export function AddSample({ scene, deleteOn }: { scene: SampleScene; deleteOn: string }) {
  const { frame, path, today } = scene;
  const { say } = frame;
  const labels = Array.from({ length: MANY + 1 }, (_, n) => say("samples.cover.label", { n }));
  return (
    <section class="no-print" aria-labelledby="add">
      <h2 id="add">{say("samples.add")}</h2>
      <form
        method="post"
        action={path}
        id="sample-form"
        class="drop sample-form"
        enctype="multipart/form-data"
        data-token={frame.token}
        data-failed={say("samples.failed")}
        data-unreadable={say("samples.unreadable")}
      >
        <input type="hidden" name="token" value={frame.token} />
        <input type="hidden" name="do" value="add" />
        <label for="camera">{say("samples.camera")}</label>
        <input id="camera" name="camera" type="file" accept="image/*" capture="environment" />
        <label for="file">{say("samples.file")}</label>
        <input
          id="file"
          name="file"
          type="file"
          accept="image/jpeg,image/png,image/*,application/pdf,text/plain"
        />
        <div id="cover" hidden>
          <h3>{say("samples.cover")}</h3>
          <p class="soft" id="cover-how">
            {say("samples.cover.how")}
          </p>
          <canvas
            tabindex={0}
            role="img"
            aria-label={labels[0]}
            aria-describedby="cover-how"
            data-labels={JSON.stringify(labels)}
          />
          <p class="row">
            <button type="button" class="quiet" data-strip>
              {say("samples.cover.strip")}
            </button>
            <button type="button" class="quiet" data-undo>
              {say("samples.cover.undo")}
            </button>
          </p>
        </div>
        <details>
          <summary>{say("samples.text")}</summary>
          <textarea name="text" aria-label={say("samples.text")} maxlength={20_000} />
        </details>
        <p class="row">
          <label class="inline">
            <input type="checkbox" name="covered" value="yes" /> {say("samples.covered")}
          </label>
          <label class="inline">
            {say("samples.deleteOn")}{" "}
            <input name="deleteOn" type="date" value={deleteOn} min={today} required />
          </label>
          <button>{say("samples.put")}</button>
        </p>
        <p role="status" />
        <p class="who">{say("samples.who")}</p>
      </form>
    </section>
  );
}
