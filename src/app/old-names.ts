// Names of before a slice became several: `monitoring` first, later `cases`, `households` and `warnings`. Entries of the audit keep the name they were
// recorded under, and programs of departments may still ask at the old addresses. A name that is new has nothing to do here.

/** Old verb → new verb, by slice of today; a verb that stayed stands alone. */
type Verbs = Record<string, (string | [old: string, now: string])[]>;

const MONITORING: Verbs = {
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
  clues: [
    ['clues', 'list'],
    ['add-clue-record', 'add'],
    ['dismiss-clue', 'dismiss'],
    ['export-clues', 'export'],
  ],
  cases: [
    ['register', 'open'],
    ['case', 'get'],
    'of-household',
    'file',
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
  caseload: [['cases', 'list'], 'worklist', ['export-cases', 'export']],
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

/** A clue that was added, and a row of the register, were both `cases.add-clue-record`. */
const CASES: Verbs = {
  clues: [
    ['clues', 'list'],
    ['clue-record', 'get'],
    ['add-clue-record', 'add'],
    ['correct-clue', 'correct'],
    ['dismiss-clue', 'dismiss'],
    ['export-clues', 'export'],
    'list-clue-record',
    'get-clue-record',
    'change-clue-record',
    'void-clue-record',
    'export-clue-record',
    'template-clue-record',
  ],
  caseload: ['list', 'export', 'worklist', 'queue', 'bulk-check'],
};

const HOUSEHOLDS: Verbs = {
  'registry-import': [
    ['imports', 'list'],
    ['import-status', 'status'],
    ['inspect-import', 'inspect'],
    ['preview-import', 'preview'],
    ['start-import', 'start'],
    ['cancel-import', 'cancel'],
    'import',
    'download-refused',
  ],
};

const WARNINGS: Verbs = {
  parameters: [
    ['parameters', 'list'],
    ['save-parameter', 'save'],
    ['import-parameters', 'import'],
  ],
};

/** The register of plans had its pages with the policies. */
const POLICIES: Verbs = {
  contingency: ['list', 'get', 'add', 'change', 'void', 'export', 'template'].map((verb) => `${verb}-contingency-plan`),
};

const VERBS: Record<string, Verbs> = {
  monitoring: MONITORING,
  cases: CASES,
  households: HOUSEHOLDS,
  warnings: WARNINGS,
  policies: POLICIES,
};

/** Operation as it is recorded in old entries of the audit → its name now. */
export const OLD_OPERATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries(VERBS).flatMap(([before, slices]) =>
    Object.entries(slices).flatMap(([slice, verbs]) =>
      verbs.map((verb): [string, string] => {
        const [old, now] = typeof verb === 'string' ? [verb, verb] : verb;
        return [`${before}.${old}`, `${slice}.${now}`];
      }),
    ),
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

const OLD_PATH = '/api/monitoring/';

/** Where an address of the API is now, its query with it; undefined where it did not move. */
export function movedAddress(address: string): string | undefined {
  if (!address.startsWith(OLD_PATH)) return undefined;
  const [path = '', ...query] = address.slice(OLD_PATH.length).split('?');
  const rule = PATHS.find(([old]) => old.test(path));
  return rule && [`/api/${path.replace(...rule)}`, ...query].join('?');
}
