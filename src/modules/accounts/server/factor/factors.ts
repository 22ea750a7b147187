// The second factor of an account in the database, where only the program itself sees it: the secret sealed, recovery codes hashed.

import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';
import { type Keys, keyedHash, open, seal } from '../../../../platform/server/keys.ts';
import { stepOf } from './totp.ts';

/** As many as fit a slip of paper. */
const RECOVERY_CODES = 10;
/** Without 0 o 1 l i, which are misread from paper: 32 letters, five bits each. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789x';
const CODE_LENGTH = 10;

export type FactorState = 'none' | 'pending' | 'on';

type Row = { secretSealed: Buffer; isConfirmed: boolean; lastStep: number };

async function findRow(tx: Tx, accountId: number): Promise<Row | undefined> {
  return tx.first(sql<Row>`select secret_sealed, confirmed_at is not null as is_confirmed, last_step
    from account_factors where account_id = ${accountId} for update`);
}

export async function factorState(tx: Tx, accountId: number): Promise<{ state: FactorState; recoveryLeft: number }> {
  const row = await tx.first(sql<{ isConfirmed: boolean; recoveryLeft: number }>`
    select f.confirmed_at is not null as is_confirmed, (select count(*)::int from account_recovery_codes c
      where c.account_id = f.account_id and c.used_at is null) as recovery_left
    from account_factors f where f.account_id = ${accountId}`);
  if (!row) return { state: 'none', recoveryLeft: 0 };
  return row.isConfirmed ? { state: 'on', recoveryLeft: row.recoveryLeft } : { state: 'pending', recoveryLeft: 0 };
}

/** A new secret, not in force until it is confirmed; false where one is in force. */
export async function keepSecret(tx: Tx, keys: Keys, accountId: number, secret: Buffer): Promise<boolean> {
  const sealed = seal(keys, secret.toString('hex'));
  const kept =
    await tx.run(sql`insert into account_factors as f (account_id, secret_sealed) values (${accountId}, ${sealed})
    on conflict (account_id) do update set secret_sealed = excluded.secret_sealed, last_step = 0
      where f.confirmed_at is null`);
  return kept > 0;
}

function isRight(keys: Keys, row: Row, code: string, now: Date): number | undefined {
  return stepOf(Buffer.from(open(keys, row.secretSealed), 'hex'), code, now, row.lastStep);
}

/** Puts the pending secret in force and answers the recovery codes, which are told once; undefined: the code is wrong. */
export async function confirmFactor(
  tx: Tx,
  keys: Keys,
  accountId: number,
  code: string,
): Promise<string[] | undefined> {
  const row = await findRow(tx, accountId);
  const step = row && !row.isConfirmed ? isRight(keys, row, code, new Date()) : undefined;
  if (step === undefined) return undefined;
  await tx.run(
    sql`update account_factors set confirmed_at = now(), last_step = ${step} where account_id = ${accountId}`,
  );
  await tx.run(sql`delete from account_recovery_codes where account_id = ${accountId}`);
  const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
  const hashes = codes.map((each) => hashOf(keys, accountId, each).toString('hex'));
  await tx.run(sql`insert into account_recovery_codes (account_id, hash)
    select ${accountId}, decode(h, 'hex') from unnest(${hashes}::text[]) h`);
  return codes;
}

function recoveryCode(): string {
  const letters = Array.from(randomBytes(CODE_LENGTH), (byte) => LETTERS[byte & 31]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

function hashOf(keys: Keys, accountId: number, code: string): Buffer {
  return keyedHash(keys, 'recovery code', `${accountId}\n${code.toLowerCase().replace(/[\s-]/g, '')}`);
}

export type Checked = 'not-needed' | 'missing' | 'wrong' | 'right' | 'recovered';

/** A code of the phone or a recovery code; each counts once, also of two requests that come together. */
export async function takeCode(tx: Tx, keys: Keys, accountId: number, code: string | undefined): Promise<Checked> {
  const row = await findRow(tx, accountId);
  if (!row?.isConfirmed) return 'not-needed';
  const given = code?.replace(/\s/g, '') ?? '';
  if (given === '') return 'missing';
  const step = isRight(keys, row, given, new Date());
  if (step !== undefined) {
    await tx.run(sql`update account_factors set last_step = ${step} where account_id = ${accountId}`);
    return 'right';
  }
  const used = await tx.run(sql`update account_recovery_codes set used_at = now()
    where account_id = ${accountId} and hash = ${hashOf(keys, accountId, given)} and used_at is null`);
  return used > 0 ? 'recovered' : 'wrong';
}

/** False where there was none. */
export async function dropFactor(tx: Tx, accountId: number): Promise<boolean> {
  await tx.run(sql`delete from account_recovery_codes where account_id = ${accountId}`);
  return (await tx.run(sql`delete from account_factors where account_id = ${accountId}`)) > 0;
}
