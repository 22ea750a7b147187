import { expect, test } from 'vitest';
import { isBackupDue, nightlyOf } from './nightly.ts';

const at = (text: string) => new Date(`${text}+08:00`);
const made = (text: string) => ({ id: 'x', folder: '/x', at: at(text).toISOString() });
const none = { last: undefined, failed: undefined };

test('the day’s backup is due from its hour on in Beijing, until one is made', () => {
  expect(isBackupDue(at('2026-12-01T01:59'), 2, { ...none, last: made('2026-11-30T02:00') })).toBe(false);
  expect(isBackupDue(at('2026-12-01T02:00'), 2, { ...none, last: made('2026-11-30T02:00') })).toBe(true);
  expect(isBackupDue(at('2026-12-01T23:00'), 2, { ...none, last: made('2026-12-01T02:01') })).toBe(false);
  expect(isBackupDue(at('2026-12-01T23:30'), 23, { ...none, last: made('2026-12-01T02:01') })).toBe(true);
});

test('a machine that was off at that hour makes it when it is on', () => {
  expect(isBackupDue(at('2026-12-01T01:00'), 2, { ...none, last: made('2026-11-29T02:00') })).toBe(true);
  expect(isBackupDue(at('2026-12-01T09:00'), 2, none)).toBe(true);
});

test('what failed is tried again an hour later', () => {
  const failed = { at: at('2026-12-01T02:00').toISOString(), sentence: '磁盘' };
  expect(isBackupDue(at('2026-12-01T02:30'), 2, { ...none, failed })).toBe(false);
  expect(isBackupDue(at('2026-12-01T03:01'), 2, { ...none, failed })).toBe(true);
});

test('it is off unless a folder is named, and numbers are numbers', () => {
  expect(nightlyOf({ SHOUWANG_BACKUP_HOUR: '3' })).toBeUndefined();
  expect(nightlyOf({ SHOUWANG_BACKUP_FOLDER: '/b' })).toEqual({ folder: '/b', hour: 2, keep: 14 });
  for (const hour of ['24', '-1', '两点', '1.5'])
    expect(() => nightlyOf({ SHOUWANG_BACKUP_FOLDER: '/b', SHOUWANG_BACKUP_HOUR: hour })).toThrow('0 至 23');
});
