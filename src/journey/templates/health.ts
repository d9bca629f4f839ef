import { at, both, card, type Template } from "./template.ts";

/** A planned operation as a patient lives it: most of it happens outside of the hospital. */
export const health: Template = {
  key: "health",
  kind: "experience",
  sector: "health",
  name: both("Opération programmée, vécue par le patient", "A planned operation, as the patient lives it"),
  summary: both(
    "Du premier signe à la convalescence : ce que l’on craint, ce que l’on comprend, et les soignants et proches autour.",
    "From the first sign to recovery: what is feared, what is understood, and the carers and relatives around.",
  ),
  lanes: [
    "do",
    "ask",
    "think",
    "feel",
    "emotion",
    "actor",
    "touchpoint",
    "measure",
    "delight",
    "irritant",
    "riskZone",
    "opportunity",
  ],
  stages: [
    {
      name: both("Avant", "Before"),
      steps: [
        {
          name: both("J’ai mal et je consulte", "I am in pain and see a doctor"),
          mood: -1,
          touchpoints: [at("service", both("Consultation du généraliste", "General practitioner"), { importance: 4 })],
          cards: {
            do: [card("Repousse, puis prend rendez-vous", "Puts it off, then makes an appointment")],
            ask: [card("Est-ce grave ?", "Is it serious?")],
            feel: [card("Inquiétude que l’on cache", "A worry that one hides")],
            actor: [card("Médecin traitant, conjoint", "Doctor, partner")],
          },
        },
        {
          name: both("J’apprends que je dois être opéré", "I learn that I need an operation"),
          mood: -2,
          touchpoints: [at("service", both("Consultation du chirurgien", "Surgeon’s consultation"), { isTruth: true })],
          cards: {
            do: [card("N’entend plus rien après le mot « opération »", "Hears nothing after the word “operation”")],
            ask: [card("Que va-t-il m’arriver ?", "What will happen to me?")],
            feel: [card("Vertige", "Dizziness")],
            irritant: [
              card("Dix minutes pour une décision d’une vie", "Ten minutes for the decision of a lifetime", {
                severity: 4,
                frequency: 3,
              }),
            ],
            opportunity: [
              card("Un second échange, à froid, avec une infirmière", "A second talk, later, with a nurse", {
                value: 5,
                effort: 2,
              }),
            ],
          },
        },
        {
          name: both("Je me prépare", "I get ready"),
          mood: -1,
          touchpoints: [
            at("web", both("Préadmission en ligne", "Online pre-admission"), { importance: 4 }),
            at("sms", both("Consignes avant l’opération", "Instructions before the operation"), {
              isOutgoing: true,
              isTruth: true,
            }),
          ],
          cards: {
            do: [card("Organise le travail, les enfants, le retour", "Arranges work, children, the way home")],
            ask: [card("Puis-je boire ce matin ?", "May I drink this morning?")],
            riskZone: [
              card("Jeûne ou traitement mal compris", "Fasting or medicine misunderstood", {
                severity: 5,
                frequency: 2,
              }),
            ],
            actor: [card("Employeur, voisins", "Employer, neighbours")],
          },
        },
      ],
    },
    {
      name: both("Pendant", "During"),
      steps: [
        {
          name: both("J’arrive et j’attends", "I arrive and wait"),
          mood: -2,
          touchpoints: [at("service", both("Accueil et chambre", "Reception and room"), { importance: 5 })],
          cards: {
            do: [card("Redonne son nom à six personnes", "Gives the name to six people")],
            think: [card("Savent-ils vraiment qui je suis ?", "Do they really know who I am?")],
            feel: [card("Seul en blouse dans un couloir", "Alone in a gown in a corridor")],
            delight: [card("Une brancardière qui plaisante", "A porter who jokes")],
          },
        },
        {
          key: "wake",
          name: both("Je me réveille", "I wake up"),
          mood: 0,
          touchpoints: [at("service", both("Salle de réveil", "Recovery room"), { isTruth: true })],
          cards: {
            ask: [card("Cela s’est-il bien passé ?", "Did it go well?")],
            feel: [card("Soif, soulagement, douleur", "Thirst, relief, pain")],
            actor: [card("Infirmiers, proches qui attendent", "Nurses, relatives who wait")],
            opportunity: [
              card("Prévenir les proches dès la fin", "Tell relatives as soon as it is over", { value: 5, effort: 1 }),
            ],
          },
        },
      ],
    },
    {
      name: both("Après", "After"),
      phase: "afterSales",
      steps: [
        {
          key: "home",
          name: both("Je rentre chez moi", "I go home"),
          mood: -1,
          touchpoints: [
            at("service", both("Entretien de sortie", "Discharge talk"), { isTruth: true }),
            at("phone", both("Appel du lendemain", "Next-day call"), { isOutgoing: true, importance: 5 }),
          ],
          cards: {
            do: [card("Monte l’escalier trop vite", "Climbs the stairs too fast")],
            ask: [card("Cette douleur est-elle normale ?", "Is this pain normal?")],
            feel: [card("Lâché dans la nature", "Left to fend for oneself")],
            riskZone: [card("La première nuit", "The first night", { severity: 5, frequency: 3 })],
            irritant: [
              card("L’ordonnance n’est pas disponible à la pharmacie", "The pharmacy lacks what is prescribed", {
                severity: 4,
                frequency: 2,
              }),
            ],
          },
        },
        {
          name: both("Je récupère", "I recover"),
          mood: 1,
          touchpoints: [
            at("app", both("Suivi à domicile", "Follow-up at home"), { importance: 4 }),
            at("service", both("Rééducation", "Physiotherapy"), { importance: 4 }),
          ],
          cards: {
            do: [card("Compte les pas", "Counts steps")],
            think: [card("Je devrais aller mieux déjà", "I should be better already")],
            actor: [card("Kinésithérapeute, infirmière libérale", "Physiotherapist, visiting nurse")],
            delight: [card("Quelqu’un rappelle sans qu’on demande", "Somebody calls back unasked")],
          },
        },
        {
          name: both("Je raconte ce que j’ai vécu", "I tell what I went through"),
          mood: 0,
          touchpoints: [
            at("email", both("Questionnaire de satisfaction", "Satisfaction questionnaire"), {
              isOutgoing: true,
              importance: 2,
            }),
          ],
          cards: {
            feel: [card("Reconnaissance, quelques colères", "Gratitude, some anger")],
            opportunity: [card("Demander aussi aux proches", "Ask relatives as well", { value: 3, effort: 1 })],
          },
        },
      ],
    },
  ],
  links: [
    { kind: "break", from: "wake", to: "home", name: both("de l’hôpital à la ville", "from hospital to home care") },
  ],
};
