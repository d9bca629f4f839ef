/** What is true in the demo's world. README.md says how each shows; truths.store.test.ts finds each with the product's measures. */
export const truths = {
  /** D1 — tracking promises dates that are not kept. */
  tracking: { csatMean: 3.37 },
  /** D2 — a quote made on the web is lost on the way to the shop. */
  break: { neverContinue: { web: 0.31, shop: 0.12 }, appointmentCes: { sameChannel: 5.9, channelChanged: 4.1 } },
  /** D3 — in spring everybody calls. */
  season: { months: [3, 4, 5], startWeight: 1.9, callsTimes: 2, phoneCes: { usual: 5.5, spring: 4.2 } },
  /** D4 — one delivery date, chosen once, since month 9. */
  improvement: {
    csatMean: { before: 3.5, since: 4.35 },
    late: { before: 0.34, since: 0.14 },
    dateChanges: { before: 0.45, since: 0.08 },
  },
  /** D5 — professionals wait at the same till as everybody. */
  segment: { checkoutNpsMean: { individual: 8.5, professional: 6.9 } },
} as const;

export function isSpring(month: number): boolean {
  return (truths.season.months as readonly number[]).includes(month);
}
