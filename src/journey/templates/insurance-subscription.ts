import { at, both, card, type Template } from "./template.ts";

/** Taking out home insurance, with what the insurer does on either side of what the customer sees. */
export const insuranceSubscription: Template = {
  key: "insurance-subscription",
  kind: "blueprint",
  sector: "insurance",
  name: both("Souscription d’une assurance", "Taking out insurance"),
  summary: both(
    "Du premier devis à l’attestation en main, et tout ce que l’assureur fait devant et derrière le comptoir.",
    "From the first quote to the certificate in hand, and all that the insurer does before and behind the counter.",
  ),
  lanes: [
    "action",
    "touchpoint",
    "measure",
    "interactionLine",
    "frontOffice",
    "visibilityLine",
    "backOffice",
    "internalLine",
    "support",
    "system",
    "irritant",
    "opportunity",
  ],
  stages: [
    {
      name: both("S’informer", "Finding out"),
      phase: "consideration",
      steps: [
        {
          name: both("Je cherche à m’assurer", "I look for cover"),
          touchpoints: [at("web", both("Pages produits", "Product pages"), { importance: 3 })],
          cards: {
            action: [
              card("Compare trois assureurs le soir, chez lui", "Compares three insurers at home, in the evening"),
            ],
            backOffice: [
              card("Marketing tient à jour les garanties publiées", "Marketing keeps the published cover up to date"),
            ],
            system: [card("Gestion de contenu du site", "Content management of the site")],
          },
        },
        {
          name: both("Je demande un devis", "I ask for a quote"),
          touchpoints: [
            at("web", both("Devis en ligne", "Online quote"), { isTruth: true }),
            at("phone", both("Devis par téléphone", "Quote by phone"), { importance: 4 }),
          ],
          cards: {
            action: [card("Décrit son logement et ce qu’il contient", "Describes the home and what is in it")],
            frontOffice: [
              card("Le conseiller pose les questions du risque", "The adviser asks the questions of the risk"),
            ],
            backOffice: [card("Le tarif est calculé et tracé", "The price is computed and recorded")],
            system: [card("Moteur de tarification", "Rating engine")],
            irritant: [
              card(
                "On redemande au téléphone ce qui a été saisi en ligne",
                "What was typed online is asked again by phone",
                { severity: 4, frequency: 3 },
              ),
            ],
            opportunity: [
              card("Reprendre le devis par son numéro sur tout canal", "Resume a quote by its number on any channel", {
                value: 5,
                effort: 3,
              }),
            ],
          },
        },
      ],
    },
    {
      name: both("Souscrire", "Taking out"),
      phase: "conversion",
      steps: [
        {
          key: "choose",
          name: both("Je choisis mes garanties", "I choose my cover"),
          touchpoints: [at("shop", both("Rendez-vous en agence", "Meeting at the branch"), { isTruth: true })],
          cards: {
            action: [card("Hésite entre deux niveaux de franchise", "Hesitates between two levels of excess")],
            frontOffice: [
              card(
                "Le conseiller reformule le besoin et remet la fiche d’information",
                "The adviser restates the need and hands over the information sheet",
              ),
            ],
            backOffice: [card("Le devoir de conseil est archivé", "The advice given is filed")],
            support: [card("Le juridique valide les documents remis", "Legal approves the documents handed over")],
          },
        },
        {
          key: "documents",
          name: both("Je fournis mes justificatifs", "I send my documents"),
          touchpoints: [
            at("app", both("Dépôt de pièces", "Document upload"), { importance: 4 }),
            at("email", both("Relance de pièces", "Reminder of documents"), { isOutgoing: true, importance: 3 }),
          ],
          cards: {
            action: [card("Photographie bail et relevés", "Photographs lease and statements")],
            backOffice: [
              card("La gestion contrôle les pièces", "Operations check the documents"),
              card("Le service risques accepte ou demande un complément", "Underwriting accepts or asks for more"),
            ],
            system: [card("Gestion électronique de documents", "Document management")],
            irritant: [
              card("Une pièce refusée sans dire pourquoi", "A document refused without a reason", {
                severity: 4,
                frequency: 2,
              }),
            ],
            opportunity: [
              card("Contrôler la pièce au moment du dépôt", "Check the document as it is uploaded", {
                value: 4,
                effort: 3,
              }),
            ],
          },
        },
        {
          name: both("Je signe et je paie", "I sign and pay"),
          touchpoints: [at("web", both("Signature en ligne", "Online signature"), { isTruth: true })],
          cards: {
            action: [card("Signe depuis son téléphone", "Signs on the phone")],
            backOffice: [
              card(
                "Le contrat est émis, le premier prélèvement programmé",
                "The policy is issued, the first debit scheduled",
              ),
            ],
            support: [card("La comptabilité rapproche le paiement", "Accounting matches the payment")],
            system: [card("Signature électronique, encaissement", "E-signature, collection")],
          },
        },
      ],
    },
    {
      name: both("Être couvert", "Being covered"),
      phase: "afterSales",
      steps: [
        {
          name: both("Je reçois mon attestation", "I receive my certificate"),
          touchpoints: [
            at("email", both("Envoi de l’attestation", "Certificate e-mail"), { isOutgoing: true, importance: 5 }),
          ],
          cards: {
            action: [card("Transfère l’attestation à son bailleur", "Forwards the certificate to the landlord")],
            backOffice: [
              card(
                "L’édition produit l’attestation après l’acceptation",
                "Printing produces the certificate after acceptance",
              ),
            ],
            irritant: [
              card("L’attestation arrive après la remise des clés", "The certificate comes after the keys", {
                severity: 5,
                frequency: 2,
              }),
            ],
            opportunity: [
              card(
                "Éditer une attestation provisoire dès la signature",
                "Issue a provisional certificate at signature",
                { value: 5, effort: 2 },
              ),
            ],
          },
        },
        {
          name: both("Je suis accueilli", "I am welcomed"),
          touchpoints: [
            at("phone", both("Appel de bienvenue", "Welcome call"), { isOutgoing: true, importance: 2 }),
            at("email", both("Enquête de souscription", "Subscription survey"), { isOutgoing: true }),
          ],
          cards: {
            action: [card("Installe l’application", "Installs the app")],
            frontOffice: [
              card("Le conseiller vérifie que tout est compris", "The adviser checks that all is understood"),
            ],
            support: [card("La qualité écoute un appel sur vingt", "Quality listens to one call in twenty")],
          },
        },
      ],
    },
  ],
  links: [{ kind: "return", from: "documents", to: "choose", name: both("pièce refusée", "document refused") }],
};
