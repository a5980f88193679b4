// Has Lighthouse judge pages on a phone, all in one Chromium.
//
// In, as JSON: {chromium: path, flags: [words], categories: [ids], addresses: [URLs]}.
// Out, a line of JSON for each address, in their order, as soon as it is judged:
// {address, scores: {category: 0 to 100}, lost: {audit: "its title: what it found"}}.

import { text } from 'node:stream/consumers';

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const { chromium, flags, categories, addresses } = JSON.parse(await text(process.stdin));
const chrome = await launch({ chromePath: chromium, chromeFlags: ['--headless=new', ...flags] });
const options = {
  port: chrome.port,
  onlyCategories: categories,
  disableFullPageScreenshot: true,
  // The page of what is not there is judged too.
  ignoreStatusCode: true,
};
// How long a page takes to come to rest matters to figures of speed alone.
const atOnce = {
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
};
if (!categories.includes('performance')) Object.assign(options, atOnce);

function lostIn({ categories, audits }) {
  const counted = Object.values(categories)
    .flatMap((category) => category.auditRefs)
    .filter((audit) => audit.weight > 0);
  const lost = counted
    .map(({ id }) => audits[id])
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, displayValue = '', details }) => {
      const found = JSON.stringify((details?.items ?? []).slice(0, 3));
      return [id, [title, displayValue, found].join(': ')];
    });
  return Object.fromEntries(lost);
}

try {
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, options);
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    const scores = Object.fromEntries(
      Object.entries(lhr.categories).map(([id, { score }]) => [id, Math.round(score * 100)]),
    );
    console.log(JSON.stringify({ address, scores, lost: lostIn(lhr) }));
  }
} finally {
  chrome.kill();
}
