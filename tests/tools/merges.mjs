// What the library would offer to merge among real records of talks, which lie beside the project and never in it:
//   npm run check:merges [-- --sample N] [--seed N]
// Prints how many pairs are proposed, how many groups they form, and a sample of pairs to be read by a person, the same for the same seed.
import { createContext, runInContext } from 'node:vm';
import { scriptOf } from './pages.mjs';
import { hasRecords, realTalks } from './scale.mjs';

/** @typedef {import('../../core/talk').TalkDraft} TalkDraft */

if (!hasRecords) {
  console.warn('SKIPPED: the real records are not at ../shared/scale, so nothing was proposed');
  process.exit(0);
}
const world = createContext({ URL });
runInContext(await scriptOf('core/identity.ts', 'identity'), world);
runInContext(await scriptOf('core/fold.ts', 'folding'), world);
/** @type {{identity: {isMergeProposal(one: TalkDraft, other: TalkDraft): boolean}, folding: {foldTitle(title: string): string}}} */
const { identity, folding } = /** @type {any} */ (world);

const talks = realTalks();
/** @type {Map<string, TalkDraft[]>} */
const byTitle = new Map();
for (const talk of talks) {
  const title = folding.foldTitle(talk.title);
  byTitle.set(title, [...(byTitle.get(title) ?? []), talk]);
}
const pairs = [...byTitle.values()].flatMap(pairsIn);
console.log(
  `${talks.length} records, ${[...byTitle.values()].filter((alike) => alike.length > 1).length} titles shared, ${pairs.length} pairs proposed`,
);
for (const [one, other] of sampled(pairs, numberOf('--sample', 100), numberOf('--seed', 1))) {
  console.log(`\n${described(one)}\n${described(other)}`);
}

/** @param {TalkDraft[]} alike @returns {[TalkDraft, TalkDraft][]} */
function pairsIn(alike) {
  return alike.flatMap((one, at) =>
    alike
      .slice(at + 1)
      .filter((other) => identity.isMergeProposal(one, other))
      .map((other) => /** @type {[TalkDraft, TalkDraft]} */ ([one, other])),
  );
}

/** @template T @param {T[]} all @param {number} count @param {number} seed @returns {T[]} */
function sampled(all, count, seed) {
  const left = [...all];
  let state = seed;
  return Array.from({ length: Math.min(count, left.length) }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return /** @type {T} */ (left.splice(state % left.length, 1)[0]);
  });
}

/** @param {TalkDraft} talk */
function described({ title, speakers, event, starts, abstract = '', links }) {
  const people = speakers.map(({ name }) => name).join(', ');
  return `  ${title} | ${people} | ${event?.name ?? '-'} | ${starts ?? '-'} | ${links[0]?.url ?? '-'} | ${abstract.slice(0, 80).replace(/\s+/g, ' ')}`;
}

/** @param {string} flag @param {number} otherwise */
function numberOf(flag, otherwise) {
  const at = process.argv.indexOf(flag);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}
