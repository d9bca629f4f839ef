import { phrasesOf } from "./phrases.ts";
import type { TopicRule } from "./topics.ts";

/** The topics a workspace begins with; it may change every one of them. */
export const topicRules: readonly TopicRule[] = [
  rule(
    "price",
    "Prix",
    `
      prix tarif* cher chere chers cheres couteu* onereu* promo* remise* reduction* solde* rapport_qualite_prix
      bon_marche abordab* devis budget hors_de_prix economi* frais_de_port`,
    "Price",
    `
      price* pric* cost* expensive cheap* overpric* affordab* value_for_money discount* deal bargain* voucher*
      budget worth_the_money fee fees shipping_cost*`,
  ),
  rule(
    "delivery",
    "Livraison et délais",
    `
      livr* colis expedi* transporteur* chronopost colissimo mondial_relay point_relais delai* retard* envoi*
      acheminement emball* recu_en arrive_en toujours_pas_recu jamais_recu suivi_du_colis tournee`,
    "Delivery",
    `
      deliver* parcel* package* shipping shipment* shipped courier* driver* dispatch* late delay* arrived
      never_arrived tracking pick_up_point packaging on_time turned_up`,
  ),
  rule(
    "staff",
    "Accueil et personnel",
    `
      accueil* personnel vendeu* conseill* equipe* employe* hotesse* serveu* caissier* livreur* technicien* aimab*
      souriant* sourire impoli* desagreab* gentil* serviab* politesse sympathi* sympa a_l'ecoute competen*
      incompeten*`,
    "Welcome and staff",
    `
      staff welcom* assistant* adviser* advisor* employee* team cashier* waiter* waitress* receptionist* technician*
      fitter* friendl* rude* polite* impolite* helpful unhelpful smil* courteous* knowledgeab* attitude`,
  ),
  rule(
    "quality",
    "Qualité",
    `
      qualit* solid* fragil* camelote casse* cassee abim* endommag* defectueu* defaut* durab* usure fini* finition*
      robust* malfacon* matiere*`,
    "Quality",
    `
      quality sturdy solid flimsy broke broken damag* defect* faulty durab* worn wear well_made badly_made
      poorly_made craftsmanship finish material* scratch*`,
  ),
  rule(
    "product",
    "Produit et choix",
    `
      produit* article* modele* taille* couleur* gamme* choix stock rupture assortiment* catalogue* reference*
      pointure* marque*`,
    "Product and range",
    `
      product* item* model* size* colour* color* range choice stock out_of_stock catalogue* selection brand*`,
  ),
  rule(
    "digital",
    "Site et application",
    `
      site* internet appli application* app en_ligne page* bug* beug* plante* panier* compte* mot_de_passe
      connexion* connect* ergonomi* navigation* formulaire* ecran* mise_a_jour charge* mobile`,
    "Website and app",
    `
      website* web site app apps online page* bug* crash* glitch* basket* cart* checkout account* password* log_in
      login sign_in navigation interface form screen* update loading`,
  ),
  rule(
    "contact",
    "Téléphone et attente",
    `
      telephon* appel* standard hotline ligne attente attend* queue file_d'attente caisse* joindre joignable
      injoignab* rappel* raccroch* sonne* repond* decroch* messagerie musique_d'attente`,
    "Phone and waiting",
    `
      phone* call calls called calling hotline on_hold hold wait* queue* line reach hung_up hang_up voicemail
      answer* get_through call_back get_hold_of`,
  ),
  rule(
    "refund",
    "Retour et remboursement",
    `
      rembours* retour* echang* renvoy* renvoi* retract* avoir_de bon_d'achat bon_de_retour garantie* reprise* sav
      service_apres_vente`,
    "Refund and return",
    `
      refund* return returns returned returning exchang* swap* money_back send_back sent_back warranty guarantee*
      store_credit after_sales`,
  ),
  rule(
    "billing",
    "Facturation et paiement",
    `
      factur* paiement* payer paye payee prelev* debit* carte_bancaire cb mensualite* abonnement* echeance*
      virement* iban double_debit trop_percu avoir_sur`,
    "Billing and payment",
    `
      bill bills billed billing invoice* payment* pay paid charged overcharged double_charged direct_debit
      credit_card subscription* instalment* installment*`,
  ),
  rule(
    "information",
    "Information et clarté",
    `
      inform* explique* expliqu* clair claire clairement clarte flou floue notice* mode_d'emploi renseign*
      renseigner* comprehensi* incomprehensi* transparen* contradictoire* affichage description* descriptif*
      conditions nouvelles`,
    "Information and clarity",
    `
      inform* explain* clear clearly clarity unclear confus* instruction* manual description* misleading transparen*
      contradict* terms conditions small_print update* jargon`,
  ),
  rule(
    "cleanliness",
    "Propreté",
    `
      propre* proprete sale sales salete* nettoy* menage hygiene poussier* odeur* toilettes tache* degoutant*
      crasseu* sanitaires`,
    "Cleanliness",
    `
      clean* dirty filth* tidy hygien* dust* smell* toilet* restroom* stain* grubby spotless mould* mold*`,
  ),
  rule(
    "complaint",
    "Traitement des réclamations",
    `
      reclam* plainte* plaindre litige* service_client* sav dossier* ticket* geste_commercial excuse* dedommag*
      mediateur* relanc* signale* sans_reponse aucune_reponse sans_suite suivi`,
    "Complaint handling",
    `
      complain* dispute* customer_service customer_support support case ticket* apolog* compensat* goodwill
      ombudsman escalat* chased no_reply no_response follow_up resolv* sorted`,
  ),
];

/** `_` joins the words of a phrase. */
function rule(id: string, nameFr: string, fr: string, nameEn: string, en: string): TopicRule {
  return { id, fr: { name: nameFr, patterns: phrasesOf(fr) }, en: { name: nameEn, patterns: phrasesOf(en) } };
}
