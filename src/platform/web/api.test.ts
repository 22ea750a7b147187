import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { operation, READERS } from '../../kernel/operation.ts';
import { ApiFailure, createApi, failureOf, newRequestId, readFailure } from './api.ts';

describe('failures', () => {
  test.each([
    [
      403,
      { code: 'accounts.forbidden', message: '无权查看。', requestId: 'r1' },
      'accounts.forbidden',
      '无权查看。',
      'r1',
    ],
    [409, { code: 'a.b', message: '已存在。', data: { requestId: 'r2' } }, 'a.b', '已存在。', 'r2'],
    [404, { code: 'a.b', message: '没有。', data: 'text' }, 'a.b', '没有。', 'header'],
    [503, { code: 'a.busy', message: '正在升级。' }, 'a.busy', '正在升级。', 'header'],
  ])('%s with a sentence shows the sentence', (status, body, code, message, requestId) => {
    expect(readFailure(status, body, 'header')).toMatchObject({ code, message, status, requestId });
  });

  test.each([
    [500, { code: 'x', message: 'relation "t" does not exist', requestId: 'r3' }, 'r3'],
    [502, '<html>', 'header'],
  ])('%s never shows what the server said', (status, body, requestId) => {
    const failure = readFailure(status, body, 'header');
    expect(failure).toMatchObject({ code: 'web.unexpected', requestId });
    expect(failure.message).toMatch(/^服务器未能完成此操作/);
  });

  test('anything thrown becomes a sentence', () => {
    expect(failureOf(new TypeError('Failed to fetch')).code).toBe('web.unreachable');
    expect(failureOf(new Error('x')).code).toBe('web.unexpected');
    const failure = new ApiFailure('a.b', '不行。', 409, '');
    expect(failureOf(failure)).toBe(failure);
  });

  test('request ids are random UUIDs of version 4', () => {
    const ids = new Set(Array.from({ length: 100 }, newRequestId));
    expect(ids.size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

test('what is kept of two slices stays apart, and becomes stale together', () => {
  const [one, other] = ['one', 'other'].map((slice) =>
    createApi({
      overview: operation({ name: `${slice}.overview`, roles: READERS }).route({ method: 'GET', path: `/${slice}` }),
    }),
  );
  const kept = new QueryClient();
  kept.setQueryData(one?.query.overview.queryKey() ?? [], 'of one');
  expect(kept.getQueryData(other?.query.overview.queryKey() ?? [])).toBeUndefined();
  kept.invalidateQueries({ queryKey: other?.query.key() ?? ['nothing'] });
  expect(kept.getQueryState(one?.query.overview.queryKey() ?? [])?.isInvalidated).toBe(true);
});
