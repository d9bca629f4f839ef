import { numberIn } from "../../asking/recipients.ts";

/** What somebody typed to find a person by: an e-mail address, a telephone number, else a customer number. */
export function personOf(typed: string): { kind: string; value: string } {
  const value = typed.trim();
  if (value.includes("@")) return { kind: "email", value };
  const phone = numberIn(value);
  return phone === null ? { kind: "customer", value } : { kind: "phone", value: phone };
}
