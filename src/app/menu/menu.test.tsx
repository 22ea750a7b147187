// The menu of every role: every page has its place, no panel is longer than one reads at a glance, and nothing is shown that may
// not be opened.

import type { AnyRoute } from '@tanstack/react-router';
import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../../kernel/operation.ts';
import { operationName } from '../../kernel/register/register-contract.ts';
import { ACCOUNT_AREA, MOST_ENTRIES, menuFor, pageAt, pagesFor } from '../../platform/web/frame/menu.ts';
import { menuPages } from '../../platform/web/frame/routes.tsx';
import { FRAMED_ROUTES, HOMES, SHELL } from '../office-routes.tsx';
import { catalogue } from '../registers.ts';
import { menuTree } from './menu.tsx';
import { operationRoles } from './operation-roles.tsx';
import { REGISTER_PLACES } from './register-places.tsx';

const tree = menuTree(menuPages(FRAMED_ROUTES));

const roles = operationRoles();
const mayAs = (role: Role) => (operation: string) => roles.get(operation)?.includes(role) ?? false;

/** Addresses that lead elsewhere. */
const MOVED = /^\/monitoring\//;
const pathsOf = (routes: readonly AnyRoute[]) =>
  routes.map(({ options }) => String((options as { path?: string }).path)).filter((path) => !MOVED.test(path));

describe('every page', () => {
  test('stands in the menu, or below one that does', () => {
    const paths = pathsOf(FRAMED_ROUTES);
    expect(paths.length).toBeGreaterThan(35);
    const homeless = paths.filter((path) => pageAt(tree.pages, path.replace('$code', 'toilets')) === undefined);
    expect(homeless).toEqual([]);
  });

  test('has an area and an entry of the tree', () => {
    const entries = new Map(tree.areas.map(({ title, entries: own }) => [title, own]));
    const places = tree.pages.flatMap((page) => [page, ...Object.values(page.elsewhere ?? {})]);
    const lost = places.filter(
      ({ area, entry }) => area !== ACCOUNT_AREA && !(entries.get(area)?.includes(entry) ?? false),
    );
    expect(lost).toEqual([]);
    const all = tree.areas.flatMap(({ entries: own }) => own);
    expect(all.filter((title, i) => all.indexOf(title) !== i)).toEqual([]);
    for (const flat of Object.values(tree.flat))
      expect(flat.flatMap(({ entries: own }) => own).filter((title) => !all.includes(title))).toEqual([]);
  });

  test('asks for an operation there is', () => {
    const asked = tree.pages.flatMap(({ operation }) => operation ?? []);
    expect(asked.filter((name) => !roles.has(name))).toEqual([]);
  });

  test('of a register is called and guarded as its definition says', () => {
    const wanted = catalogue.registers.map((register) => ({
      ...{ path: `/registers/${register.code}`, title: register.title, operation: operationName(register, 'list') },
    }));
    const told = REGISTER_PLACES.map(({ path, title, operation }) => ({ path, title, operation }));
    const byPath = (a: { path: string }, b: { path: string }) => a.path.localeCompare(b.path);
    expect(told.sort(byPath)).toEqual(wanted.sort(byPath));
  });
});

describe.each(ROLES)('the menu of %s', (role) => {
  const menu = menuFor(tree, role, mayAs(role));

  test('has at most nine areas and 设置, and eight entries in each', () => {
    expect(menu.length).toBeGreaterThan(1);
    expect(menu.filter(({ title }) => title !== '设置').length).toBeLessThanOrEqual(9);
    for (const { title, entries } of menu) expect(entries.length, title).toBeLessThanOrEqual(MOST_ENTRIES);
  });

  test('shows nothing that the role may not open, and each page once', () => {
    const shown = menu.flatMap(({ entries }) => entries.flatMap(({ pages }) => pages));
    const closed = shown.filter(({ operation }) => operation !== undefined && !mayAs(role)(operation));
    expect(closed).toEqual([]);
    expect(new Set(shown.map(({ path }) => path)).size).toBe(shown.length);
    expect(shown.map(({ path }) => path)).toContain('/');
  });

  test('begins its day with cards there are, that it may see', () => {
    const cards = new Map(SHELL.homeCards.map(({ key, operation }) => [key, operation]));
    expect(HOMES[role].length).toBeGreaterThan(0);
    const closed = HOMES[role].filter((key) => !cards.has(key) || !mayAs(role)(cards.get(key) ?? 'accounts.me'));
    expect(closed).toEqual([]);
  });

  test('an entry has no more tabs than stand beside each other at 1280', () => {
    const widest = menu.flatMap(({ entries }) =>
      entries.map(({ title, pages }) => ({
        title,
        // A sign of 14 px, 32 px between tabs, beside a panel of 230 px.
        width: pages.reduce((sum, page) => sum + (page.tab ?? page.title).length * 14 + 32, 0),
      })),
    );
    if (role === 'village-worker' || role === 'township-officer')
      expect(widest.filter(({ title, width }) => title.startsWith('驻村') && width > 1040)).toEqual([]);
  });

  test('every page it may open is in it or under 全部页面', () => {
    expect(pagesFor(tree, role, mayAs(role)).some(({ path }) => path === '/registers')).toBe(true);
  });
});

test('a village has one flat list of eight, the others their areas', () => {
  const titles = (role: Role) => menuFor(tree, role, mayAs(role)).map(({ title }) => title);
  expect(titles('village-worker')).toEqual([
    ...['今日', '农牧户', '线索预警', '监测对象', '排查', '建设治理', '驻村', '驻村任务'],
  ]);
  expect(titles('township-officer')).toEqual([
    '工作台',
    '监测帮扶',
    '农牧户',
    '资金项目',
    '产业就业',
    '建设治理',
    '帮扶力量',
  ]);
  expect(titles('data-officer')).toEqual(['工作台', '部门数据']);
  expect(titles('administrator')).toEqual(['工作台', '设置']);
  expect(titles('county-officer')).toHaveLength(10);
  const region = menuFor(tree, 'region-officer', mayAs('region-officer'));
  expect(region.find(({ title }) => title === '督查指标')?.entries[0]?.pages[0]?.path).toBe('/');
});

test('every card of the desk is somebody’s', () => {
  const shown = new Set(Object.values(HOMES).flat());
  expect(SHELL.homeCards.map(({ key }) => key).filter((key) => !shown.has(key))).toEqual([]);
});
