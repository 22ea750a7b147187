// The sealed audit trail of the own area: how far it is sealed, and the file that somebody else can check.

import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import * as z from 'zod';
import { day, regionCode } from '../../../kernel/input.ts';
import { operation } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { countyOf, REGION_CODE } from '../../../kernel/region-code.ts';
import { type AuditScope, auditLines, lastOfChain } from '../../../platform/server/audit-trail/export-audit.ts';
import { pemOfKey, signingKey } from '../../../platform/server/audit-trail/seal.ts';
import type { Asks, Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { areaAsked } from '../../regions/server/index.ts';
import { AUDITORS } from '../domain/audit-contract.ts';
import '../domain/problems.ts';

type Sealed = { seals: number; sealedAt: string | null; unsealed: number };

/** Of the own area; the head of the chain is the whole installation's. */
export async function sealedState({ db, actor, services }: OperationContext) {
  const { id: keyId } = signingKey(services.keys);
  return db.read(actor, async (tx) => {
    const { low, high } = tx.actor.range;
    const own = await tx.first(sql<Sealed>`
      select (select count(*)::int from audit_seals) as seals, (select max(sealed_at) from audit_seals) as sealed_at,
        (select count(*)::int from audit_entries e where e.at > now() - interval '2 days' and e.region_code between ${low} and ${high}
          and not exists (select from audit_leaves l where l.entry_id = e.id)) as unsealed`);
    const { number, hash } = await lastOfChain(tx);
    const { seals = 0, sealedAt = null, unsealed = 0 } = own ?? {};
    return { seals, unsealed, keyId, head: `${number}:${hash}`, ...(sealedAt === null ? {} : { sealedAt }) };
  });
}

/** A seal is a county's: below it there is nothing to be checked as a whole. */
async function scopeOf(tx: Tx, asked: { area?: number | undefined; from: string; to: string }): Promise<AuditScope> {
  const { low, high, level } = await areaAsked(tx, asked.area);
  if (level === 'township' || level === 'village' || low > high) throw new Problem('accounts.audit-below-county');
  const { from, to } = asked;
  const isWhole = low <= REGION_CODE && level === 'autonomous-region';
  return { low: isWhole ? 0 : countyOf(low), high: countyOf(high), from, to, madeBy: tx.actor.name };
}

const exportMeta = operation({ name: 'accounts.export-audit', roles: AUDITORS, heavy: true, quota: 'export' })['~orpc'];
const keyMeta = operation({ name: 'accounts.audit-key', roles: AUDITORS })['~orpc'];

export const auditDownloads: RawRoute[] = [
  rawRoute({
    meta: exportMeta.meta,
    method: 'GET',
    path: '/audit/export',
    input: z.object({ area: z.coerce.number<number>().pipe(regionCode).optional(), from: day, to: day }),
    answer: async ({ db, actor, services }, asked) => {
      const scope = await db.write(actor, undefined, async (tx) => {
        const result = await scopeOf(tx, asked);
        const audit = { operation: exportMeta.meta.name, subjectKind: 'audit', subjectId: 'file', after: asked };
        return { result, audit };
      });
      // What is sealed does not change any more: each question is a transaction of its own, and a slow reader holds none.
      const asks: Asks = {
        rows: (fragment) => db.read(actor, (tx) => tx.rows(fragment)),
        first: (fragment) => db.read(actor, (tx) => tx.first(fragment)),
      };
      const lines = Readable.from(auditLines(asks, scope, services.keys));
      const name = `操作日志-${asked.from}-${asked.to}.jsonl.gz`;
      return { headers: downloadHeaders(name, 'binary'), body: lines.pipe(createGzip()) };
    },
  }),
  rawRoute({
    meta: keyMeta.meta,
    method: 'GET',
    path: '/audit/key',
    input: z.object({}),
    answer: async ({ db, actor, services }) => {
      const { id, publicKey } = signingKey(services.keys);
      const audit = { operation: keyMeta.meta.name, subjectKind: 'audit', subjectId: id };
      await db.write(actor, undefined, async () => ({ result: undefined, audit }));
      return { headers: downloadHeaders(`日志验签公钥-${id}.pem`, 'binary'), body: pemOfKey(publicKey) };
    },
  }),
];
