/** Asks the worker that holds the school; every act answers in its own time, and the page stays alive meanwhile. */
export function schoolDesk(url) {
  const worker = new Worker(url, { type: "module" });
  const waiting = new Map();
  let next = 0;
  worker.onmessage = ({ data: { id, value, because } }) => {
    const { done, failed } = waiting.get(id);
    waiting.delete(id);
    if (because === undefined) done(value);
    else failed(new Error(because));
  };
  return (act, values = {}) =>
    new Promise((done, failed) => {
      waiting.set(++next, { done, failed });
      worker.postMessage({ id: next, act, values });
    });
}

/** Lets the page draw and hear presses before more is done. */
export const breath = () => new Promise((done) => setTimeout(done, 0));
