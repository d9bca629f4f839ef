import { expect, test } from "vitest";
import { JourneyDocument } from "./model.ts";
import { Subject, nameOfSubject } from "./subject.ts";

const document = JourneyDocument.parse({
  name: "Rénover",
  stages: [{ id: "g", name: "" }],
  steps: ["Je compare", "Je signe"].map((name, at) => ({ id: `s${at}`, stageId: "g", name })),
  lanes: [],
  cards: [],
  placements: [],
  links: [
    { id: "plain", kind: "return", fromStepId: "s1", toStepId: "s0" },
    { id: "named", kind: "or", fromStepId: "s0", toStepId: "s1", name: "en magasin" },
  ],
});

test("[J111] a link that is commented on is called by its name, else by its ends", () => {
  const name = (subject: string) => nameOfSubject(document, Subject.parse(subject), () => "");
  expect(["link:plain", "link:named", "link:gone"].map(name)).toEqual(["Je signe → Je compare", "en magasin", null]);
});
