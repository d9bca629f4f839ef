import type { Entries } from "./lexicon.ts";

/** What emoji and smileys say in any language. */
export const emojiLexicon: Entries = {
  "3": "😍 🤩 🥰",
  "2": "😊 😀 😃 😄 😁 🙂 👍 👏 ❤ ♥ 💖 💕 🙏 🥳 🎉 ⭐ 🌟 💯 👌 ☺ 😋 <3 💪 🏆",
  "1": ":) :-) =) ;) ;-) 😉 😎 🤗 ✅ ✨ :] :p ^^",
  "-1": "😐 😕 🙁 ☹ :/ :-/ :| 😬 🤔 🙄 😒 ❌",
  "-2": ":( :-( :'( =( :[ 😞 😔 😟 😢 😭 👎 😤 💔 😩 😫 😖 🤦 😥",
  "-3": "😡 😠 🤬 🤮 🤢 💩 🖕 🚮",
};
