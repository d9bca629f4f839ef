import type { Phrases } from "./comments.ts";

export const fr: Phrases = {
  products: [
    "plan de travail",
    "four",
    "robinet",
    "lave-vaisselle",
    "tiroir coulissant",
    "placard mural",
    "meuble haut",
    "meuble sous-évier",
    "panneau de côté",
    "plan de cuisson",
  ],
  about: {
    "web-inspiration": {
      bad: [
        "De belles photos mais jamais le prix à côté.",
        "Impossible de filtrer par surface, ma cuisine fait {m} m².",
        "Les pages mettent un temps fou à s’afficher sur mon téléphone.",
        "On voit toujours les mêmes cuisines blanches.",
      ],
      good: [
        "J’ai enfin trouvé des idées pour une petite cuisine.",
        "Les avant/après donnent vraiment envie de s’y mettre.",
        "J’ai gardé {n} idées, on en parle tous les soirs.",
        "Très belles photos, on se projette tout de suite.",
      ],
    },
    "app-projects": {
      bad: [
        "L’appli a perdu mon projet deux fois.",
        "Il faut se reconnecter à chaque ouverture.",
        "La liste partagée ne se met pas à jour chez mon mari.",
        "Trop de notifications, j’ai fini par tout couper.",
      ],
      good: [
        "Pratique pour partager la liste avec mon conjoint.",
        "Je retrouve mes mesures en magasin, parfait.",
        "Le mètre en photo est bluffant.",
        "Simple, rapide, je m’en sers tous les jours du chantier.",
      ],
    },
    "shop-advice": {
      bad: [
        "Personne au rayon cuisine un samedi après-midi.",
        "Le vendeur ne connaissait pas le {product} exposé.",
        "J’ai attendu {min} minutes pour une question de deux minutes.",
        "On m’a renvoyé d’un rayon à l’autre.",
      ],
      good: [
        "Un vendeur qui a posé lui-même sa cuisine, ça change tout.",
        "Il a pris le temps de dessiner mon plan sur un coin de table.",
        "On m’a déconseillé le modèle le plus cher, j’ai apprécié l’honnêteté.",
        "Conseils précis sur le {product}, je suis repartie rassurée.",
        "Le conseiller m’a rappelé le lendemain avec la réponse.",
      ],
    },
    "chat-advice": {
      bad: [
        "Le robot ne comprend rien, et l’humain arrive après {min} minutes.",
        "Conversation coupée au moment où j’allais avoir ma réponse.",
        "On me renvoie vers une page que j’avais déjà lue.",
        "Réponse copiée-collée, à côté de ma question.",
      ],
      good: [
        "Réponse en deux minutes avec le lien exact.",
        "La conseillère a vérifié le stock à {store} pendant qu’on parlait.",
        "Efficace, sans blabla.",
        "Même à 20 h quelqu’un répond, bravo.",
      ],
    },
    "web-quote": {
      bad: [
        "Le devis perd les mesures si je change d’appareil.",
        "{n} pages avant de voir un prix.",
        "J’ai tout saisi, puis la session a expiré.",
        "Impossible de faire passer mon devis en magasin, il a fallu tout recommencer.",
        "Le vendeur ne retrouvait pas mon devis en ligne.",
      ],
      good: [
        "Un prix clair en dix minutes.",
        "L’outil 3D est très bien fait.",
        "J’ai pu comparer {n} versions tranquillement le soir.",
        "Le devis reçu par mail reprend tout, ligne par ligne.",
      ],
    },
    "shop-quote": {
      bad: [
        "Devis imprimé avec une erreur de {n} cm.",
        "Une heure assis pour un devis qui ne tient pas compte de la pose.",
        "Il manquait le {product}, j’ai dû revenir.",
      ],
      good: [
        "Devis complet, pose comprise, sans surprise.",
        "Le conseiller a pensé aux prises et à l’éclairage.",
        "On est sortis avec un plan et un prix, exactement ce qu’on voulait.",
        "Très à l’écoute de notre budget.",
      ],
    },
    "shop-appointment": {
      bad: [
        "Rendez-vous pris, mais le conseiller n’avait pas mon devis du site.",
        "J’ai redonné toutes les mesures déjà saisies en ligne.",
        "Le prix du magasin n’était pas celui du site.",
        "On repart de zéro, à quoi sert le devis en ligne ?",
        "{min} minutes de retard sur le rendez-vous.",
      ],
      good: [
        "Rendez-vous à l’heure, dossier prêt, tout était clair.",
        "On a validé le plan en une visite.",
        "La conseillère connaissait notre dossier par cœur.",
        "Elle a corrigé une erreur d’angle que personne n’avait vue.",
      ],
    },
    "checkout-shop": {
      bad: [
        "{min} minutes de queue, deux caisses ouvertes sur huit.",
        "Pas de file pour les pros, j’ai perdu ma matinée.",
        "La carte de fidélité n’a pas été prise en compte.",
        "Il a fallu refaire la facture au nom de l’entreprise à l’accueil.",
      ],
      good: [
        "Passage rapide, hôtesse souriante.",
        "La remise fidélité est passée toute seule.",
        "On m’a aidé à charger le {product}.",
        "Paiement en trois fois accepté en deux minutes.",
      ],
    },
    "checkout-web": {
      bad: [
        "Paiement refusé {n} fois sans explication.",
        "Frais de livraison découverts à la dernière étape.",
        "Le code promo de l’affiche ne marchait pas.",
      ],
      good: [
        "Commande passée en cinq minutes, paiement sans souci.",
        "Récapitulatif très clair avant de payer.",
        "J’ai pu payer en {n} fois, nickel.",
      ],
    },
    "delivery-date": {
      bad: [
        "On m’a proposé trois dates, aucune n’est restée.",
        "Il a fallu rappeler {n} fois pour fixer un jour.",
        "Créneau de 8 h à 18 h, j’ai posé une journée pour rien.",
        "La date change sans qu’on me demande mon avis.",
      ],
      good: [
        "Une seule date, choisie par moi, et elle a tenu.",
        "Créneau de deux heures, c’est nouveau et c’est parfait.",
        "J’ai choisi le samedi en deux clics.",
        "Enfin une vraie date dès la commande.",
      ],
    },
    "delivery-tracking": {
      bad: [
        "On m’annonce trois dates, aucune n’est tenue.",
        "Le lien de suivi affiche «en préparation» depuis {n} jours.",
        "Un SMS dit demain, le site dit jeudi. Qui croire ?",
        "Livraison annoncée, personne n’est venu, aucun message.",
        "Le suivi ne dit pas s’il manque le {product}.",
        "J’ai appris le report en appelant, pas par le SMS.",
        "Numéro de suivi inconnu chez le transporteur.",
      ],
      good: [
        "SMS la veille et deux heures avant, impeccable.",
        "On suit le camion sur la carte, très pratique.",
        "Prévenue à chaque étape.",
        "Le message du livreur avec son prénom, c’est sympa.",
      ],
    },
    delivery: {
      bad: [
        "Livré avec {n} jours de retard.",
        "Déposé sur le trottoir alors que j’avais payé l’étage.",
        "Un caisson abîmé et il manquait les poignées.",
        "Le livreur était pressé, je n’ai pas pu vérifier les colis.",
      ],
      good: [
        "Livreurs à l’heure, polis, tout est monté à l’étage.",
        "{m} colis, pas un de travers.",
        "Ils ont repris les cartons, un vrai plus.",
        "Ma cuisine est arrivée complète, quel soulagement.",
      ],
    },
    "phone-help": {
      bad: [
        "{min} minutes d’attente pour entendre qu’il faut rappeler.",
        "Rappel promis, jamais venu.",
        "Il faut tout réexpliquer à chaque appel.",
        "La ligne a coupé après {min} minutes de musique.",
        "Au printemps, impossible de vous joindre.",
      ],
      good: [
        "La technicienne m’a guidé pas à pas pour le {product}.",
        "Décroché tout de suite, problème réglé en cinq minutes.",
        "Très patient, il est resté en ligne pendant que je perçais.",
        "On m’a envoyé la pièce sans discuter.",
      ],
    },
    "fitting-videos": {
      bad: [
        "La vidéo va trop vite au moment de l’équerrage.",
        "Pas de vidéo pour le {product}, justement.",
        "La version montrée n’est pas celle que j’ai reçue.",
      ],
      good: [
        "Sans la vidéo je n’aurais jamais osé percer.",
        "Explications claires, on peut s’arrêter à chaque étape.",
        "J’ai posé mon {product} seule, fière de moi.",
        "On sent que c’est un vrai poseur qui parle.",
      ],
    },
    "after-sales": {
      bad: [
        "{n} semaines pour une charnière.",
        "Trois interlocuteurs, trois réponses.",
        "Il faut la facture papier, qui n’existe plus.",
        "On me dit que c’est la faute du transporteur, et l’inverse.",
      ],
      good: [
        "Pièce changée sans discuter.",
        "Réparé en {n} jours, bravo.",
        "Le technicien est venu avec la bonne pièce du premier coup.",
        "J’ai pu suivre mon dossier de bout en bout.",
      ],
    },
    "satisfaction-survey": {
      bad: [
        "Belle cuisine, mais quel parcours pour y arriver.",
        "Je ne recommanderais pas la livraison.",
        "Trop d’interlocuteurs, personne ne suit le dossier.",
        "Le service après la vente n’est pas à la hauteur du magasin.",
      ],
      good: [
        "Je recommande déjà autour de moi.",
        "Une équipe qui sait de quoi elle parle.",
        "La cuisine est superbe et le budget tenu.",
        "De l’idée à la pose, on ne s’est jamais sentis seuls.",
      ],
    },
    "online-review": {
      bad: [
        "Qualité moyenne, une façade a gonflé en {n} mois.",
        "Jolie cuisine, notice incompréhensible.",
        "Retard, colis manquants : décevant.",
      ],
      good: [
        "Je montre ma cuisine finie à tout le monde.",
        "Très bon rapport qualité-prix.",
        "Solide, bien conçue, on l’adore.",
        "Posée en deux week-ends, résultat magnifique.",
      ],
    },
    "repair-request": {
      bad: [
        "Le formulaire refuse mon numéro de série.",
        "Impossible de joindre une photo de la panne.",
        "Il faut se déplacer quand même après la demande en ligne.",
      ],
      good: [
        "Demande faite en trois minutes, étiquette reçue aussitôt.",
        "Le diagnostic en ligne avait vu juste.",
        "Simple et clair.",
      ],
    },
    "repair-news": {
      bad: [
        "Aucune nouvelle de ma perceuse depuis {n} semaines.",
        "Un SMS dit «en cours», et puis plus rien.",
        "J’ai dû appeler pour savoir que c’était prêt.",
      ],
      good: [
        "Un message à chaque étape, on sait où on en est.",
        "Prévenu dès que l’outil était prêt.",
        "Devis de réparation par SMS, accepté d’un clic.",
      ],
    },
    "repair-pickup": {
      bad: ["L’outil n’était pas au comptoir, il a fallu fouiller.", "Rendu sale et sans la batterie."],
      good: [
        "Outil rendu propre, affûté, comme neuf.",
        "Deux minutes montre en main.",
        "On m’a montré la pièce changée, j’apprécie.",
        "Content de réparer plutôt que racheter.",
      ],
    },
  },
  mixed: [
    "Correct, sans plus.",
    "Ça va, mais on peut mieux faire.",
    "Bien dans l’ensemble, un peu long.",
    "Ni bien ni mal.",
    "Le résultat est là, le chemin moins simple.",
    "Gentils, mais débordés.",
    "Moyen cette fois-ci, d’habitude c’est mieux.",
    "Pas mal, avec quelques accrocs.",
    "Du bon et du moins bon.",
    "Je m’attendais à mieux, sans être déçue.",
    "Service inégal selon les jours.",
    "Ça a fini par marcher.",
  ],
  after: {
    bad: [
      "Vraiment dommage.",
      "Je suis déçu.",
      "Je réfléchirai avant de revenir.",
      "À revoir d’urgence.",
      "Personne ne s’est excusé.",
      "C’est la deuxième fois.",
    ],
    good: [
      "Merci à l’équipe de {store} !",
      "Continuez comme ça.",
      "Rien à redire.",
      "Un grand merci.",
      "Je reviendrai.",
      "Ça fait plaisir.",
    ],
  },
};
