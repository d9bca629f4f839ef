import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emailOf, type TestApp, testApp, testPassword } from "#testing/app.ts";
import * as api from "../api.ts";
import { createWorkspace, needsOwner, newOwnerToken } from "../index.ts";

const day = 86_400_000;
const silence = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
let clock = Date.parse("2026-03-01T09:00:00Z");
let app: TestApp;
beforeAll(async () => {
  app = await testApp({ now: () => new Date(clock) });
});
afterAll(() => app.close());

const inWorkspace = () => ({ params: { workspaceId: app.workspaceId } });
const invite = async (email: string, role: "owner" | "editor" | "viewer" = "viewer") => {
  const { link, expiresAt } = await app.call(api.inviteMember, { ...inWorkspace(), body: { email, role } });
  return { token: new URL(link).searchParams.get("token") ?? "", expiresAt };
};
const accept = (token: string, name = "Zoé", password = testPassword) =>
  app.call(api.acceptInvitation, { body: { token, name, password, locale: "fr" } }, "anonymous");
const memberId = async (email: string) =>
  (await app.call(api.listMembers, inWorkspace())).find((member) => member.email === email)?.userId ?? "";

describe("the owner link", () => {
  test("[W1] makes the first account owner of every workspace that had none", async () => {
    const session = await app.call(api.getSession);
    expect(session.workspaces).toMatchObject([{ id: app.workspaceId, role: "owner" }]);
  });

  test("[W13] makes the first workspaces speak the owner's language", async () => {
    const session = await app.call(api.getSession);
    expect(session).toMatchObject({ user: { locale: "en" }, workspaces: [{ locale: "en", name: "My workspace" }] });
  });

  test("[W1] is offered only while there is no owner", async () => {
    expect(await app.call(api.getSetup, {}, "anonymous")).toEqual({ needsOwner: false });
  });

  test("[W2] works once, and only the newest one", async () => {
    const other = await testApp();
    try {
      const deps = { db: other.stores.db, log: silence };
      expect(await needsOwner(deps.db)).toBe(false);
      expect(await newOwnerToken(deps)).toBe(null);
      await other.stores.pool.query(`DELETE FROM "user"`);
      const old = await newOwnerToken(deps);
      const fresh = await newOwnerToken(deps);
      const setup = (token: string | null, email: string) =>
        other.call(
          api.createOwner,
          { body: { token: token ?? "", name: "Ada", email, password: testPassword, locale: "en" } },
          "anonymous",
        );
      await expect(setup(old, "a@example.com")).rejects.toMatchObject({ code: "gone" });
      const both = await Promise.allSettled([setup(fresh, "b@example.com"), setup(fresh, "c@example.com")]);
      expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
      await expect(setup(fresh, "d@example.com")).rejects.toMatchObject({ code: "gone", status: 410 });
    } finally {
      await other.close();
    }
  });

  test("[W3] leaves nothing in the database that would open the door", async () => {
    const { token } = await invite("hash@example.com");
    const { rows } = await app.stores.pool.query("SELECT token_hash FROM invitation WHERE email = 'hash@example.com'");
    expect(rows[0].token_hash).not.toContain(token);
  });
});

describe("signing in", () => {
  const signIn = (email: string, password: string) =>
    app.as("anonymous").fetch("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json", origin: app.url },
      body: JSON.stringify({ email, password }),
    });

  test("[W4] takes e-mail in any case and the password, and answers a cookie that scripts cannot read", async () => {
    const response = await signIn(emailOf("owner").toUpperCase(), testPassword);
    expect(response.status).toBe(204);
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });

  test("[W4] says the same of a wrong password and of an unknown e-mail", async () => {
    const wrong = await signIn(emailOf("owner"), "something else");
    const unknown = await signIn("nobody@example.com", "something else");
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const [first, second] = [await wrong.json(), await unknown.json()];
    expect({ ...first, instance: "" }).toEqual({ ...second, instance: "" });
  });

  test("[W5] nobody can make an account without a link", async () => {
    const response = await app.as("anonymous").fetch("/api/auth/sign-up/email", {
      method: "POST",
      headers: { "content-type": "application/json", origin: app.url },
      body: JSON.stringify({ email: "x@example.com", password: testPassword, name: "X" }),
    });
    expect(response.status).toBe(404);
  });

  test("[W4] works under localhost as under 127.0.0.1", async () => {
    const url = app.url.replace("127.0.0.1", "localhost");
    const response = await fetch(`${url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url },
      body: JSON.stringify({ email: emailOf("owner"), password: testPassword }),
    });
    expect(response.status).toBe(204);
  });
});

describe("invitations", () => {
  test("[W6] give the role they were made for, once", async () => {
    const { token } = await invite("zoe@example.com", "editor");
    const session = await accept(token);
    expect(session).toMatchObject({
      user: { email: "zoe@example.com", name: "Zoé" },
      workspaces: [{ id: app.workspaceId, role: "editor" }],
    });
    await expect(accept(token)).rejects.toMatchObject({ code: "gone" });
  });

  test("[W6] are out of date after seven days", async () => {
    const { token, expiresAt } = await invite("late@example.com");
    expect(Date.parse(expiresAt) - clock).toBe(7 * day);
    clock += 7 * day;
    await expect(accept(token)).rejects.toMatchObject({ code: "gone" });
    clock -= 7 * day;
    await expect(accept(token)).resolves.toBeDefined();
  });

  test("[W7] to somebody with an account need that account's password, and a wrong one does not use them up", async () => {
    await accept((await invite("twice@example.com")).token);
    await app.stores.pool.query(
      `DELETE FROM member WHERE user_id = (SELECT id FROM "user" WHERE email = 'twice@example.com')`,
    );
    const { token } = await invite("Twice@example.com");
    await expect(accept(token, "Eve", "not the password")).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(accept(token, "Eve")).resolves.toMatchObject({
      user: { name: "Zoé" },
      workspaces: [{ role: "viewer" }],
    });
  });
});

describe("members", () => {
  test("[W8] the last owner can neither step down nor leave", async () => {
    const userId = await memberId(emailOf("owner"));
    const params = { ...inWorkspace().params, userId };
    await expect(app.call(api.setMemberRole, { params, body: { role: "viewer" } })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(app.call(api.removeMember, { params })).rejects.toMatchObject({ code: "conflict" });
  });

  test("[W8] of two owners who step down at once, one stays", async () => {
    await accept((await invite("second@example.com", "owner")).token);
    const ids = [await memberId(emailOf("owner")), await memberId("second@example.com")];
    const stepDown = (userId: string) =>
      app.call(api.setMemberRole, { params: { ...inWorkspace().params, userId }, body: { role: "viewer" } });
    const results = await Promise.allSettled(ids.map(stepDown));
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await app.stores.pool.query("UPDATE member SET role = 'owner' WHERE user_id = $1", [ids[0]]);
  });

  test("[W9] a change of role holds from the next request on", async () => {
    const editor = app.as("editor");
    const rename = () => editor.call(api.updateWorkspace, { ...inWorkspace(), body: { name: "Renommé" } });
    await expect(rename()).rejects.toMatchObject({ code: "not_allowed" });
    const params = { ...inWorkspace().params, userId: await memberId(emailOf("editor")) };
    await app.call(api.setMemberRole, { params, body: { role: "owner" } });
    await expect(rename()).resolves.toMatchObject({ name: "Renommé" });
    await app.call(api.removeMember, { params });
    await expect(rename()).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("workspaces", () => {
  test("[W10] belong to whoever makes them, and are nobody else's", async () => {
    const made = await app.call(
      api.createWorkspace,
      { body: { name: "Atelier", locale: "fr", timeZone: "Europe/Paris" } },
      "viewer",
    );
    const session = await app.call(api.getSession, {}, "viewer");
    expect(session.workspaces).toContainEqual({ ...made, role: "owner" });
    await expect(app.call(api.listMembers, { params: { workspaceId: made.id } })).rejects.toMatchObject({
      status: 404,
    });
  });

  test("[W13] of the demo speak the language that their owner chooses", async () => {
    const deps = { db: app.stores.db, log: silence };
    const timeZone = "Europe/Paris";
    const demo = await createWorkspace(deps, null, { name: "Rabot (démo)", locale: "fr", timeZone, isDemo: true });
    const session = await app.call(api.setLocale, { body: { locale: "en" } });
    expect(session.workspaces).toContainEqual({ ...demo, name: "Rabot (demo)", locale: "en", role: "owner" });
    const params = { workspaceId: demo.id };
    const renamed = await app.call(api.updateWorkspace, { params, body: { locale: "fr" } });
    expect(renamed).toEqual(demo);
  });

  test("[W11] have a time zone that exists", async () => {
    const body = { name: "Atelier", locale: "fr" as const, timeZone: "Europe/Atlantis" };
    await expect(app.call(api.createWorkspace, { body })).rejects.toMatchObject({
      code: "invalid_input",
      issues: [{ path: "timeZone" }],
    });
  });
});
