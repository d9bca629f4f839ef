import { expect, test } from "vitest";
import { asked } from "../model.ts";
import { consentTo, promoterLetter, readyPromoterLetter } from "./letter.ts";
import { promoterLetterKinds, promoterRoles, type RoleStanding } from "./model.ts";
import { isAsked, promotingFrom, refusalOf, sayable, unhappyUpTo } from "./rules.ts";

const day = 86_400_000;
const now = Date.parse("2026-03-10T10:00:00Z");
const reach = { email: "ada@example.com", hasOptedOut: false, lastWritten: null };
const standing = (part: Partial<RoleStanding>): RoleStanding => ({
  state: "invited",
  at: "2026-03-01T10:00:00Z",
  isOver: false,
  letter: { state: "sent", reason: null },
  ...part,
});

test("[V340] promoters, and the top of satisfaction and stars, speak well of us; an easy task or a yes do not", () => {
  expect(promotingFrom).toEqual({ nps: 9, csat: 5, stars: 5, ces: null, ces5: null, yesNo: null });
  expect(unhappyUpTo).toMatchObject({ nps: 6, csat: 2, stars: 2, ces: 3, yesNo: 0 });
  for (const metric of asked) expect(unhappyUpTo[metric]).toBeLessThan(promotingFrom[metric] ?? Infinity);
});

test("[V343] who wants to hear no more, has no address or was written to within the window is not written to", () => {
  const policy = { now, quarantineDays: 90 };
  expect(refusalOf(reach, policy)).toBeNull();
  expect(refusalOf({ ...reach, hasOptedOut: true, email: null }, policy)).toEqual({ reason: "optedOut", until: null });
  expect(refusalOf({ ...reach, email: null }, policy)).toEqual({ reason: "noAddress", until: null });
  const rests = { reason: "resting", until: now + day };
  expect(refusalOf({ ...reach, lastWritten: now - 89 * day }, policy)).toEqual(rests);
  expect(refusalOf({ ...reach, lastWritten: now - 90 * day }, policy)).toBeNull();
  expect(refusalOf({ ...reach, lastWritten: now }, { now, quarantineDays: 0 })).toBeNull();
});

test("[V345] a role is proposed once, and again only where nobody answered by the end of the link or the letter was lost", () => {
  expect(isAsked("ambassador", null)).toBe(false);
  expect(isAsked("thanks", standing({}))).toBe(false);
  for (const state of ["accepted", "declined", "withdrawn"] as const)
    expect(isAsked("committee", standing({ state, isOver: true }))).toBe(true);
  expect(isAsked("committee", standing({}))).toBe(true);
  expect(isAsked("committee", standing({ isOver: true }))).toBe(false);
  expect(isAsked("committee", standing({ letter: { state: "failed", reason: "refused" } }))).toBe(false);
});

test("[V344] a no may become a yes while the link lasts, and who is in may always leave", () => {
  expect(sayable("invited", true)).toEqual(["accept", "decline"]);
  expect(sayable("declined", true)).toEqual(["accept"]);
  expect(sayable("withdrawn", true)).toEqual(["accept"]);
  expect(sayable("accepted", false)).toEqual(["withdraw"]);
  for (const state of ["invited", "declined", "withdrawn"] as const) expect(sayable(state, false)).toEqual([]);
});

test("[V342] every letter has ready words in French and English, a way to hear no more, and no markup but ours", () => {
  for (const locale of ["fr", "en"] as const) {
    for (const kind of promoterLetterKinds) {
      const text = `${readyPromoterLetter(kind, locale, "Ada\nMaison")} <script>`;
      const joinUrl = kind === "thanks" ? null : "https://cx.example/join/x";
      const urls = { joinUrl, refuseUrl: "https://cx.example/stop/x" };
      const letter = promoterLetter({ kind, text, from: "Maison <Test>", ...urls }, locale);
      expect(letter.subject).toContain("Maison <Test>");
      for (const url of [urls.refuseUrl, ...(joinUrl === null ? [] : [joinUrl])]) {
        expect(letter.text).toContain(url);
        expect(letter.html).toContain(`href="${url}"`);
      }
      expect(letter.html).not.toMatch(/<script|<Test/);
    }
    for (const role of promoterRoles) expect(consentTo(role, locale, "Maison")).toContain("Maison");
  }
});
