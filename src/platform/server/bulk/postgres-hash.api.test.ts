import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../../../test/harness.ts';
import { hashtext } from './postgres-hash.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

it('hashes texts of every length as the database does', async () => {
  const texts = Array.from({ length: 60 }, (_, n) => '乌a日·娜bÿ阿拉坦xyz'.repeat(8).slice(0, n));
  const rows = await server.shouwang.db.bulkRead((tx) =>
    tx.rows<{ text: string; hash: number }>(
      sql`select text, hashtext(text) as hash from unnest(${texts}::text[]) text`,
    ),
  );
  expect(rows).toHaveLength(texts.length);
  for (const { text, hash } of rows) {
    const bytes = Buffer.from(`..${text}..`);
    expect([text, hashtext(bytes, 2, bytes.length - 2)]).toEqual([text, hash]);
  }
});
