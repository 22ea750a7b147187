import { expect, test } from 'vitest';
import { FRAMED_ROUTES } from '../office-routes.tsx';
import { catalogue } from '../registers.ts';
import { ROW_PAGES } from './row-pages.tsx';

const PATHS = FRAMED_ROUTES.map(({ options }) => String((options as { path?: string }).path));

test.each(Object.entries(ROW_PAGES))('rows of %s have a page of their own', (code, { path }) => {
  const register = catalogue.find(code);
  const [name = ''] = register?.key ?? [];
  expect(register?.key).toEqual([name]);
  const [, ...parts] = path({ [name]: 'A/1' }).split('/');
  const pattern = `/${parts.slice(0, -1).join('/')}/$${name}`;
  expect(PATHS).toContain(pattern);
  expect(parts.at(-1)).toBe('A%2F1');
});
