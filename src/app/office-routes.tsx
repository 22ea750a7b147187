// Pages, home cards and searches of all slices in the order of the screen. A new slice adds its lines here.

import type { AnyRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import * as accounts from '../modules/accounts/web/index.ts';
import * as appraisals from '../modules/appraisals/web/index.ts';
import * as assets from '../modules/assets/web/index.ts';
import * as board from '../modules/board/web/index.tsx';
import * as bulletin from '../modules/bulletin/web/index.tsx';
import * as caseload from '../modules/caseload/web/index.tsx';
import * as cases from '../modules/cases/web/index.tsx';
import * as circulars from '../modules/circulars/web/index.tsx';
import * as cleaning from '../modules/cleaning/web/index.ts';
import * as clues from '../modules/clues/web/index.ts';
import * as construction from '../modules/construction/web/index.ts';
import * as contingency from '../modules/contingency/web/index.ts';
import * as declare from '../modules/declare/web/index.tsx';
import * as duties from '../modules/duties/web/index.tsx';
import * as employment from '../modules/employment/web/index.ts';
import * as entitlements from '../modules/entitlements/web/index.tsx';
import * as feeds from '../modules/feeds/web/index.tsx';
import * as field from '../modules/field/web/index.ts';
import * as figures from '../modules/figures/web/index.ts';
import * as governance from '../modules/governance/web/index.ts';
import * as handover from '../modules/handover/web/index.ts';
import * as help from '../modules/help/web/index.tsx';
import * as households from '../modules/households/web/index.ts';
import * as incomes from '../modules/incomes/web/index.tsx';
import * as industry from '../modules/industry/web/index.tsx';
import * as inquiries from '../modules/inquiries/web/index.tsx';
import * as insurance from '../modules/insurance/web/index.ts';
import * as intake from '../modules/intake/web/index.ts';
import * as keycounties from '../modules/keycounties/web/index.ts';
import * as linkage from '../modules/linkage/web/index.tsx';
import * as messages from '../modules/messages/web/index.tsx';
import * as money from '../modules/money/web/index.tsx';
import * as national from '../modules/national/web/index.tsx';
import * as notices from '../modules/notices/web/index.tsx';
import * as opendata from '../modules/opendata/web/index.ts';
import * as organisations from '../modules/organisations/web/index.ts';
import * as pairing from '../modules/pairing/web/index.ts';
import * as papers from '../modules/papers/web/index.tsx';
import * as policies from '../modules/policies/web/index.ts';
import * as processSettings from '../modules/process/web/index.ts';
import * as rectification from '../modules/rectification/web/index.tsx';
import * as regions from '../modules/regions/web/index.ts';
import * as registryImport from '../modules/registry-import/web/index.ts';
import * as relocation from '../modules/relocation/web/index.ts';
import * as statements from '../modules/statements/web/index.tsx';
import * as sweeps from '../modules/sweeps/web/index.tsx';
import * as teams from '../modules/teams/web/index.ts';
import * as warnings from '../modules/warnings/web/index.tsx';
import { framePage, menuPages } from '../platform/web/frame/routes.tsx';
import type { Shell } from '../platform/web/frame/shell.tsx';
import type { RegionSource } from '../platform/web/regions.tsx';
import { MOVED_PAGES } from './pages/moved-pages.tsx';
import { SEARCHES } from './search/searches.tsx';

const loadHelp = () => import('./pages/help.tsx');

const homePage = framePage({
  path: '/',
  menu: {
    title: '工作台',
    area: '工作台',
    entry: '待办',
    elsewhere: {
      'village-worker': { title: '今日', area: '工作台', entry: '待办' },
      // Who looks after counties begins with how they stand.
      'region-officer': { title: '概览', area: '督查指标', entry: '概览' },
    },
    words: ['首页'],
  },
  help: () => loadHelp().then((help) => help.home),
  load: () => import('../platform/web/frame/home-page.tsx').then((page) => page.HomePage),
});

const loadState = () => import('./pages/register-pages.tsx').then((all) => ({ default: all.STATE_OF_ROW }));
const loadSearched = () => import('./pages/searched-rows.tsx').then((rows) => rows.SEARCHED_ROWS);
const loadAddRow = () => import('./pages/register-pages.tsx').then((all) => ({ default: all.ADD_ROW }));
const loadRegisters = () => import('./pages/register-pages.tsx').then((all) => all.REGISTER_PAGES);

/** What each role begins its day with: what it has to do first, then what is late below it. */
export const HOMES: Shell['homes'] = {
  'village-worker': ['messages.reminders', 'caseload.worklist', 'help.summary', 'warnings.due'],
  'township-officer': [
    'messages.reminders',
    'caseload.worklist',
    'bulletin.supervision',
    'help.summary',
    'warnings.due',
  ],
  'county-officer': [
    'messages.reminders',
    'caseload.worklist',
    'bulletin.supervision',
    'help.summary',
    'feeds.batches',
    'warnings.due',
  ],
  'region-officer': ['board.home', 'bulletin.supervision'],
  'data-officer': ['inquiries.waiting', 'feeds.batches'],
  auditor: ['accounts.handed-out'],
  administrator: ['accounts.state'],
  'security-administrator': ['accounts.state'],
};

export const FRAMED_ROUTES: AnyRoute[] = [
  homePage,
  ...clues.clueRoutes({ clueSection: declare.clueSection, caseOfClues: cases.caseOfClues }),
  ...cases.caseRoutes({
    caseSections: [...help.caseSections, papers.caseSection, messages.caseSection],
    caseDeeds: [messages.caseDeed],
  }),
  ...caseload.caseloadRoutes([messages.caseDeed]),
  ...messages.routes,
  ...handover.routes,
  ...help.routes,
  ...papers.routes,
  ...notices.routes,
  ...national.routes,
  ...declare.routes,
  ...bulletin.routes,
  ...money.moneyRoutes(lazy(() => loadState())),
  ...assets.routes,
  ...employment.routes,
  ...industry.industryRoutes(lazy(() => loadState())),
  ...linkage.linkageRoutes({ State: lazy(() => loadState()), Add: lazy(() => loadAddRow()) }),
  ...board.routes,
  ...figures.routes,
  ...circulars.routes,
  ...statements.routes,
  ...rectification.rectificationRoutes({ State: lazy(() => loadState()), loadSearched }),
  ...appraisals.routes,
  ...incomes.routes,
  ...insurance.routes,
  ...pairing.routes,
  ...keycounties.routes,
  ...relocation.routes,
  ...construction.routes,
  ...policies.routes,
  ...entitlements.routes,
  ...duties.routes,
  ...organisations.routes,
  ...contingency.routes,
  ...cleaning.routes,
  ...sweeps.routes,
  ...teams.routes,
  ...governance.routes,
  ...processSettings.routes,
  ...warnings.routes,
  ...households.householdRoutes([
    incomes.householdSection,
    cases.householdSection,
    help.householdSection,
    entitlements.householdSection,
    duties.householdSection,
    money.householdSection,
    sweeps.householdSection,
    warnings.householdSection,
    accounts.householdSection,
  ]),
  ...registryImport.routes,
  ...feeds.routes,
  ...intake.routes,
  ...inquiries.routes,
  framePage({
    path: '/registers',
    menu: { title: '全部页面', area: '账号', entry: '全部页面', words: ['台账', '目录'] },
    help: () => loadHelp().then((help) => help.allPages),
    load: () => loadRegisters().then((pages) => pages.all),
  }),
  framePage({
    path: '/registers/import',
    menu: {
      title: '台账导入',
      area: '农牧户',
      entry: '导入',
      operation: 'registers.imports',
      words: ['上传台账', '填报', '模板'],
    },
    help: () => loadHelp().then((help) => help.registerImport),
    load: () => loadRegisters().then((pages) => pages.imports),
  }),
  framePage({
    path: '/registers/$code',
    help: (path) => loadHelp().then((help) => help.ofRegister(path)),
    load: () => loadRegisters().then((pages) => pages.one),
  }),
  ...regions.routes,
  ...accounts.accountRoutes(() => import('./audit-words.tsx').then((all) => all.AUDIT_WORDS), [field.accountDeed]),
  ...opendata.routes,
  ...field.routes,
  MOVED_PAGES,
];
export const BARE_ROUTES: AnyRoute[] = [...accounts.bareRoutes];
export const REGION_SOURCE: RegionSource = regions.regionSource;

export const SHELL: Shell = {
  loadMenu: async () => (await import('./menu/menu.tsx')).menuTree(menuPages([...FRAMED_ROUTES, ...BARE_ROUTES])),
  homeCards: [
    ...messages.homeCards,
    ...accounts.homeCards,
    ...inquiries.homeCards,
    ...feeds.homeCards,
    ...warnings.homeCards,
    ...caseload.homeCards,
    ...help.homeCards,
    ...board.homeCards,
    ...bulletin.homeCards,
  ],
  homes: HOMES,
  searches: SEARCHES,
  bell: messages.bell,
  loadPageWords: async () => (await import('./menu/page-words.tsx')).PAGE_WORDS,
  loadViewer: accounts.loadViewer,
  saveList: accounts.saveList,
  signIn: accounts.signIn,
  keepAlive: accounts.keepAlive,
  loadDraftKey: accounts.loadDraftKey,
  switchArea: accounts.switchArea,
  signOut: accounts.signOut,
};
