import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serve } from "../run-a-protocol/server.mjs";

const server = serve();
let address = "";
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, done));
  address = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

let count = 0;
async function send(me: string, command: Record<string, unknown>) {
  const body = JSON.stringify({ commandId: `c${count++}`, run: "r1", ...command });
  const answer = await fetch(`${address}/command?me=${me}&device=device-of-${me}`, { method: "POST", body });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** Every byte that one client's connection carries. */
async function listen(me: string) {
  const answer = await fetch(`${address}/live?me=${me}&device=device-of-${me}`);
  const traffic: string[] = [];
  const decoder = new TextDecoder();
  const reader = answer.body!.getReader();
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done) return;
      traffic.push(decoder.decode(value));
    }
  })();
  return {
    bytes: () => traffic.join(""),
    until: async (word: string) => {
      for (let i = 0; i < 500 && !traffic.join("").includes(word); i++)
        await new Promise((r) => setTimeout(r, 10));
      return traffic.join("");
    },
  };
}

it("carries no hidden byte to the second client before the reveal", async () => {
  const ben = await listen("ben");
  const caro = await listen("caro");
  expect((await send("ana", { type: "start-run" })).status).toBe(200);
  await caro.until('"phase":"running"');
  await send("ana", { type: "go-to-step", key: "write-notices" });
  await caro.until('"key":"write-notices","step":"write-notices","kind":"write"');
  const before = caro.bytes();
  for (const text of ["CANARY one", "CANARY two"]) {
    expect((await send("ben", { type: "add-note", note: `note-${text.length}-${count}`, text })).status).toBe(
      200,
    );
  }
  expect(await ben.until("CANARY two")).toContain("CANARY one");
  // Ben's own view has come; whatever the server had to say to Caro it has said.
  expect(caro.bytes()).toBe(before);
  await send("ana", { type: "move-on" });
  const after = await caro.until("CANARY two");
  expect(after).toContain("CANARY one");
  expect(after).not.toContain("device-of-ben");
});

it("shows whoever comes later, or back, the present view, and a stranger nothing", async () => {
  const dov = await listen("dov");
  expect(await dov.until("CANARY two")).toContain('"key":"share-notices"');
  const zoe = await listen("zoe");
  await send("ana", { type: "pause-run" });
  await dov.until('"phase":"paused"');
  expect(zoe.bytes()).toBe(":\n\n");
  expect((await send("ana", { type: "resume-run" })).status).toBe(200);
});

it("takes four people through the whole protocol with four buttons", async () => {
  const dov = await listen("dov");
  for (let i = 0; i < 60 && !dov.bytes().includes('"phase":"ended"'); i++) {
    for (const me of ["ana", "ben", "caro", "dov"]) {
      await send(me, { type: "add-note", note: `n${i}`, text: `${me} in step ${i}` });
      await send(me, { type: "end-turn" });
    }
    await send("ana", { type: "move-on" });
    await dov.until("data:");
  }
  expect(await dov.until('"phase":"ended"')).toContain('"phase":"ended"');
});

it("answers a wrong command with a code and a sentence", async () => {
  expect(await send("ben", { type: "move-on" })).toMatchObject({
    status: 409,
    body: { code: "wrong-state" },
  });
  expect(await send("ana", { type: "sing" })).toMatchObject({
    status: 409,
    body: { code: "unknown-command" },
  });
  const broken = await fetch(`${address}/command?me=ana`, { method: "POST", body: "{" });
  expect(broken.status).toBe(409);
});

it("is under sixty lines, handler and client together", () => {
  const lines = ["server.mjs", "client.html"].flatMap((file) =>
    readFileSync(new URL(`../run-a-protocol/${file}`, import.meta.url), "utf8")
      .trimEnd()
      .split("\n"),
  );
  expect(lines.length).toBeLessThan(60);
});
