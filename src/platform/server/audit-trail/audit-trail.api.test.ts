// An outsider checks the trail with the file and the public key. Whoever owns the database tampers here in every way; each is found.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/harness.ts';
import { runCli } from '../../../../test/run-cli.ts';
import type { Shouwang } from '../../../app/open-shouwang.ts';
import { type Actor, systemActor } from '../actor.ts';
import { archiveEntries } from './archive-audit.ts';
import { auditLines } from './export-audit.ts';
import { readLines } from './read-lines.ts';
import { pemOfKey, signingKey } from './seal.ts';
import { sealEntries } from './seal-entries.ts';
import type { Known } from './verdict.ts';
import { verifyAudit } from './verify-audit.ts';

const SYSTEM = systemActor('test');
const HUADE = 150922;
const SHANGDU = 150923;
const ALL = { low: 0, high: 999_999, from: '2000-01-01', to: '2999-12-31', madeBy: 'test' };

let shouwang: Shouwang;
let folder: string;
let n = 0;

const officer = (county: number): Actor => ({
  ...SYSTEM,
  ...{ accountId: county, name: '乌兰', role: 'county-officer', areaCode: county * 1_000_000 },
  range: { low: county * 1_000_000, high: county * 1_000_000 + 999_999 },
});

/** Writes entries as work does, each in a transaction of its own. */
async function act(county: number, times = 3): Promise<void> {
  for (let i = 0; i < times; i++)
    await shouwang.db.write(officer(county), undefined, async () => ({
      result: undefined,
      audit: {
        operation: 'test.act',
        subjectKind: 'household',
        subjectId: ++n,
        reason: '入户核实',
        after: { 收入: 1.5, n },
      },
    }));
}

async function asOwner(statement: ReturnType<typeof sql>): Promise<number> {
  return shouwang.db.bulk(SYSTEM, async (tx) => ({ result: await tx.run(statement), audit: [] }));
}

async function exported(scope = ALL): Promise<string> {
  return shouwang.db.bulkRead(async (tx) => {
    let text = '';
    for await (const line of auditLines(tx, scope, shouwang.keys)) text += line;
    return text;
  });
}

const known = (): Known => ({ keys: [signingKey(shouwang.keys).publicKey] });

async function verified(text: string | Buffer, what: Known = known()) {
  const file = path.join(folder, 'trail.txt');
  await writeFile(file, text);
  return verifyAudit(readLines(file), what);
}

const faults = async (text: string, what?: Known) => (await verified(text, what)).faults.join('\n');

beforeAll(async () => {
  shouwang = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'shouwang-audit-'));
  await act(HUADE);
  await act(SHANGDU);
  await sealEntries(shouwang.db, shouwang.keys, true);
  await act(HUADE);
  await sealEntries(shouwang.db, shouwang.keys);
});
afterAll(async () => {
  await shouwang.close();
  await rm(folder, { recursive: true, force: true });
});

describe('sealing', () => {
  it('takes each entry once, by county and day, and finds a whole trail', async () => {
    expect(await sealEntries(shouwang.db, shouwang.keys, true)).toBe(0);
    const verdict = await verified(await exported());
    expect(verdict).toMatchObject({ faults: [], archived: 0, unsealed: 0, keys: [signingKey(shouwang.keys).id] });
    const entries = await shouwang.db.bulkRead((tx) =>
      tx.first(sql<{ n: number }>`select count(*)::int as n from audit_entries`),
    );
    expect(verdict.entries).toBe(entries?.n);
    expect(verdict.entries).toBeGreaterThanOrEqual(9);
  });

  it('holds nobody up, and what commits late goes into a later seal', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = shouwang.db.write(officer(HUADE), undefined, async (tx) => {
      await tx.run(sql`select add_audit('[{"operation":"test.slow","subject_kind":"x","subject_id":"1"}]'::jsonb)`);
      begun();
      await held;
      return { result: undefined, audit: [] };
    });
    await started;
    await act(HUADE, 1);
    expect(await sealEntries(shouwang.db, shouwang.keys)).toBe(1);
    release();
    await slow;
    expect(await sealEntries(shouwang.db, shouwang.keys)).toBe(1);
    expect((await verified(await exported())).faults).toEqual([]);
  });

  it('two at once make one chain', async () => {
    await Promise.all([act(HUADE, 5), act(SHANGDU, 5)]);
    const sealed = await Promise.all([1, 2, 3].map(() => sealEntries(shouwang.db, shouwang.keys)));
    expect(sealed.reduce((sum, each) => sum + each, 0)).toBe(10);
    expect((await verified(await exported())).faults).toEqual([]);
  });

  it('a county’s file holds its own entries alone and can be checked all the same', async () => {
    const text = await exported({ ...ALL, low: SHANGDU, high: SHANGDU });
    expect(text).not.toContain(`"regionCode": ${HUADE}000000`);
    expect(text).toContain('{"other":');
    expect(await verified(text)).toMatchObject({ faults: [] });
  });
});

describe('a file that was changed', () => {
  it('any one byte', async () => {
    const bytes = Buffer.from(await exported());
    const places = [
      2,
      Math.floor(bytes.length / 3),
      Math.floor(bytes.length / 2),
      bytes.length - 3,
      bytes.indexOf('\n'),
    ];
    for (const at of places) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect((await verified(changed)).faults, `byte ${at}`).not.toEqual([]);
    }
  });

  it('a byte, an entry left out, one moved, the end cut off: each is named', async () => {
    const text = await exported();
    const lines = text.split('\n');
    const at = lines.findIndex((line, i) => /^[0-9a-f]{64} /.test(line) && /^[0-9a-f]{64} /.test(lines[i + 1] ?? ''));
    const id = /"id": (\d+)/.exec(lines[at] ?? '')?.[1];
    expect(await faults(text.replace('入户核实', '入户核买'))).toMatch(/内容与封存时不一致/);
    expect(await faults(lines.toSpliced(at, 1).join('\n'))).toMatch(/应有 \d+ 条日志，现有 \d+ 条/);
    const swapped = lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? '').join('\n');
    expect(await faults(swapped)).toMatch(new RegExp(`编号 ${id} 的日志次序不对：被移动过`));
    expect(await faults(lines.slice(0, -4).join('\n'))).toMatch(/没有结尾/);
    expect(await faults(`${text}more\n`)).toMatch(/结尾之后还有内容/);
  });

  it('a whole seal left out breaks the chain', async () => {
    const lines = (await exported()).split('\n');
    const seals = lines.flatMap((line, i) => (line.startsWith('{"seal":') ? [i] : []));
    const [, from = 0, to = 0] = seals;
    expect(await faults(lines.toSpliced(from, to - from).join('\n'))).toMatch(/中间的段缺失/);
  });

  it('signed with another key', async () => {
    const other = { data: Buffer.alloc(32, 7), index: Buffer.alloc(32, 8) };
    expect(await faults(await exported(), { keys: [signingKey(other).publicKey] })).toMatch(/不是用已知的密钥签的/);
  });
});

/** Does it, looks, and puts everything back. */
async function tampered(...statements: ReturnType<typeof sql>[]): Promise<string> {
  let text = '';
  const undo = new Error('undo');
  await shouwang.db
    .bulk(SYSTEM, async (tx) => {
      for (const statement of statements) expect(await tx.run(statement)).toBeGreaterThan(0);
      for await (const line of auditLines(tx, ALL, shouwang.keys)) text += line;
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return faults(text);
}

describe('the owner of the database', () => {
  const one = sql`(select min(id) from audit_entries where operation = 'test.act')`;

  it.each([
    ['another account', sql`update audit_entries set account_name = '别人' where id = ${one}`],
    ['another time', sql`update audit_entries set at = at + interval '1 microsecond' where id = ${one}`],
    ['another detail', sql`update audit_entries set after = after || '{"n": 0}' where id = ${one}`],
    ['a reason taken away', sql`update audit_entries set reason = null where id = ${one}`],
  ])('changes an entry: %s', async (_, statement) => {
    expect(await tampered(statement)).toMatch(/编号 \d+ 的日志的内容与封存时不一致/);
  });

  it('changes an entry and its fingerprint', async () => {
    const fit = sql`update audit_leaves l set leaf = sha256(convert_to(audit_text(e), 'UTF8')) from audit_entries e
      where e.id = l.entry_id and e.id = ${one}`;
    expect(await tampered(sql`update audit_entries set ip = '10.0.0.9' where id = ${one}`, fit)).toMatch(
      /与封存时不一致/,
    );
    const root = sql`update audit_seals s set root = (select sha256(string_agg(leaf, ''::bytea order by entry_id)) from audit_leaves
      where seal_number = s.number)`;
    expect(await tampered(sql`update audit_entries set ip = '10.0.0.9' where id = ${one}`, fit, root)).toMatch(
      /签名不对/,
    );
  });

  it('drops an entry, with its fingerprint and without', async () => {
    const drop = sql`delete from audit_entries where id = ${one}`;
    expect(await tampered(drop)).toMatch(/封存后被删除/);
    const leaf = sql`delete from audit_leaves where entry_id = ${one}`;
    expect(await tampered(leaf, drop)).toMatch(/应有 \d+ 条日志，现有 \d+ 条/);
  });

  it('moves an entry to another county, or into another seal', async () => {
    const county = sql`update audit_entries set region_code = ${SHANGDU * 1_000_000} where id = ${one}`;
    expect(await tampered(county)).toMatch(/内容与封存时不一致/);
    const seal = sql`update audit_leaves set seal_number = (select max(number) from audit_seals) where entry_id = ${one}`;
    expect(await tampered(seal)).toMatch(/应有 \d+ 条日志/);
  });

  it('drops a seal with all it holds, in the middle and at the end', async () => {
    const of = (which: ReturnType<typeof sql>) => [
      sql`delete from audit_entries e using audit_leaves l where l.entry_id = e.id and l.seal_number = ${which}`,
      sql`delete from audit_leaves where seal_number = ${which}`,
      sql`delete from audit_seals where number = ${which}`,
    ];
    expect(await tampered(...of(sql`2`))).toMatch(/中间的段缺失/);
    // The end can be cut off so that the file is sound in itself: what was noted down before tells.
    const before = (await verified(await exported())).last;
    for (const statement of of(sql`(select max(number) from audit_seals)`)) {
      const cut = sql`${statement}`;
      await asOwner(cut);
    }
    expect(await faults(await exported(), { ...known(), head: before })).toMatch(/整段删除/);
    await act(HUADE, 1);
    await sealEntries(shouwang.db, shouwang.keys);
    expect(await faults(await exported(), { ...known(), head: before })).toMatch(/封存链被改写/);
  });

  it('moves entries out before their time, and says it was the rule', async () => {
    expect(await tampered(sql`update audit_seals set archived_at = now() where number = 1`)).toMatch(/不满六个月/);
  });

  it('slips in an entry of long ago: it is sealed as late', async () => {
    await asOwner(sql`insert into audit_entries (at, account_id, account_name, role, ip, request_id, operation, subject_kind,
      subject_id, region_code) values (now() - interval '40 days', 1, '别人', 'auditor', '', '', 'x', 'x', 'x', ${HUADE}::bigint * 1000000)`);
    await sealEntries(shouwang.db, shouwang.keys, true);
    const { notes, faults: none } = await verified(await exported());
    expect(none).toEqual([]);
    expect(notes.join()).toMatch(/可能是事后补写/);
  });
});

it('what has served its time leaves with a file, and the chain goes on', async () => {
  await asOwner(sql`insert into audit_entries (at, account_id, account_name, role, ip, request_id, operation, subject_kind,
    subject_id, region_code) values (now() - interval '400 days', 1, '旧人', 'auditor', '', '', 'x', 'x', 'x', ${HUADE}::bigint * 1000000)`);
  await sealEntries(shouwang.db, shouwang.keys, true);
  const before = await verified(await exported());
  const file = {
    before: new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10),
    last: before.last?.number ?? 0,
    file: 'trail.gz',
  };
  expect(await archiveEntries(shouwang.db, SYSTEM, file)).toEqual({ seals: 1, entries: 1 });
  const text = await exported();
  expect(text).not.toContain('旧人');
  expect(await verified(text)).toMatchObject({ faults: [], archived: 1 });
  expect(await archiveEntries(shouwang.db, SYSTEM, file)).toEqual({ seals: 0, entries: 0 });
});

it('the command line checks a file where there is no database', async () => {
  const file = path.join(folder, 'trail.gz');
  const key = path.join(folder, 'key.pem');
  const text = await exported();
  await writeFile(file, gzipSync(text));
  await writeFile(key, pemOfKey(signingKey(shouwang.keys).publicKey));
  const nowhere = path.join(folder, 'nowhere');
  const whole = await runCli(nowhere, ['audit', 'verify', file, '--key', key, '--json']);
  expect(whole).toMatchObject({ code: 0 });
  expect(JSON.parse(whole.stdout)).toMatchObject({ whole: true, faults: [] });
  await writeFile(file, gzipSync(text.replace('入户核实', '入户核买')));
  const changed = await runCli(nowhere, ['audit', 'verify', file, '--key', key, '--json']);
  expect(changed).toMatchObject({ code: 1 });
  expect(JSON.parse(changed.stdout)).toMatchObject({ whole: false });
  await expect(readFile(nowhere)).rejects.toThrow();
}, 300_000);
