/** The small words of French as people type them, SMS spellings too; they tell the language and say nothing of a theme. */
export const frequentFr: ReadonlySet<string> = new Set(
  `
  le la les l un une des du de d et ou mais donc car ni or que qui quoi dont quand comme si ne n pas plus
  je j jai tu il elle on nous vous ils elles me m te se s lui leur leurs y en ce c cet cette ces ca cela mon ma mes
  ton ta tes son sa ses notre nos votre vos au aux a dans par pour sur sous avec sans chez entre vers depuis pendant
  avant apres jusque jusqu afin est es suis sont etait etaient ete etre sera serait sommes ai as avons avez ont avait
  avaient aurait avoir eu fait faire fais faut faudrait peut peux pouvoir pu dois doit veux veut va vais aller tout tous
  toute toutes tres trop bien aussi encore deja toujours jamais rien personne aucun aucune meme autre autres chaque
  quelques quelque plusieurs beaucoup peu assez moins ainsi alors puis ensuite enfin ici voila oui non merci
  bonjour chose fois jour jours semaine semaines mois an ans heure heures parce lors lorsque tant cest jsuis jsui
  bcp svp tro tjs tjrs pr ds ms g qq qqn qd ke ki koi mm tt pa
  `
    .trim()
    .split(/\s+/),
);
