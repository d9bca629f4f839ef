import { expect, test } from "vitest";
import { formatFor } from "#ui/format.ts";
import { changeDirection, scoreFormat } from "./score-format.ts";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("[U46] every score is written with its unit, in the reader's language", () => {
  const fr = scoreFormat(formatFor("fr"));
  const en = scoreFormat(formatFor("en"));
  expect(fr.value("nps", 31.2)).toBe("+31");
  expect(fr.value("nps", -0.3)).toBe("0");
  expect(plain(fr.value("csat", 48.1))).toBe("48 %");
  expect(en.value("csat", 48.1)).toBe("48%");
  expect(fr.value("ces", 5.94)).toBe("5,9");
  expect(en.value("stars", 4)).toBe("4.0");
  expect(fr.value("ces5", 3.65)).toBe("3,7");
  expect(plain(fr.value("yesNo", 30.8))).toBe("31 %");
});

test("[U46] a small interval or change gets one more decimal instead of reading zero", () => {
  const fr = scoreFormat(formatFor("fr"));
  expect(fr.half("ces", 4.1, 4.5)).toBe("0,2");
  expect(fr.half("stars", 4.28, 4.32)).toBe("0,02");
  expect(fr.half("csat", 40, 48)).toBe("4");
  expect(fr.difference("ces", -0.4)).toBe("−0,4");
  expect(fr.difference("stars", 0.02)).toBe("+0,02");
});

test("[U47] a change points up or down only when its interval leaves out zero", () => {
  const change = { value: 3, nBefore: 100 };
  expect(changeDirection({ ...change, low: 1, high: 5 })).toBe("up");
  expect(changeDirection({ ...change, low: -5, high: -1 })).toBe("down");
  expect(changeDirection({ ...change, low: -1, high: 5 })).toBe("unclear");
});
