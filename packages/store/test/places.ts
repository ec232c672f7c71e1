import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Database } from "../src/database.js";
import { onServer } from "../src/place.js";

/** Address of a server on which databases may be made; the contract runs there too where it is set. */
export const SERVER = process.env["COLLEGIUM_POSTGRES_URL"];

/** An opened database of a test, and how to be rid of it. */
export interface Place {
  readonly database: Database;
  end(): Promise<void>;
}

/** A new database on the server, owned by a user who is no superuser. */
export async function serverPlace(): Promise<Place> {
  const { url, end } = await serverDatabase();
  const database = await onServer(url);
  return {
    database,
    end: async () => {
      await database.close();
      await end();
    },
  };
}

/** A new empty database on the server and its address. */
export async function serverDatabase(): Promise<{ url: string; end(): Promise<void> }> {
  const name = `collegium_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: SERVER });
  await admin.connect();
  await admin.query(`create role ${name} login createrole password '${name}'`);
  await admin.query(`create database ${name} owner ${name}`);
  const url = new URL(SERVER ?? "");
  url.pathname = `/${name}`;
  url.username = name;
  url.password = name;
  return {
    url: url.href,
    end: async () => {
      await admin.query(`drop database ${name} with (force)`);
      await admin.query(`drop role ${name}`);
      await admin.end();
    },
  };
}

/** A new folder, and how to be rid of it. */
export function temporaryFolder(): { folder: string; end(): void } {
  const folder = mkdtempSync(join(tmpdir(), "collegium-store-"));
  return { folder, end: () => rmSync(folder, { recursive: true, force: true }) };
}
