// What counts as one word in a note. VS Code keeps the list of suggestions open as long as the
// cursor stays in the word in which it was opened; a tag is one word, with its spaces.

// A tag goes on after a space where the next word looks like a name or a bracket, as in
// `#Selected Papers/Blogs` and `#Supervised-FineTuning (SFT)`, and for three such words at most,
// because what follows the last tag of a line may be prose.
const tag = String.raw`[#＃](?:[^\s#＃]+(?: (?:[\p{Lu}\p{Lo}(（][^\s#＃]*)?){0,3})?`;

// Everything else is the words of VS Code's own Markdown grammar.
const letter = String.raw`[\p{Alphabetic}\p{Number}\p{Nonspacing_Mark}]`;
const word = `${letter}(?:_?${letter})*`;

export const tagWords = new RegExp(`${tag}|${word}`, "gu");
