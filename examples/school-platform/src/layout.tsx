import { timetableIssueIn } from "@collegium/exchange";
import { inLanguage } from "@collegium/scheduling";
import type { Issue } from "@collegium/schema";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Frame } from "./frame.js";
import { locales, type MessageKey } from "./messages.js";

const sections: readonly { path: string; key: MessageKey }[] = [
  { path: "/", key: "nav.home" },
  { path: "/teams", key: "nav.teams" },
  { path: "/calendar", key: "nav.calendar" },
  { path: "/time", key: "nav.time" },
  { path: "/plan", key: "nav.plan" },
  { path: "/evidence", key: "nav.evidence" },
  { path: "/import", key: "nav.import" },
];

/** One whole page: head, who and where, the content, and what the school should know of the data. */
export function Page(props: {
  frame: Frame;
  title: string;
  /** Where the page belongs: a team, a meeting. */
  up?: { readonly path: string; readonly name: string };
  island?: string;
  refresh?: number;
  children?: Child;
}) {
  const { frame, title, up, island, refresh, children } = props;
  const { say, school, path } = frame;
  return (
    <>
      {/* Without it browsers fall back to the habits of the nineties. */}
      {raw("<!doctype html>")}
      <html lang={frame.locale} dir="ltr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} · ${school.name}`}</title>
          <link rel="stylesheet" href="/style.css" />
          <link rel="icon" href="/icon.svg" />
          {refresh ? (
            <noscript>
              <meta http-equiv="refresh" content={String(refresh)} />
            </noscript>
          ) : null}
          {island ? <script type="module" src={`/islands/${island}.js`} /> : null}
        </head>
        <body>
          <a class="skip" href="#content">
            {say("nav.skip")}
          </a>
          <header class="site">
            <a class="name" href="/">
              {school.name}
            </a>
            <form method="post" action="/language" class="no-print">
              <input type="hidden" name="token" value={frame.token} />
              <input type="hidden" name="back" value={path} />
              {Object.entries(locales).map(([locale, name]) =>
                locale === frame.locale ? null : (
                  <button class="quiet" name="lang" value={locale} lang={locale}>
                    {name}
                  </button>
                ),
              )}
            </form>
            <a class="viewer" href="/people">
              {say("nav.viewer", { name: frame.viewer.name })}
            </a>
            <nav aria-label={say("nav.label")}>
              {sections.map((section) => (
                <a href={section.path} aria-current={isCurrent(section.path, path) ? "page" : undefined}>
                  {say(section.key)}
                </a>
              ))}
            </nav>
          </header>
          {school.example ? <p class="mark">{say("example.mark")}</p> : null}
          <main id="content" tabindex={-1}>
            {up ? (
              <p class="up no-print">
                <a href={up.path}>← {up.name}</a>
              </p>
            ) : null}
            {children}
          </main>
          <footer class="site">{say("footer")}</footer>
        </body>
      </html>
    </>
  );
}

function isCurrent(section: string, path: string): boolean {
  return section === "/" ? path === "/" : path === section || path.startsWith(`${section}/`);
}

/** A form that posts, with the token every unsafe request needs. */
export function Form(props: {
  frame: Frame;
  action: string;
  class?: string;
  multipart?: boolean;
  id?: string;
  children?: Child;
}) {
  return (
    <form
      method="post"
      action={props.action}
      class={props.class}
      id={props.id}
      enctype={props.multipart ? "multipart/form-data" : undefined}
    >
      <input type="hidden" name="token" value={props.frame.token} />
      {props.children}
    </form>
  );
}

/** Whether a sentence comes with a code and a path; the platform's own are said in the reader's language already. */
const isIssue = (said: object): said is Issue => "code" in said && "path" in said;

/** Issues as sentences, each with what to do. */
export function Issues(props: {
  frame: Frame;
  issues: readonly { message: string; hint?: string | undefined }[];
  tone?: "bad" | "wait";
}) {
  const { issues, frame, tone = "bad" } = props;
  if (issues.length === 0) return null;
  // What packages say of a calendar, a team or a timetable file can be said in the reader's language.
  const shown = issues
    .slice(0, 12)
    .map((issue) =>
      isIssue(issue) ? timetableIssueIn(inLanguage(issue, frame.locale), frame.locale) : issue,
    );
  return (
    <div class={`note ${tone}`} role={tone === "bad" ? "alert" : undefined}>
      <ul>
        {shown.map((issue) => (
          <li>
            {issue.message} {issue.hint ?? ""}
          </li>
        ))}
      </ul>
      {issues.length > shown.length ? (
        <p>{frame.say("issues.more", { n: issues.length - shown.length })}</p>
      ) : null}
    </div>
  );
}

/** A wide table that scrolls inside the page; reachable by keyboard. */
export function Scroll(props: { label: string; children?: Child }) {
  return (
    <section class="scroll" tabindex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}
