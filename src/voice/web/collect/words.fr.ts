import type { Words } from "#ui/words.ts";
import type { en } from "./words.en.ts";

export const fr: Words<typeof en> = {
  ways: "Façons d’interroger",
  "way.link": "Lien et QR code",
  "way.site": "Sur votre site",
  "way.kiosk": "Sur une tablette",
  "way.staff": "Saisies",
  local:
    "Cette adresse ne mène qu’à cette machine. Réglez PUBLIC_URL sur celle que vos clients atteignent avant d’imprimer ou d’envoyer.",
  "posterWithout.from": "L’affiche n’a pas de police pour le nom de votre espace : il n’y figurera pas.",
  "posterWithout.question":
    "L’affiche n’a pas de police pour l’écriture de cette question : elle n’y figurera pas, le code et l’adresse si.",
  poster: "Affiche {{size}} (PDF)",
  "site.text":
    "Deux lignes dans une page de votre site : un lien qui ouvre la question dans un panneau, sans quitter la page. Sans JavaScript, il mène au questionnaire.",
  "site.label": "Texte du lien",
  "site.usualLabel": "Votre avis",
  "site.when": "La question s’ouvre",
  "site.pressed": "Au clic",
  "site.itself": "D’elle-même",
  "site.here": "À sa place",
  "site.delay": "Après",
  "site.seconds": "s",
  "site.scroll": "Une fois la page défilée à",
  "site.share": "Pour cette part des pages vues",
  "site.rest": "De nouveau après",
  "site.days": "jours",
  "site.pages": "Sur ces pages",
  "site.pagesHint": "Une adresse par ligne, * pour tout. Vide : sur chaque page qui a les deux lignes.",
  "site.store": "Retenir dans le navigateur qui a répondu ou fermé",
  "site.storeHint": "Jamais avant un premier geste, jamais de cookie. Désactivé : rien n’est retenu.",
  "site.snippet": "À mettre dans la page",
  "site.policy":
    "Si votre site a une politique de sécurité (CSP), autorisez {{origin}} dans script-src et connect-src.",
  "kiosk.text":
    "Une page plein écran pour une tablette en caisse ou à la sortie : elle interroge un client après l’autre.",
  "kiosk.address": "Adresse pour la tablette",
  "kiosk.open":
    "Ouvrez l’adresse une fois sur la tablette connectée, puis appuyez sur « Plein écran ». Il faut du https.",
  "kiosk.away":
    "Elle marche ensuite des jours sans connexion, même après un redémarrage : les réponses attendent sur la tablette.",
  "kiosk.waiting":
    "Le nombre de réponses en attente est écrit au pied de la page. Elles partent d’elles-mêmes dès qu’il y a une connexion.",
  "kiosk.http":
    "Cette adresse est en http : la tablette n’y garde rien. Les réponses partent une à une, et seulement avec une connexion. Réglez PUBLIC_URL sur une adresse https.",
  "kiosk.try": "Ouvrir dans un nouvel onglet",
  "staff.text":
    "Ce que des clients ont dit sur papier, au téléphone ou en magasin. Tapez un chiffre, Tab, un commentaire ; Entrée enregistre et commence la suivante.",
  "staff.at": "Donnée le",
  "staff.now": "Maintenant",
  "staff.channel": "Canal",
  "staff.ends": "De {{min}} ({{low}}) à {{max}} ({{high}})",
  "staff.outOfScale": "De {{min}} à {{max}}",
  "staff.enter": "Enregistrer et continuer",
  "staff.entered_one": "{{count}} réponse enregistrée",
  "staff.entered_other": "{{count}} réponses enregistrées",
};
