/** The key a name gives: `Remise au transporteur` → `remise-au-transporteur`; empty when no letter or digit is left. */
export function keyOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").slice(0, 80).replace(/^-|-$/g, "");
}
