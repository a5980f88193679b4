// The words of a text as search compares them. The same rules as parse/folding.py, which made the
// index: whoever changes one changes the other. tests/browser/test_search.py holds them together.
const DROPPED = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]+/gu;
const UNSPACED = /[\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}\u0e01-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3]+/gu;
const WORD = /(?:[\p{L}\p{N}]\p{M}*)+/gu;
const LETTERS = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i", ς: "σ",
  ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه", "ँ": "ं",
};

export const fold = (word) => word.toLowerCase().normalize("NFKD").toLowerCase().replace(DROPPED, "")
  .replace(/./gu, (letter) => LETTERS[letter] ?? letter).normalize("NFKC")
  .replace(/[ङञणनम]्(?=[क-ह])/gu, "ं").replace(/^(?:[وبكف]?ال|لل)(?=.{3})/u, "");

// What was typed: runs of letters without spaces, in pairs, and words. The last one may be half a word.
export function wishes(query) {
  const text = query.toLowerCase().replace(DROPPED, "");
  const runs = (text.match(UNSPACED) ?? []).map((run) => run.normalize("NFKC"));
  const words = (text.replace(UNSPACED, " ").match(WORD) ?? []).map(fold);
  return [
    ...runs.map((run) => {
      const [first, ...rest] = run;
      return { run, words: rest.length ? rest.map((letter, i) => (rest[i - 1] ?? first) + letter) : [first] };
    }),
    ...words.map((word, i) => ({
      words: [word], forms: new Set([word]), isOpen: i === words.length - 1 && !/\s$/u.test(query),
    })),
  ];
}

// Where the wishes stand in a text as it was written: [start, end, which wish].
function places(text, wanted) {
  const found = [];
  const lower = text.toLowerCase();
  wanted.forEach(({ run }, which) => {
    for (let at = -1; run && (at = lower.indexOf(run, at + 1)) >= 0;) found.push([at, at + run.length, which]);
  });
  for (const { 0: typed, index } of text.replace(UNSPACED, (run) => " ".repeat(run.length)).matchAll(WORD)) {
    const word = fold(typed);
    const which = wanted.findIndex(({ run, words, isOpen, forms }) =>
      !run && (forms.has(word) || (isOpen && word.startsWith(words[0]))));
    if (which >= 0) found.push([index, index + typed.length, which]);
  }
  return found.sort((one, other) => one[0] - other[0]);
}
