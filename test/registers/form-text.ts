// A form as whoever prints it reads it; it opens as workbook and as Word, too.

import { expect } from 'vitest';
import type { TestUser } from '../harness.ts';

/** The text of the form at `path`, below `/api`, with its query. */
export async function formText(user: TestUser, path: string): Promise<string> {
  const as = (format: string) => user.get(`${path}${path.includes('?') ? '&' : '?'}format=${format}`);
  for (const format of ['xlsx', 'docx']) expect((await as(format)).status, `${path} as ${format}`).toBe(200);
  const page = await as('html');
  expect(page.status, path).toBe(200);
  return (await page.text()).replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}
