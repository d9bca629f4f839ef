import fc from "fast-check";
import { expect, test } from "vitest";
import { fileName } from "./file-name.ts";

test("[R26] a file is called as its journey", () => {
  expect(fileName("Rénover sa cuisine", "pdf")).toEqual({
    full: "Rénover sa cuisine.pdf",
    ascii: "Renover sa cuisine.pdf",
  });
  expect(fileName("../../etc/passwd", "svg").full).toBe("etc passwd.svg");
  expect(fileName(" ", "png")).toEqual({ full: "parcours.png", ascii: "parcours.png" });
});

test("[R26] whatever the name, the file's holds no path, no quote and no line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
      const { full, ascii } = fileName(name, "pdf");
      expect(full).toMatch(/^[^\\/:*?"<>|%\n.][^\\/:*?"<>|%\n]*\.pdf$/);
      expect(ascii).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9 _-]*\.pdf$/);
    }),
  );
});
