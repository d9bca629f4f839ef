import type { Language } from "./language.ts";
import type { SignalKind } from "./signals.ts";

/** Words that tell haste or a customer about to leave; `*` ends a stem, `#` is a number, `_` joins the words of a phrase. */
export const signalWords: Record<Language, Record<SignalKind, string>> = {
  fr: {
    urgency: `
      urgent* urgence* immediatement immediat* asap d'urgence au_plus_vite au_plus_tot le_plus_vite_possible sans_delai
      dans_les_plus_brefs_delais tout_de_suite_svp remboursement_immediat rembours*_moi danger* incendie feu brul*
      electrocut* bless* hopital intoxi* fuite_de_gaz securite enceinte allergi* avocat* tribunal justice huissier*
      plainte* porter_plainte mise_en_demeure mediateur* dgccrf que_choisir #_millions_de_consommateurs presse
      reseaux_sociaux signal_conso fraud* pirat* usurpation vole volee dernier_rappel dernier_avertissement`,
    churn: `
      resili* desabonn* desinscri* clotur* fermer_mon_compte fermez_mon_compte supprimer_mon_compte supprimez_mon_compte
      concurren* chez_un_autre chez_vos_concurrents aller_voir_ailleurs irai_ailleurs vais_ailleurs vais_voir_ailleurs
      partir_ailleurs changer_de_fournisseur change_de_fournisseur changer_d'operateur change_d'operateur
      changer_de_banque changer_d'assurance changer_de_magasin plus_jamais jamais_plus reviendrai_plus reviendrai_pas
      reviendrons_plus reviendrons_pas reviendrai_jamais remettrai_plus_les_pieds remettrai_pas_les_pieds
      remets_plus_les_pieds commanderai_plus commande_plus acheterai_plus derniere_fois dernier_achat
      derniere_commande perdu_un_client perdu_une_cliente perdre_un_client perdez_un_client perdez_une_cliente
      annuler_mon_abonnement annule_mon_abonnement annuler_mon_contrat fin_de_contrat je_vous_quitte`,
  },
  en: {
    urgency: `
      urgent* emergenc* immediate* asap a.s.a.p right_now straight_away_please as_soon_as_possible immediate_refund
      danger* fire burn* electrocut* injur* hospital food_poisoning gas_leak unsafe safety_hazard pregnant allergi*
      lawyer* solicitor* attorney* court sue suing legal_action small_claims ombudsman trading_standards watchdog
      press social_media fraud* hacked identity_theft stolen final_warning last_warning final_notice`,
    churn: `
      cancel_my cancel_the_subscription cancel_our cancelled_my cancelling_my canceling_my cancel_subscription
      cancel_the_contract unsubscrib* close_my_account closing_my_account delete_my_account competitor*
      switch switching switched switch_to moving_to go_elsewhere going_elsewhere take_my_business
      taking_my_business another_provider another_supplier change_provider changing_provider leave_you leaving_you
      never_again never_come_back never_coming_back won't_come_back won't_be_back wont_be_back will_not_be_back
      won't_return never_return never_order never_buy never_shop won't_order won't_buy last_time last_order
      last_purchase lost_a_customer lost_me lose_a_customer losing_a_customer end_my_contract`,
  },
};
