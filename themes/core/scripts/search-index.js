// The index of one language: files that are asked for by the words they hold.
// Of a word said once, often, in a heading, in the title.
const WEIGHTS = [1, 2, 4, 8];
// At most so many files for one run of letters, and so many ends of one word: each costs a request.
const MOST_PAIRS = 3;
const MOST_ENDS = 2;

const files = new Map();
function load(address) {
  if (!files.has(address)) {
    const answer = fetch(address).then((response) => response.ok ? response.text() : Promise.reject(address));
    answer.catch(() => files.delete(address));
    files.set(address, answer);
  }
  return files.get(address);
}

const about = async (home) => JSON.parse(await load(`${home}about.json`));

// CRC-32: zlib's, by which the words were sent to their files.
function shard(home, kind, text, count) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 8; bit; bit--) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return load(`${home}${kind}${(~sum >>> 0) % count}.txt`);
}

// Text → weight, for all texts that have the word.
async function weigh(home, facts, word) {
  const lines = (await shard(home, "w", word, facts.w)).split("\n");
  const line = lines.find((one) => one.startsWith(`${word} `)) ?? word;
  const weights = new Map();
  line.split(" ").slice(1).forEach((tier, i) => {
    let number = 0;
    let high = 0;
    for (const digit of tier) {
      const value = digit.charCodeAt() - 63;
      if (value < 0) high = high * 30 + value + 31;
      else {
        weights.set(number += high * 64 + value, WEIGHTS[i]);
        high = 0;
      }
    }
  });
  // A word that few texts have says more.
  const rarity = Math.log(1 + facts.texts / weights.size);
  for (const [number, weight] of weights) weights.set(number, weight * rarity);
  return weights;
}

// The words that begin with this one, the most used first.
async function ends(home, facts, word, most) {
  const prefix = [...word].slice(0, 3);
  const lines = prefix[2] ? (await shard(home, "p", prefix.join(""), facts.p)).split("\n") : [];
  return lines.map((line) => line.split(" ")).filter(([other]) => other.startsWith(word) && other !== word)
    .sort((one, other) => other[1] - one[1]).slice(0, most).map(([other]) => other);
}

// What is in all of the maps, weights added.
function common(maps) {
  const [first, ...rest] = maps.sort((one, other) => one.size - other.size);
  const both = new Map();
  for (const [number, weight] of first ?? []) {
    if (rest.every((map) => map.has(number))) both.set(number, rest.reduce((sum, map) => sum + map.get(number), weight));
  }
  return both;
}

// One wish: pairs that belong together; or a word as it is, as it may go on, or, in German, without dots.
async function grant(home, facts, { run, words, isOpen, forms }) {
  const weighAll = (some) => Promise.all(some.map((word) => weigh(home, facts, word)));
  if (run) {
    const last = words.length - 1;
    return common(await weighAll(words.filter((_, i) =>
      last < 3 || i === last || (i % 2 === 0 && i < 2 * MOST_PAIRS - 2))));
  }
  const [word] = words;
  const [own] = await weighAll(words);
  let others = isOpen || !own.size ? await ends(home, facts, word, own.size ? 1 : MOST_ENDS) : [];
  if (!own.size && !others.length) others = [word.replace(/([aou])e/g, "$1")];
  for (const [i, map] of (await weighAll(others)).entries()) {
    forms.add(others[i]);
    for (const [number, weight] of map) own.set(number, Math.max(own.get(number) ?? 0, weight / 2));
  }
  return own;
}

// The texts that have all that was wished for, the best first, of equals the newest.
async function find(home, wanted) {
  const facts = await about(home);
  const all = common(await Promise.all(wanted.map((wish) => grant(home, facts, wish))));
  return [...all].sort((one, other) => other[1] - one[1] || other[0] - one[0]).map(([number]) => number);
}

// Address, day and title of a text.
async function titleOf(home, number) {
  const { t } = await about(home);
  const lines = (await load(`${home}t${(Math.imul(number, 2654435761) >>> 16) % t}.txt`)).split("\n");
  return lines.find((line) => line.startsWith(`${number}\t`))?.split("\t").slice(1);
}
