/** The blocks of East Asian scripts, with their punctuation and full-width forms, and what is an emoji without asking. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18d08}\u{1b000}-\u{1b2fb}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

/** The letters that flags are made of, two to a flag. */
const halfAFlag = /\p{Regional_Indicator}/u;

/** What joins the character before. */
const joined = /[\p{M}\p{Cf}\u1160-\u11ff\ud7b0-\ud7fb]/u;

/** Columns that a text takes on a terminal. */
export function textWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (joined.test(character)) continue;
    width += wide.test(character) && !halfAFlag.test(character) ? 2 : 1;
  }
  return width;
}
