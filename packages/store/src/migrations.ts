const district = "district_id = current_setting('collegium.district_id', true)";

/** Row level security for one table: the tenant's role sees and writes its own district only. */
function tenantTable(table: string, rights: string): string[] {
  return [
    `alter table collegium.${table} enable row level security`,
    `alter table collegium.${table} force row level security`,
    `create policy ${table}_of_district on collegium.${table} to collegium_district
       using (${district}) with check (${district})`,
    `grant ${rights} on collegium.${table} to collegium_district`,
  ];
}

/** Roles belong to the whole server, so another database may have made them already. */
function role(name: string): string[] {
  return [
    `do $$ begin create role ${name} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    `do $$ begin if not pg_has_role(current_user, '${name}', 'member')
       then execute format('grant ${name} to %I', current_user); end if; end $$`,
    `grant usage on schema collegium to ${name}`,
  ];
}

/**
 * The tables, one statement each, in order; a released statement never changes. Texts of facts are `json`, not `jsonb`:
 * kept letter by letter, as written. Keys begin with the district, so that a cluster can spread the tables by it.
 */
export const MIGRATIONS: readonly string[] = [
  ...role("collegium_district"),
  ...role("collegium_worker"),

  // The row of a stream is locked while it is appended to, which puts writers in line.
  `create table collegium.stream (
     district_id text not null check (district_id <> ''),
     stream text collate "C" not null,
     version integer not null,
     primary key (district_id, stream))`,
  ...tenantTable("stream", "select, insert, update"),

  `create table collegium.event (
     district_id text not null,
     stream text collate "C" not null,
     version integer not null check (version > 0),
     type text not null,
     type_version integer not null,
     at timestamptz(3) not null,
     actor text,
     handle text,
     command_id text not null,
     part integer not null,
     data json not null,
     primary key (district_id, stream, version),
     constraint one_author check (num_nonnulls(actor, handle) = 1),
     constraint command_once unique (district_id, stream, command_id, part))`,
  ...tenantTable("event", "select, insert"),

  `create table collegium.personal (
     district_id text not null,
     stream text collate "C" not null,
     version integer not null,
     personal json not null,
     primary key (district_id, stream, version),
     foreign key (district_id, stream, version) references collegium.event)`,
  ...tenantTable("personal", "select, insert, delete"),

  `create table collegium.document (
     district_id text not null,
     kind text collate "C" not null,
     id text collate "C" not null,
     revision integer not null,
     document json not null,
     primary key (district_id, kind, id))`,
  ...tenantTable("document", "select, insert, update, delete"),

  `create table collegium.due (
     district_id text not null,
     stream text collate "C" not null,
     name text not null,
     at timestamptz(3) not null,
     claimed_until timestamptz(3),
     primary key (district_id, stream, name))`,
  ...tenantTable("due", "select, insert, update, delete"),
  "create policy due_of_all on collegium.due to collegium_worker using (true)",
  "grant select, update on collegium.due to collegium_worker",
  "create index due_at on collegium.due (at)",

  `create table collegium.audit_head (
     district_id text primary key,
     sequence integer not null,
     hash text not null)`,
  ...tenantTable("audit_head", "select, insert, update"),

  `create table collegium.audit (
     district_id text not null,
     sequence integer not null,
     entry json not null,
     hash text not null,
     primary key (district_id, sequence))`,
  ...tenantTable("audit", "select, insert"),
];
