// The cases of the demonstration as stories told in days before today, so that on the day it is started some are due, some
// late and some have gone up a level, in every state.

import type { Kind } from '../../../cases/domain/actions.ts';

/** So many days ago somebody did this; `change` is what differs from the usual. */
export type Told = { ago: number; kind: Kind; change?: object; by?: 'township' | 'county' };

/** What is done after the plan: what is missing of the measures, and how the visits are kept. */
export type DemoHelp = { missing?: 'none' | 'risk' | 'developing' | 'late'; visits: 'kept' | 'soon' | 'missed' };

/** Found so many days ago. Stories that lead to clearing need a household that no warning speaks of; all have one. */
export type DemoStory = { found: number; told: Told[]; help?: DemoHelp };

/** Days after the clue on which each step of identification is done. */
const IDENTIFICATION: [Kind, number][] = [
  ['verify', 2],
  ['compare', 4],
  ['review', 4],
  ['publish', 4],
  ['end-notice', 9],
  ['pass-township', 10],
  ['approve', 12],
  ['announce', 13],
  ['record', 14],
];

const CLEARING: [Kind, number][] = [
  ['start-clearing', 0],
  ['verify', 2],
  ['review', 4],
  ['publish', 4],
  ['end-notice', 9],
  ['pass-township', 10],
  ['clear', 13],
  ['announce', 14],
  ['record', 15],
];

/** The first `steps` of identification. */
export function identified(found: number, steps: number): Told[] {
  return IDENTIFICATION.slice(0, steps).map(([kind, after]) => ({ ago: found - after, kind }));
}

const ALL = IDENTIFICATION.length;

function monitored(found: number): Told[] {
  return [...identified(found, ALL), { ago: found - 20, kind: 'plan' }];
}

/** Found 350 days ago, monitored, and the first `steps` of the way out, begun `begun` days ago. */
function leaving(begun: number, steps: number): DemoStory {
  const way = CLEARING.slice(0, steps).map(([kind, after]): Told => ({ ago: begun - after, kind }));
  return { found: 350, told: [...monitored(350), ...way], help: { visits: 'kept' } };
}

const last = (steps: number) => IDENTIFICATION[steps - 1]?.[1] ?? 0;

/** Days after the clue on which the step after so many must be done, on the default template. */
const DUE_AFTER = [3, 5, 5, 9, 9, 10, 12, 15, 18, 24];

/** In each step: due tomorrow, due today, some days late, late enough to have gone up. */
const inEveryStep: DemoStory[] = DUE_AFTER.flatMap((due, steps) =>
  [-1, 0, 2, 4]
    .map((late) => due + late)
    .filter((found) => found >= last(steps))
    .map((found) => ({ found, told: identified(found, steps) })),
);

const rejectedByCounty: Told[] = [...identified(40, 6), { ago: 29, kind: 'reject', by: 'county' }];
const toldAndAppealed: Told[] = [
  ...rejectedByCounty,
  { ago: 27, kind: 'notify-rejection' },
  { ago: 20, kind: 'appeal' },
];

const aside: DemoStory[] = [
  { found: 4, told: [{ ago: 2, kind: 'pause', by: 'township' }] },
  { found: 8, told: [...identified(8, 4), { ago: 3, kind: 'object' }, { ago: 2, kind: 'pause', by: 'county' }] },
  { found: 6, told: [...identified(6, 4), { ago: 1, kind: 'object' }] },
  { found: 4, told: [...identified(4, 1), { ago: 1, kind: 'request-comparison' }] },
  {
    found: 1,
    told: [
      { ago: 1, kind: 'emergency' },
      { ago: 0, kind: 'plan' },
    ],
    help: { visits: 'kept' },
  },
  {
    found: 11,
    told: [{ ago: 11, kind: 'emergency' }, { ago: 10, kind: 'plan' }, ...identified(11, 6)],
    help: { missing: 'risk', visits: 'kept' },
  },
  { found: 12, told: [...identified(12, 6), { ago: 1, kind: 'return', by: 'county', change: { to: 'verification' } }] },
  { found: 15, told: [...identified(15, 5), { ago: 5, kind: 'return', by: 'township', change: { to: 'review' } }] },
  {
    found: 5,
    told: [{ ago: 2, kind: 'verify', change: { confirmed: false, finding: '入户核实，收入稳定，支出可以承受' } }],
  },
  { found: 25, told: [{ ago: 20, kind: 'verify', change: { confirmed: false, finding: '入户核实，子女已经就业' } }] },
  { found: 40, told: [...rejectedByCounty, { ago: 27, kind: 'notify-rejection' }] },
  { found: 40, told: toldAndAppealed },
  { found: 40, told: [...toldAndAppealed, { ago: 12, kind: 'decide-appeal', change: { upheld: false } }] },
  { found: 40, told: [...toldAndAppealed, { ago: 2, kind: 'decide-appeal' }] },
  { found: 30, told: [{ ago: 28, kind: 'withdraw' }] },
  { found: 120, told: [...monitored(120), { ago: 30, kind: 'move-away' }], help: { visits: 'kept' } },
];

/** Being helped, with and without gaps. */
const HELPED: [number, DemoHelp][] = [
  [45, { visits: 'kept' }],
  [60, { missing: 'none', visits: 'missed' }],
  [90, { missing: 'risk', visits: 'soon' }],
  [230, { missing: 'developing', visits: 'kept' }],
  [200, { missing: 'late', visits: 'missed' }],
  [130, { visits: 'soon' }],
  [55, { visits: 'missed' }],
  [210, { missing: 'developing', visits: 'soon' }],
  [105, { visits: 'kept' }],
  [150, { missing: 'late', visits: 'kept' }],
  [175, { missing: 'risk', visits: 'missed' }],
  [240, { missing: 'developing', visits: 'kept' }],
  [250, { missing: 'developing', visits: 'soon' }],
  [75, { visits: 'soon' }],
];

const helped: DemoStory[] = HELPED.map(([found, help]) => ({ found, told: monitored(found), help }));

const goingOut: DemoStory[] = [
  leaving(2, 1),
  leaving(7, 1),
  leaving(5, 2),
  leaving(6, 4),
  leaving(12, 5),
  leaving(13, 6),
  leaving(15, 7),
  leaving(17, 8),
];

const refused: DemoStory = {
  ...leaving(20, 5),
  told: [...leaving(20, 5).told, { ago: 9, kind: 'reject', by: 'township' }],
};

const lookedBack = (begun: number, ...more: Told[]): DemoStory => ({
  ...leaving(begun, CLEARING.length),
  told: [...leaving(begun, CLEARING.length).told, ...more],
});

const out: DemoStory[] = [
  lookedBack(30),
  lookedBack(103),
  lookedBack(112),
  lookedBack(150, { ago: 45, kind: 'look-back' }),
  lookedBack(
    150,
    { ago: 12, kind: 'look-back', change: { stable: false, finding: '户主再次住院，收入下降' } },
    { ago: 10, kind: 'reverse' },
  ),
];

export const DEMO_STORIES: readonly DemoStory[] = [...inEveryStep, ...aside, ...helped, ...goingOut, refused, ...out];

/** The first that ends in each action, apart on the way in and on the way out: every state once, for the other townships. */
export const ONE_OF_EACH: readonly DemoStory[] = [
  ...new Map(
    DEMO_STORIES.toReversed().map((story) => {
      const isClearing = story.told.some(({ kind }) => kind === 'start-clearing');
      return [`${story.told.at(-1)?.kind ?? 'register'} ${isClearing}`, story];
    }),
  ).values(),
];
