// A protocol run over fetch and server-sent events. Clients send commands and receive their own views, never events.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { findProtocol, fit, handle, newRun, planFit, viewRun } from "@collegium/protocols";

const people = ["ana", "ben", "caro", "dov"].map((id, i) => ({
  id,
  roles: [i ? "participant" : "facilitator"],
}));
const protocol = findProtocol("notice-wonder");
const plan = planFit(protocol, fit(protocol, 42, people.length), people);
const may = (id) => (people.some((person) => person.id === id) ? ["read-agenda", "read-notes"] : []);
const team = { subject: { kind: "run", id: "r1" }, purpose: "teaching", audience: "team", on: "2026-09-01" };
const grant = ({ person }) => ({ ...team, viewer: person, may: may(person) });
export function serve() {
  let state = newRun;
  const clients = new Map();
  const show = (client, view) => view && client.write(`data: ${JSON.stringify(view)}\n\n`);
  return createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://localhost");
    const who = { person: searchParams.get("me"), handle: searchParams.get("device") }; // your sign-in goes here
    if (pathname === "/live") {
      response.writeHead(200, { "content-type": "text/event-stream" }).write(":\n\n");
      show(response, viewRun(state, who, grant(who)));
      clients.set(response, who);
      request.on("close", () => clients.delete(response));
    } else if (pathname === "/command") {
      const command = { ...(await json(request).catch(() => ({}))), plan, people };
      const handled = handle(state, command, { ...who, at: new Date().toISOString() });
      if (!handled.ok) return response.writeHead(409).end(JSON.stringify(handled.rejection));
      state = handled.state; // append handled.events to your own store here
      for (const [client, viewer] of clients)
        if (handled.changedFor(viewer, grant(viewer))) show(client, handled.viewFor(viewer, grant(viewer)));
      response.end("{}");
    } else response.end(readFileSync(new URL("client.html", import.meta.url)));
  });
}
if (process.argv[1] === import.meta.filename)
  serve().listen(8080, () => console.log("http://localhost:8080/?me=ana"));
