import type { Entries } from "./lexicon.ts";

/** What English words say of an experience, −3 … 3. `*` ends a stem, `#` is a number; `_` joins the words of a phrase. */
export const englishLexicon: Entries = {
  "3": `
    excellen* perfect* outstanding* exceptional* amazing* awesome* fantastic* fabulous* brilliant* superb* wonderful*
    terrific* incredib* flawless* faultless* spotless* immaculate* stunning* gorgeous* delight* thrill* ador*
    unbeatab* phenomenal* exquisit* magnific* stellar* love loved loves loving luv luved luvs best lifesaver kudos
    treasure bliss superstar* legend legends
    top_notch first_class world_class second_to_none five_stars went_above above_and_beyond couldn't_be_happier
    could_not_be_happier couldn't_be_better can't_fault cannot_fault cant_fault couldn't_fault couldnt_fault
    hands_down can't_recommend_enough cannot_recommend_enough hidden_gem works_like_a_charm like_a_dream life_saver
    well_worth won't_hesitate wouldn't_hesitate not_hesitate hesitate_to_recommend a_joy blown_away couldn't_ask_for
    could_not_ask_for a_real_pleasure`,
  "2": `
    good great nice lovely happy happier pleas* satisf* glad grateful* thank* thx recommend* friendl* polite*
    courteous* kind kindness kindly helpful* welcom* warm* smil* attentive* caring considerate* profession* competen*
    knowledg* efficien* effortless* seamless* smooth* prompt* quick* fast faster speedy swift* punctual* reliab*
    trust* honest* transparen* fair fairly reasonabl* affordab* bargain* generous* comfort* cosy cozy clean cleaner
    tidy beautif* pretty impress* enjoy* fun cool easy easily easier simple simply intuitiv* clear clearly convenien*
    handy useful* delicious* tasty yummy fresh sturdy solid durable* quality improv* resolv* fixed sorted solved
    appreciat* patient patiently reassur* respons* gr8 gud congrat* bravo cheers yay wow super neat spacious*
    charming* elegant* stylish* superior loyal* ideal* straightforward painless precise precisely thoughtful* clever*
    light lightweight quietly robust accommodat* understanding empath* diligen* meticulous* thorough* refreshing*
    polish* tasteful* organised organized relax* hospitabl* humor* humour*
    hassle_free no_problem* no_issue* no_fuss without_any_fuss without_fuss no_complaint* can't_complain
    cannot_complain cant_complain nothing_but_praise no_trouble no_hassle no_wait no_queue* on_time in_no_time
    ahead_of_time ahead_of_schedule a_day_early arrived_early as_promised as_described as_expected exactly_what
    well_done well_made well_packed well_organi* good_value value_for_money great_value will_be_back will_return
    will_buy_again would_buy_again will_order_again would_use_again use_again went_out_of_their_way out_of_their_way
    out_of_his_way out_of_her_way took_the_time takes_the_time thumbs_up spot_on bang_on made_my_day stress_free
    at_ease like_new money_well_spent lived_up_to works_well works_great works_perfectly never_a_problem
    never_had_a_problem never_had_an_issue never_let_me_down never_disappoint* keep_it_up right_away straight_away
    same_day next_day owned_up made_it_right put_it_right so_far_so_good in_#_minutes within_#_minutes in_#_clicks
    in_two_clicks no_regrets kept_informed kept_me_informed kept_us_informed kept_me_updated well_laid_out
    well_stocked well_explained well_designed well_located well_thought worth_it worth_every worth_the fits_perfectly
    fit_perfectly good_as_new first_time_round in_stock free_delivery free_parking called_back rang_back phoned_back
    got_back_to answered_all all_my_questions step_by_step no_pressure looks_great looked_great`,
  "1": `
    ok okay fine decent adequate* acceptab* correct* calm quiet* modern* new free refund* replac* help helped helps
    explain* understand* answered accurate* improvement better range varied variety discount* voucher* compensat*
    flexib* local interest* worth early complete* bonus gift* safe* secure* inspir* learn* discover* offered accepted
    checked reliev* accessible nearby tracked
    not_bad pretty_good does_the_job does_what_it good_enough wide_choice up_to_date`,
  "0": `
    customer_care take_care good_morning good_afternoon kind_of of_kind as_soon_as as_well_as as_long_as
    a_good_deal_of had_better high_street at_least no_opinion no_comment long_term pretty_much kind_regards
    best_regards even_better_if`,
  "-1": `
    wait waited waiting waitin waits queue* late later delay* slow slowly slower long expensive* pric* costly dear
    noisy noise* crowded busy too average mediocre meh confus* unclear vague* complicat* complex* difficult* hard
    struggl* tricky miss* lack* lost forgot* error* mistake* bug bugs glitch* problem* issue* trouble* hassle*
    incident* cold bland small tiny cramped dated outdated tired worn cancel* postpon* chas* complain* dispute* stuck
    unsure worr* concern* hesitat* annoy* stress* regret* unfortunat* sadly shame pity twice limited restrict* basic
    downhill climb* rising increas* forced surcharge* fee fees hunt* despite lukewarm overload* clutter* scatter*
    nowhere redo
    could_be_better could_have_been could_be_improved should_have should_be would_have_liked would_have_been_nice
    supposed_to expected_better expected_more needs_work needs_improv* room_for_improvement not_great not_ideal
    nothing_special #_weeks #_months #_times #_hours three_times several_times again_and_again had_to_call had_to_ask
    had_to_chase bit_of_a extra_charge again_to not_enough not_yet still_the_same no_way_to hard_to difficult_to
    where_is only_two only_a_few every_single_time have_to_ask had_to_go had_to_wait had_to_return the_wrong only_to`,
  "-2": `
    bad badly poor poorly disappoint* unhapp* dissatisf* unsatisf* displeas* rude rudely impolite* unfriendl*
    unhelpful* unprofession* incompeten* arrogan* dismissive* disrespect* hostile* aggressive* ignor* careless*
    neglect* indifferen* unreachab* unavailab* inaccessib* dirty filth* dust* smell* stink* stank grubby stain* mould*
    mold* broken broke break breaks damag* defect* fault* crack* torn scratch* fail* crash* freez* frozen unusab*
    useless* worthless* pointless* flimsy cheaply overpric* overcharg* extortion* excessiv* unreasonab* unfair* hidden
    mislead* misled lie lied lies lying trick* decepti* dishonest* shady sneaky wrong* incorrect* inaccurat* mess
    messy messed chaos chaotic* disorgani* nightmar* frustrat* infuriat* irritat* angry anger upset* fed appall*
    fuming furious unacceptab* ridiculous* absurd* inexcus* impossible* refus* endless* neverending forever stale
    inedib* tasteless* rotten uncomfort* unsafe painful* awful* dread* pathetic* shambl* shoddy crap* rubbish trash*
    junk garbage suck* sux smh wtf ffs ugh letdown waste wasted worse sagg* leak* peel* joke bent dented dent ripped
    snapped wobbl* warped jammed squeak* blurry unreadab* illegib* incomprehensib* jargon rushed dumped voicemail
    loses farce fiasco chore
    hung_up hang_up_on hangs_up put_the_phone_down cut_off still_waiting still_no still_not still_haven't still_hasn't
    still_don't still_nothing no_reply no_response no_answer no_one nobody_answers nobody_cares no_idea never_arrived
    never_came never_received never_turned_up never_replied never_answer* never_called no_refund let_down fell_apart
    falling_apart doesn't_work does_not_work didn't_work doesnt_work didnt_work not_working stopped_working won't_work
    wont_work out_of_stock passed_around pillar_to_post waste_of_time waste_of money_back fed_up sick_of tired_of
    rip_off for_weeks for_months for_#_weeks for_#_months for_#_days for_#_hours after_#_weeks after_#_months
    after_#_days after_three_weeks after_two_weeks after_two_days within_two_months too_expensive too_long too_slow
    too_late too_small too_many too_much not_worth not_as_described not_as_advertised not_as_expected not_impressed
    cold_shoulder not_happy fell_off wrong_size keeps_crash* keeps_fail* keeps_break* used_to_be don't_care dont_care
    doesn't_care no_sense no_respect no_apology nowhere_to wrong_item wrong_address wrong_one charged_twice
    billed_twice double_charged paid_twice instead_of_the bad_surprise nasty_surprise round_in_circles went_in_circles
    rang_out rings_out goes_to_voicemail no_one_called never_rang nobody_told nobody_came nobody_could nobody_knew
    nobody_knows no_explanation no_warning without_warning no_notice didn't_know didn't_care doesn't_know don't_know
    didn't_show no_show failed_to kept_crash* times_out timed_out logs_me_out logged_me_out lost_my last_minute
    a_farce`,
  "-3": `
    horrib* horrif* terrible worst atrocious* abysmal* disgust* disgrace* appalling* outrag* scandal* shameful*
    despicab* vile vomit* hate hated hates scam* fraud* thief thieves theft steal* stole stolen crook* robbery avoid*
    utter* beware
    con_artist* ripped_off stay_away steer_clear never_again not_recommend wouldn't_recommend don't_recommend
    dont_recommend can't_recommend cannot_recommend wouldnt_recommend waste_of_money zero_stars #_star one_star
    complete_joke total_joke absolute_joke last_time_i run_away do_not_buy don't_buy dont_buy do_not_use don't_use`,
};
