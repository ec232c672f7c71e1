// A protocol run over fetch and server-sent events. Clients send commands and receive their own views, never events.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { findProtocol, fit, handle, newRun, planFit } from "@collegium/protocols";

const people = ["ana", "ben", "caro"].map((id, i) => ({ id, roles: [i ? "participant" : "facilitator"] }));
const protocol = findProtocol("notice-wonder");
const plan = planFit(protocol, fit(protocol, 42, people.length), people);
const team = { purpose: "teaching", audience: "team", may: ["read-agenda", "read-notes"], on: "2026-09-01" };
const grant = (viewer) => ({ ...team, viewer, subject: { kind: "run", id: "r1" } });

export function serve() {
  let state = newRun;
  const stream = { districtId: "local", stream: "run:r1", version: 0 };
  const clients = new Map();
  return createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const who = { person: searchParams.get("me"), handle: searchParams.get("device") }; // your sign-in goes here
    if (pathname === "/live") {
      response.writeHead(200, { "content-type": "text/event-stream" }).write(":\n\n");
      clients.set(response, who);
      request.on("close", () => clients.delete(response));
    } else if (request.method === "POST") {
      const sent = await text(request)
        .then(JSON.parse)
        .catch(() => ({}));
      const command = sent?.type === "start-run" ? { ...sent, plan, people } : sent;
      const handled = handle(state, command, { ...who, at: new Date().toISOString() }, stream);
      if (!handled.ok) return response.writeHead(409).end(JSON.stringify(handled.rejection));
      for (const [client, viewer] of clients) {
        const view =
          handled.changedFor(viewer, grant(viewer.person)) && handled.viewFor(viewer, grant(viewer.person));
        if (view) client.write(`data: ${JSON.stringify(view)}\n\n`);
      }
      state = handled.state; // append handled.events to your own store here
      stream.version += handled.events.length;
      response.end("{}");
    } else response.end(readFileSync(new URL("client.html", import.meta.url)));
  });
}
if (process.argv[1] === import.meta.filename)
  serve().listen(8080, () => console.log("http://localhost:8080/?me=ana"));
