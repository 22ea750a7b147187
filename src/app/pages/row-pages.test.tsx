import { expect, test } from 'vitest';
import { FRAMED_ROUTES } from '../office-routes.tsx';
import { catalogue } from '../registers.ts';
import { ROW_PAGES } from './row-pages.tsx';

const PATHS = FRAMED_ROUTES.map(({ options }) => String((options as { path?: string }).path));

test.each(Object.entries(ROW_PAGES))('rows of %s have a page of their own', (code, { path }) => {
  const register = catalogue.find(code);
  const asked: string[] = [];
  const get = (_: object, field: string) => {
    asked.push(field);
    return field === 'villageCode' ? 150_923_101_001 : 'A/1';
  };
  const row = new Proxy({}, { get });
  const [, ...parts] = path(row).split('/');
  const [name = ''] = asked;
  expect(asked).toEqual([name]);
  expect(register?.key).toContain(name);
  const pattern = `/${parts.slice(0, -1).join('/')}/$`;
  expect(PATHS.some((known) => known.startsWith(pattern) && !known.slice(pattern.length).includes('/'))).toBe(true);
  expect(['A%2F1', '150923101001']).toContain(parts.at(-1));
});
