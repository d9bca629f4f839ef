import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  title: "Liens",
  create: "Relier à",
  linkWith: "Relier à…",
  change: "Lien",
  from: "De : {{name}}",
  kind: "Sorte de lien",
  to: "À",
  toHint: "Chercher une étape",
  toNothing: "Aucune étape de ce nom",
  name: "Nom (facultatif)",
  "nameHint.return": "Pourquoi on revient, par exemple « devis à refaire ».",
  "nameHint.or": "Ce qui décide, par exemple « en magasin ».",
  "nameHint.break": "Ce qui s’y perd, par exemple « 31 % repartent sans devis ».",
  link: "Relier",
  save: "Enregistrer",
  comment: "Commenter",
  delete: "Supprimer le lien",
  "said.return": "« {{from}} » revient à « {{to}} »",
  "said.or": "« {{from}} » ou bien « {{to}} »",
  "said.break": "point de rupture entre « {{from}} » et « {{to}} »",
  named: "{{said}} : {{name}}",
  cycle: "cycle",
  cycleSaid: "Cycle : « {{from}} » ramène à « {{to}} »",
  cycleOpened: "La dernière étape clé ne ramène plus à la première",
};
