import { describe, expect, it } from 'vitest';
import { bareName } from './twins.ts';

describe('a unit under two spellings', () => {
  it.each([
    ['内蒙古草原牧业（集团）有限责任公司', '草原牧业(集团)有限公司'],
    ['自治区 水利厅', '自治区水利厅'],
    ['化德县·兴农合作社', '化德县兴农合作社'],
  ])('%s is %s', (one, other) => {
    expect(bareName(one)).toBe(bareName(other));
  });

  it.each([
    ['草原牧业有限公司', '草原乳业有限公司'],
    ['化德县农牧局', '商都县农牧局'],
    ['内蒙古大学', '大学路小学'],
  ])('%s is not %s', (one, other) => {
    expect(bareName(one)).not.toBe(bareName(other));
  });
});
