// Whatever the trail records is read in Chinese.

import { describe, expect, it } from 'vitest';
import { rawRoutes } from './api.ts';
import { AUDIT_TITLES } from './audit-titles.ts';

const CHINESE = /[\u4e00-\u9fff]/;

describe('the audit trail', () => {
  it.each(rawRoutes.map(({ meta }) => meta.name))('has words for the file route %s', (name) => {
    expect(AUDIT_TITLES.operations.get(name)).toMatch(CHINESE);
  });

  it.each([...AUDIT_TITLES.operations])('says %s in Chinese', (_, title) => {
    expect(title).toMatch(CHINESE);
  });
});
