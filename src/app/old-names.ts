// Names of before the slice `monitoring` became several. Entries of the audit keep the name they were recorded under, and
// programs of departments may still ask at the old addresses. Nothing new is added here.

const SLICE = 'monitoring';

/** Old verb → new verb, by slice; a verb that stayed stands alone. */
const VERBS: Record<string, (string | [old: string, now: string])[]> = {
  process: [
    'templates',
    'save-template',
    'calendar',
    'save-calendar',
    'official-holidays',
    'calendar-check',
    'check-calendar',
    'recomputing',
  ],
  cases: [
    'clues',
    'add-clue-record',
    'dismiss-clue',
    ['register', 'open'],
    ['cases', 'list'],
    ['case', 'get'],
    'of-household',
    'worklist',
    'file',
    ['export-cases', 'export'],
    'export-clues',
    'recompute',
    'verify',
    'request-comparison',
    'reply-comparison',
    'compare',
    'review',
    'publish',
    'object',
    'settle-objection',
    'end-notice',
    'pass-township',
    'approve',
    'clear',
    'announce',
    'record',
    'return',
    'reject',
    'notify-rejection',
    'appeal',
    'decide-appeal',
    'withdraw',
    'move-away',
    'pause',
    'resume',
    'emergency',
    'plan',
    'start-clearing',
    'look-back',
    'reverse',
  ],
  declare: [
    ['declare-ticket', 'ticket'],
    ['declare-villages', 'villages'],
    ['declare', 'send'],
    ['declare-status', 'status'],
    'clue',
    'unmask-clue',
    'clue-file',
    ['declare-photo', 'photo'],
  ],
  help: [
    'measures',
    'propose-measures',
    'add-measure',
    'change-measure',
    'finish-measure',
    'cancel-measure',
    'visits',
    'add-visit',
    'gaps',
    'visits-due',
    ['help-summary', 'summary'],
    ['help-of-household', 'of-household'],
    'measure-libraries',
    'save-measure-library',
    'export-gaps',
    'export-visits-due',
  ],
  papers: ['documents', 'notices', 'document', 'print-notices', 'print-approvals'],
  national: [
    ['national-changes', 'changes'],
    ['tick-national', 'tick'],
    ['export-national', 'export'],
    ['compare-national', 'compare-export'],
    ['comparisons', 'export-comparisons'],
    ['comparison', 'export-comparison'],
    ['cancel-comparison', 'cancel-export-comparison'],
    ['end-comparison', 'end-export-comparison'],
    ['download-comparison-refused', 'download-export-refused'],
  ],
  bulletin: ['figures', ['bulletin', 'progress'], ['export-bulletin', 'export']],
};

/** Operation as it is recorded in old entries of the audit → its name now. */
export const OLD_OPERATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries(VERBS).flatMap(([slice, verbs]) =>
    verbs.map((verb): [string, string] => {
      const [old, now] = typeof verb === 'string' ? [verb, verb] : verb;
      return [`${SLICE}.${old}`, `${slice}.${now}`];
    }),
  ),
);

/** Beginning of an old address of the API → its beginning now; the first that fits. */
const PATHS: readonly [old: RegExp, now: string][] = [
  [/^households\/(\d+)\/(\d+)\/help$/, 'help/households/$1/$2'],
  [/^households(?=\/)/, 'cases/households'],
  [/^worklist$/, 'cases/worklist'],
  [/^documents\/notices$/, 'papers/notices/print'],
  [/^documents\/approvals$/, 'papers/approvals'],
  [/^notices$/, 'papers/notices'],
  [/^(templates|calendar)(?=\/|$)/, 'process/$1'],
  [/^help-summary$/, 'help/summary'],
  [/^(gaps|visits-due|measure-libraries)(?=\/|$)/, 'help/$1'],
  [/^figures$/, 'bulletin/figures'],
  [/^(cases|clues|national|bulletin)(?=\/|$)/, '$1'],
];

const OLD_PATH = `/api/${SLICE}/`;

/** Where an address of the API is now, its query with it; undefined where it did not move. */
export function movedAddress(address: string): string | undefined {
  if (!address.startsWith(OLD_PATH)) return undefined;
  const [path = '', ...query] = address.slice(OLD_PATH.length).split('?');
  const rule = PATHS.find(([old]) => old.test(path));
  return rule && [`/api/${path.replace(...rule)}`, ...query].join('?');
}
