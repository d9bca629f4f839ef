import { expect, test } from "vitest";
import { type About, aboutText, readAbout } from "./search.ts";

test("[U194] what is open beside the figures is read from the address as it was written", () => {
  const all: About[] = [
    { kind: "whole" },
    { kind: "relational" },
    { kind: "touchpoint", id: "delivery-date" },
    { kind: "stage", id: "a1" },
    { kind: "channel", id: "" },
    { kind: "cell", stageId: "a1", channelId: "" },
  ];
  expect(all.map((about) => readAbout(aboutText(about)))).toEqual(all);
  expect([undefined, "", "stage", "cell:a", "moon:x"].map(readAbout)).toEqual([null, null, null, null, null]);
});
