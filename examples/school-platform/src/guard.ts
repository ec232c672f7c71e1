import { randomBytes } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
export const TOKEN = "token";

/**
 * The rules for every request: this machine only (people are chosen without a password), no foreign page may post,
 * and no script runs but ours.
 */
export function guard(): MiddlewareHandler {
  return async (c, next) => {
    if (!LOOPBACK.test(c.req.header("host") ?? "localhost")) return c.text("Only on this machine.", 403);
    if (!["GET", "HEAD"].includes(c.req.method)) {
      const origin = c.req.header("origin");
      if (origin !== undefined && new URL(origin).host !== c.req.header("host"))
        return c.text("Foreign page.", 403);
      const expected = getCookie(c, TOKEN);
      const given = c.req.header("x-token") ?? (await c.req.parseBody())[TOKEN];
      if (expected === undefined || given !== expected) {
        return c.text("This form is too old. Go back, reload the page and try again.", 403);
      }
    } else if (getCookie(c, TOKEN) === undefined) {
      setCookie(c, TOKEN, randomBytes(18).toString("base64url"), {
        httpOnly: true,
        sameSite: "Lax",
        path: "/",
      });
    }
    await next();
    c.header(
      "content-security-policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "same-origin");
  };
}
