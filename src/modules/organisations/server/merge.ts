// One unit of two codes. What refers to the one refers to the other from now on, in all registers, or nothing is changed.

import { Problem } from '../../../kernel/problem.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { countMerge, mergeRecord } from '../../../platform/server/registers/merge/merge-record.ts';
import '../domain/problems.ts';
import { ORGANISATIONS, readUnits } from './twins.ts';

type Asked = { from: string; to: string };

/** Throws `organisations.merge-same`, `organisations.not-found`, `organisations.merge-parent`. */
async function bothUnits(tx: Tx, catalogue: Catalogue, { from, to }: Asked) {
  if (from === to) throw new Problem('organisations.merge-same');
  const units = await readUnits(tx, catalogue, [from, to]);
  const [one, other] = [from, to].map((code) => {
    const unit = units.get(code);
    if (!unit) throw new Problem('organisations.not-found', { code });
    return unit;
  });
  if (!one || !other) throw new Problem('organisations.not-found', { code: from });
  if (one.parentCode === to || other.parentCode === from)
    throw new Problem('organisations.merge-parent', { from: one.name, to: other.name });
  return { from: one, to: other };
}

/** Rows of other areas are counted, not shown: a merge that leaves some behind is none. */
export async function previewMerge({ db, actor }: OperationContext, catalogue: Catalogue, asked: Asked) {
  const units = await db.read(actor, (tx) => bothUnits(tx, catalogue, asked));
  const merge = { catalogue, merged: ORGANISATIONS, ...asked, range: actor.range };
  return { ...units, registers: await db.bulkRead((tx) => countMerge(tx, merge)) };
}

/** Throws what `bothUnits` does, and `organisations.merge-outside`. */
export async function mergeUnits(
  context: OperationContext,
  catalogue: Catalogue,
  { requestId, basis, ...asked }: Asked & { requestId: string; basis: string },
) {
  const { db, actor } = context;
  // A repeat finds the unit gone, and is answered by what was kept of it.
  return db.write(actor, requestId, async (tx) => {
    const { from, to } = await bothUnits(tx, catalogue, asked);
    const merge = { catalogue, merged: ORGANISATIONS, ...asked };
    const counts = await db.bulkRead((all) => countMerge(all, { ...merge, range: actor.range }));
    const outside = counts.reduce((sum, count) => sum + count.outside, 0);
    if (outside > 0) throw new Problem('organisations.merge-outside', { code: asked.from, rows: outside });
    const words = { words: `单位合并：${from.name}并入${to.name}`, reason: `并入 ${asked.to}：${basis}` };
    const result = await mergeRecord(tx, merge, words);
    return {
      result,
      audit: {
        ...{ operation: 'organisations.merge', subjectKind: 'organisation', subjectId: asked.from },
        ...{ regionCode: actor.areaCode, before: { code: asked.from }, after: { code: asked.to, basis, ...result } },
      },
    };
  });
}
