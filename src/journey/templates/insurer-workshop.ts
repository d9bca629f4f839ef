import { at, both, card, type Template, unmet } from "./template.ts";

/** Prepared for a workshop: a claim from the insured person's side, with enough said that nobody faces a blank wall. */
export const insurerWorkshop: Template = {
  key: "insurer-workshop",
  kind: "experience",
  sector: "insurance",
  name: both("Sinistre habitation, prêt pour l’atelier", "Home claim, ready for a workshop"),
  summary: both(
    "Tout ce que l’assuré vit autour d’un dégât, à contester en atelier : ressenti, tiers, irritants, attentes non couvertes et vécu des collaborateurs.",
    "All that surrounds a damage as the insured lives it, to challenge in a workshop: feelings, others involved, pain points, unmet expectations, what staff live.",
  ),
  lanes: [
    "keyMoment",
    "do",
    "feel",
    "actor",
    "touchpoint",
    "measure",
    "emotion",
    "delight",
    "irritant",
    "expectation",
    "staffView",
    "promise",
    "opportunity",
  ],
  stages: [
    {
      name: both("Le choc", "The shock"),
      steps: [
        {
          name: both("Je découvre le dégât", "I discover the damage"),
          mood: -2,
          cards: {
            do: [card("Coupe l’eau, éponge, photographie", "Shuts the water, mops, photographs")],
            feel: [card("Sidération", "Stunned")],
            actor: [card("Voisins, pompiers, syndic", "Neighbours, firemen, property manager")],
            expectation: [card("Savoir quoi faire dans l’heure", "Knowing what to do within the hour")],
            promise: [card("Vous n’êtes pas seul", "You are not alone")],
          },
        },
        {
          name: both("Je préviens mon assureur", "I tell my insurer"),
          mood: -1,
          touchpoints: [
            at("phone", both("Déclaration par téléphone", "Claim by phone"), { isTruth: true }),
            at("app", both("Déclaration dans l’application", "Claim in the app"), { importance: 4 }),
          ],
          cards: {
            do: [card("Cherche son numéro de contrat dans le noir", "Looks for the policy number in the dark")],
            feel: [card("Besoin d’être cru", "Needs to be believed")],
            keyMoment: [card("Le premier échange fixe la confiance", "The first exchange settles trust")],
            delight: [
              card(
                "Quelqu’un demande d’abord si tout le monde va bien",
                "Somebody first asks whether everybody is well",
              ),
            ],
            irritant: [
              card("Un serveur vocal en pleine urgence", "A phone menu in an emergency", { severity: 5, frequency: 4 }),
            ],
            staffView: [card("Le script ne laisse pas le temps d’écouter", "The script leaves no time to listen")],
          },
        },
      ],
    },
    {
      name: both("L’attente", "The wait"),
      steps: [
        {
          key: "papers",
          name: both("Je rassemble les pièces", "I gather the papers"),
          mood: -1,
          touchpoints: [
            at("email", both("Liste des pièces", "List of papers"), { isOutgoing: true, importance: 3 }),
            at("app", both("Dépôt de pièces", "Document upload"), { importance: 4 }),
          ],
          cards: {
            do: [card("Retrouve des factures d’il y a dix ans", "Digs out bills of ten years ago")],
            feel: [card("Soupçonné", "Suspected")],
            irritant: [
              card("La liste change à chaque interlocuteur", "The list changes with each person", {
                severity: 4,
                frequency: 3,
              }),
            ],
            expectation: [unmet("Une seule liste, une seule fois", "One list, once")],
          },
        },
        {
          key: "expert",
          name: both("Je reçois l’expert", "I meet the assessor"),
          mood: 0,
          touchpoints: [at("service", both("Visite de l’expert", "Assessor’s visit"), { isTruth: true })],
          cards: {
            actor: [card("Expert, artisan venu constater", "Assessor, tradesman who came to look")],
            keyMoment: [card("L’expert est la seule personne rencontrée", "The assessor is the only person met")],
            delight: [card("L’expert explique ce qu’il note", "The assessor explains what is noted")],
            irritant: [card("Un créneau d’une demi-journée", "A half-day slot", { severity: 3, frequency: 4 })],
            staffView: [card("L’expert n’a pas le dossier complet", "The assessor lacks the whole file")],
          },
        },
        {
          name: both("J’attends la décision", "I wait for the decision"),
          mood: -2,
          touchpoints: [
            at("phone", both("Appel de relance", "Chasing call"), { importance: 5 }),
            at("app", both("Suivi du dossier", "Claim tracking"), { importance: 5 }),
          ],
          cards: {
            do: [card("Vit dans deux pièces", "Lives in two rooms")],
            feel: [card("Abandonné", "Forgotten")],
            actor: [card("Famille qui héberge", "Family who take one in")],
            irritant: [
              card("Aucune nouvelle pendant trois semaines", "No news for three weeks", { severity: 5, frequency: 4 }),
            ],
            expectation: [unmet("Une date, même lointaine", "A date, even a distant one")],
            staffView: [
              card("La moitié des appels demandent « où en est-on ? »", "Half the calls ask “where are we?”"),
            ],
            opportunity: [
              card(
                "Annoncer chaque étape avant que le client la demande",
                "Announce each stage before it is asked for",
                { value: 5, effort: 2 },
              ),
            ],
          },
        },
      ],
    },
    {
      name: both("La réparation", "The repair"),
      phase: "afterSales",
      steps: [
        {
          name: both("Je reçois l’indemnisation", "I receive the settlement"),
          mood: 1,
          touchpoints: [
            at("post", both("Lettre d’indemnisation", "Settlement letter"), { isOutgoing: true, importance: 4 }),
            at("email", both("Avis de virement", "Payment notice"), { isOutgoing: true, importance: 3 }),
          ],
          cards: {
            feel: [card("Soulagé, un peu amer", "Relieved, a little bitter")],
            irritant: [
              card("Le calcul de la vétusté est illisible", "The depreciation cannot be understood", {
                severity: 4,
                frequency: 3,
              }),
            ],
            opportunity: [
              card("Montrer le calcul ligne à ligne", "Show the calculation line by line", { value: 4, effort: 2 }),
            ],
          },
        },
        {
          name: both("Je fais réparer", "I have it repaired"),
          mood: 1,
          touchpoints: [at("service", both("Artisan partenaire", "Partner tradesman"), { importance: 4 })],
          cards: {
            do: [card("Prend des jours pour ouvrir aux artisans", "Takes days off to let the workmen in")],
            actor: [card("Artisan, bailleur", "Tradesman, landlord")],
            delight: [card("Rien à avancer", "Nothing to advance")],
            expectation: [card("Un travail garanti", "Work under guarantee")],
          },
        },
        {
          name: both("Je décide de rester ou de partir", "I decide to stay or leave"),
          mood: 0,
          touchpoints: [at("email", both("Enquête après sinistre", "Survey after the claim"), { isOutgoing: true })],
          cards: {
            do: [card("Raconte son sinistre à qui veut l’entendre", "Tells of the claim to whoever will listen")],
            keyMoment: [
              card(
                "Un sinistre bien réglé vaut dix ans de fidélité",
                "A claim settled well is worth ten years of loyalty",
              ),
            ],
            opportunity: [card("Rappeler trois mois après", "Call back three months later", { value: 3, effort: 1 })],
          },
        },
      ],
    },
  ],
  links: [
    { kind: "break", from: "papers", to: "expert", name: both("le dossier ne suit pas", "the file does not follow") },
  ],
};
