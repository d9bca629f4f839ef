/** The small words of English as people type them, SMS spellings too; they tell the language and say nothing of a theme. */
export const frequentEn: ReadonlySet<string> = new Set(
  `
  the a an and or but so because if then than that this these those which who whom what when where why how while of to
  in on at by for from with without into onto over under about after before between during until since up down off out
  i i'm i've i'd i'll im ive you you're your yours he she it it's its we we're we've our us they they're their them my
  me his her him am is are was were be been being isn't wasn't aren't weren't isnt wasnt do does did doing done don't
  doesn't didn't dont doesnt didnt have has had having haven't hasn't hadn't can could can't couldn't cant couldnt will
  would won't wouldn't wont wouldnt shall should shouldn't may might must not no nor never nothing nobody none any
  some all both each every few many much more most other another such only own same too very just also even still yet
  again once here there now get got getting go went make made one two three as yes hello hi thanks thank please really
  quite always often day days week weeks month months year years time times hour hours omg thx pls u ur gonna wanna
  lol tbh imo
  `
    .trim()
    .split(/\s+/),
);
