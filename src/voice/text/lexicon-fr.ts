import type { Entries } from "./lexicon.ts";

/** What French words say of an experience, −3 … 3. `*` ends a stem, `#` is a number; `_` joins the words of a phrase. */
export const frenchLexicon: Entries = {
  "3": `
    excellent* parfait parfaite parfaits parfaites parfaitement exceptionnel* extraordinaire* formidable* fabuleu*
    genial* geniaux magnifique* merveilleu* impeccable* nickel irreprochable* top incroyable* sublime* splendide*
    exemplaire* magique* enchant* ravi ravie ravis ravies emerveill* adore kiff* chapeau felicitations regal* bonheur*
    epoustouflant* remarquabl* perle inoubliab*
    les_yeux_ferm* rien_a_redire rien_a_reprocher a_recommander n'hesitez_pas sans_hesit* coup_de_coeur au_top
    a_l'ecoute cinq_etoiles #_etoiles_sur_# le_meilleur la_meilleure les_meilleurs les_meilleures plus_que_satisf*
    tres_tres_bien longue_vie un_sans_faute sans_faute haut_de_gamme petits_soins petit_soin au_dela_de_mes_attentes
    comme_dans_un_reve a_tous_points_de_vue aucun_regret un_regal un_vrai_plaisir rien_a_ajouter top_du_top du_bonheur`,
  "2": `
    bon bonne bons bonnes super satisfai* content* heureu* agreab* chaleureu* souriant* sourire* gentil* sympa*
    accueillant* serviab* disponib* attentif* attentive* attentionn* prevenant* bienveillan* professionn* competen*
    efficace* efficacite rapid* ponctu* soign* propre* impressionn* recommand* conseill* merci mersi remerci* bravo
    felicit* plais* ador* aim* apprec* satisfac* confiance fiab* solid* robust* delicieu* savoureu* bel belle belles
    beau beaux jolie* joli jolis clair claire claires clairement limpide* intuitif* intuitive* simpl* facil* pratiqu*
    ergonomi* fluid* confortab* spacieu* cosy serieu* reactif* reactive* reactivite arrang* resolu* regl* debloqu*
    courtois* poli polie polis politesse patient patiente patients honnete* transparen* respectueu* genereu* cadeau*
    offert* surpris* bluff* epat* seduit* conquis* fidel* raisonnab* abordab* avantageu* impec nikel cool chouette*
    vivement resout* resoud* continuez interessan* util* conforme* exact* rassur* accompagn* bienvenu* convivial*
    elegan* ideal* precis precise precieu* astucieu* malin maligne maniable leger legere legeres silencieu*
    performant* puissant* durable* lumineu* dynamique* discret* energique* diligen* minutieu* meticuleu* debrouill*
    comprehensi* empathi* dedommag* anticip*
    bonne_affaire bon_plan bon_rapport bonne_surprise belle_surprise rien_a_dire pas_de_souci* aucun_souci*
    aucun_probleme* pas_de_probleme* sans_probleme* sans_souci* sans_encombre comme_prevu a_l'heure dans_les_temps
    dans_les_delais en_avance avant_l'heure je_reviendrai nous_reviendrons on_reviendra je_recommence je_recommanderai
    a_conseiller pris_le_temps prend_le_temps prennent_le_temps a_la_hauteur tient_ses_promesses bien_emball* bon_etat
    bonne_qualite de_qualite prix_attractif* bon_prix pas_cher pas_chere pas_cheres pas_chers moins_cher peu_cher
    c'est_cool je_valide aucune_difficulte* sans_difficulte* sans_attendre sans_attente pas_d'attente aucune_attente
    peu_d'attente s'est_bien_pass* tout_s'est_bien deroul*_bien bien_deroul* au_rendez_vous sain_et_sauf
    du_premier_coup tout_de_suite en_#_minutes en_#_min en_#_clics en_deux_clics en_trois_jours en_#_jours en_#_h
    en_#_heures le_lendemain le_jour_meme mieux_que_prevu mieux_que tout_est_bien a_bientot ne_changez_rien
    j'y_retourne fonctionne_bien marche_bien marche_tres_bien pas_decu pas_decue pas_decus tenu_parole tient_parole
    tenu_informe* bien_inform* bien_conseill* bien_accueil* bien_organis* bien_range* bien_situe* bien_pense*
    bien_fait* bien_expliqu* bien_place* vaut_le_coup vaut_le_detour ca_vaut tout_est_la tout_y_est rien_ne_manqu*
    comme_neuf comme_sur_la_photo a_l'heure_dite meme_le_dimanche parking_gratuit remplace_sans
    premiere_fois_que enfin_un enfin_une`,
  "1": `
    correct bien geste* correcte corrects convenab* ok okay honorable* calme* tranquill* frais fraiche moderne* choix
    varie* ouvert* gratui* promo* remise* econom* aid* expliqu* repond repar* rembours* echang* volontiers amelior*
    progres* mieux vite humain* familia* convivi* sourit dispo dispos apprend* decouv* inspir* propos* accept* soulag*
    verifi* accessible* proximite
    un_plus rapport_qualite_prix ca_va ca_passe pas_mal plutot_bien assez_bien trouv*_ce_que je_garde merci_quand_meme
    a_temps attend*_peu sur_place bonne_continuation grace_a suivi_du_colis a_jour`,
  "0": `
    s'il_vous_plait bon_de_commande bon_d'achat bonne_journee bonne_soiree bonne_question petit_dejeuner plus_ou_moins
    a_propos tant_bien_que_mal bien_sur ou_bien eh_bien si_bien_que bien_que service_apres_vente rendez_vous prix_fixe
    pas_d'avis`,
  "-1": `
    attente* attend* queue retard* lent lente lents lentes lentement long longue longs longues cher chere chers cheres
    couteu* onereu* bruyan* bruit* bonde* trop moyen moyenne moyens moyennes bof mouais decal* limit* dommage regret*
    souci* difficile* compliqu* complex* confus* flou floue flous floues vague* incomplet* manqu* oubli* erreur*
    faute* bug bugs probleme* incident* panne* hesit* froid froide froids froides fade* etroit* vieux vieille* vetust*
    annul* report* relanc* reclam* litige* rappel* insist* coinc* bloqu* fatig* ennuy* stress* inquiet* obliger oblige
    obligee rigide* repetitif* passable* mitig* hausse* augment* devrait* faudrait supplement* payant* surcharge* tard
    tardi* ailleurs ralenti* inachev* approximati* bancal* derang* dispers* dispara* debord* encombr* tassee* serre*
    cherche* perd* contrairement malgre obligatoire* imposs
    j'aurais_aim* aurait_pu auraient_pu pourrait_etre peut_mieux_faire pas_fou sans_plus peut_etre_ameliore* pas_folle
    moins_bien un_peu_juste encore_une_fois deux_fois trois_fois #_fois #_semaines #_mois plusieurs_fois a_ameliorer
    a_revoir file_d'attente frais_de seulement_un seulement_deux meme_pas ou_est c'est_dommage on_attend trop_de
    trop_peu pas_assez pas_encore une_seule un_seul aucun_moyen encore_du`,
  "-2": `
    mauvais* mal decu* decev* decept* nul nule null insatisf* mecontent* desagreab* antipath* froideur impoli*
    irrespect* arrogan* hautain* mepris* agressif* agressive* incompeten* desorganis* inefficace* negligen*
    indifferen* injoignab* inaccessib* indisponib* introuvab* sale sales salete* degout* degeu* poussier* odeur* puent
    cass* abim* endommag* defect* defaillan* defaut* plant* buggue* bugge* beug* rame ramer rament crash* fragil*
    camelote* penib* galer* chiant* soulant* saoul* enerv* agac* frustr* irrit* furieu* colere* fach* indign*
    scandalis* choqu* inquietan* impossible* refus* ignore perdu* egar* disparu* mensong* ment menti mentent tromp*
    piege* cachee* caches abus* excessif* excessive* exorbitant* exhorbit* surfactur* prohibitif* prohibitive*
    interminab* lenteur* insupportab* inutil* illisib* incomprehensi* erron* inexact* mediocre* minable* pitoyab*
    lamentab* triste* honteu* catastroph* desastr* absurd* ridicul* bacl* pourri* degrad* flamb* inexistan* abandon*
    fuir bruit infernal faux fausse pire pires empir* insult* malhonnet* douteu* louche deteriore* rouill* moisi*
    tache* immangeab* infect* perime* raccroch* renvoy* balad* bourr* rate ratee rates rater raye rayee rayures
    dechir* fuite* fuit bosse* tordu* ecrase* brise* explos* craqu* lache decoll* gondol* renvoi* repouss* messagerie
    robot doublon* chaos* bazar* foutoir pagaille cafouill*
    aucune_reponse pas_de_reponse sans_reponse sans_nouvelle* aucune_nouvelle* pas_de_nouvelle* personne_ne
    toujours_pas toujours_rien tjrs_pas tjs_pas pas_terrible laisse*_a_desirer manque_de manque_d' pas_normal
    pas_serieux ne_sert_a_rien sert_a_rien jamais_vu jamais_recu pas_recu pas_livre* sans_explication* sans_prevenir
    sans_excuse* hors_de_prix trop_cher* trop_long* trop_petit* trop_tard en_retard en_panne mal_accueil* mal_organis*
    mal_inform* mal_conseill* mal_emball* mal_recu* mal_fini* raccroch*_au_nez ne_marche_pas marche_pas marche_plus
    fonctionne_pas fonctionne_plus fonctionnent_pas aime_pas aimons_pas comprend_pas comprends_pas repond_pas
    repond_jamais repondent_pas repondent_jamais repond_jame sait_pas savent_pas c'est_long depuis_#_jours
    depuis_#_semaines depuis_#_mois depuis_#_an depuis_#_ans depuis_une_semaine depuis_deux_semaines
    depuis_trois_semaines depuis_un_mois apres_#_semaines apres_trois_semaines apres_deux_semaines apres_#_mois
    apres_#_jours a_chaque_fois rupture_de_stock en_rupture impression_de_deranger se_moqu* on_s'en_fout dur_a_joindre
    mauvaise_foi perte_de_temps perdre_son_temps perdre_mon_temps aucun_sens aucun_respect aucune_excuse aucun_suivi
    pas_de_suivi mauvaise_taille mauvais_article mauvaise_adresse pas_le_bon pas_la_bonne au_lieu_de double_prelev*
    preleve*_deux debite*_deux facture*_deux surprise_desagreable mauvaise_surprise tourne*_en_rond
    sonne*_dans_le_vide ca_coupe coup*_au coupe*_la_ligne personne_pour personne_a personne_au personne_n' ne_sait
    ne_savait ne_rappelle* rappelle_jamais pas_rappele* jamais_rappele* jamais_repondu nul_part nulle_part`,
  "-3": `
    horrib* atroce* affreu* execrab* deplorab* inadmissib* inaccept* intolerab* scandal* honte arnaqu* escro* voleur*
    voleuse* fraud* detest* hais haine cauchemar* ecoeur* revolt* dangereu* immonde* abject* ignoble* fuyez evitez
    inqualifiab* deconseill* nullissime*
    a_fuir a_eviter plus_jamais jamais_plus ne_recommand*_pas recommand*_pas conseille_pas foutage_de_gueule se_foutre
    se_foutent se_fout prend_pour_des prennent_pour_des zero_sur #_etoile aucun_interet nul_a la_pire le_pire
    du_grand_n'importe_quoi n'importe_quoi une_catastrophe un_scandale une_honte c'est_la_honte`,
};
