// `?` has something to say on every page: what it is for, at least one rule, in whole sentences.

import { describe, expect, test } from 'vitest';
import { pageAt } from '../../platform/web/frame/menu.ts';
import { menuPages } from '../../platform/web/frame/routes.tsx';
import { FRAMED_ROUTES } from '../office-routes.tsx';
import { catalogue } from '../registers.ts';
import { menuTree } from './menu.tsx';
import { REGISTER_PLACES } from './register-places.tsx';

const pages = menuPages(FRAMED_ROUTES);
const declared = FRAMED_ROUTES.flatMap(({ options }) => options.staticData?.declared ?? []);
const ofRegisters = declared.find(({ path }) => path === '/registers/$code')?.help;

const SENTENCE = /[。：！？]$/;

describe('help', () => {
  test.each([
    ...declared.flatMap(({ path, help }) => (help && path !== '/registers/$code' ? [{ path, help }] : [])),
    ...REGISTER_PLACES.flatMap(({ path }) => (ofRegisters ? [{ path, help: ofRegisters }] : [])),
  ])('of $path says what it is for and its rules', async ({ path, help }) => {
    const told = await help(path);
    expect(told?.purpose).toMatch(SENTENCE);
    expect(told?.rules.length).toBeGreaterThan(0);
    for (const rule of told?.rules ?? []) expect(rule).toMatch(SENTENCE);
    for (const [word, meaning] of told?.words ?? []) expect([word, meaning].join('')).not.toMatch(/[a-z]{4,}/);
  });

  test('is told by every page of the menu itself, by others through the list above them', () => {
    const silent = pages.filter(({ help }) => help === undefined).map(({ path }) => path);
    expect(silent).toEqual([]);
    const tree = menuTree(pages);
    const lost = declared.filter(({ path, help }) => !help && !pageAt(tree.pages, path)?.help).map(({ path }) => path);
    expect(lost).toEqual([]);
  });

  test('of a register names its key, what must be filled in, and who keeps it', async () => {
    const told = await ofRegisters?.('/registers/toilets');
    const { fields, key } = catalogue.find('toilets') ?? { fields: {}, key: [] };
    const titles = key.map((name) => (fields as Record<string, { title: string }>)[name]?.title ?? '');
    expect(told?.rules[0]).toContain(titles[0]);
    expect(told?.rules.join()).toContain('必填');
    expect(told?.rules.join()).toContain('旗县工作人员');
  });
});
