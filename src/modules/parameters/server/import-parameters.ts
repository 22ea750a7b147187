// parameters.json: values by region and date (data contract §5).

import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import { findParameter } from '../domain/parameters.ts';
import '../domain/problems.ts';
import { parameterSettings } from './parameters.ts';

const FILE = z.array(
  z.object({
    region: z.string().regex(/^\d{12}$/),
    effectiveFrom: z.iso.date(),
    note: z.string().optional(),
    // Settings of figures may be words; what no screening asks for is for others to keep.
    values: z.record(z.string(), z.union([z.number(), z.string()])),
  }),
);

export type ParameterEntry = z.infer<typeof FILE>[number];

/** Keeps the values that are none of a screening's, in the same transaction; answers how many. It may refuse them all. */
type KeepOthers = (tx: Tx, entries: readonly ParameterEntry[], accountName: string) => Promise<number>;

/** Imports a parameters.json; a value for the same region, key and day is replaced. Returns the number of values. */
export async function importParameters(
  db: Database,
  actor: Actor,
  path: string,
  keepOthers: KeepOthers = async () => 0,
): Promise<number> {
  let parsed: z.infer<typeof FILE>;
  try {
    parsed = FILE.parse(JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, '')));
  } catch (error) {
    const what =
      error instanceof z.ZodError
        ? `${error.issues[0]?.path.join('.')} ${error.issues[0]?.message}`
        : '不是有效的 JSON';
    throw new Problem('warnings.bad-parameters', { what });
  }
  const values = parsed.flatMap((entry) =>
    Object.entries(entry.values)
      .filter(([key]) => findParameter(key))
      .map(([key, value]) => {
        if (typeof value === 'string')
          throw new Problem('warnings.bad-parameters', { what: `“${key}”要填数，现在是“${value}”` });
        return {
          regionCode: Number(entry.region),
          effectiveFrom: entry.effectiveFrom,
          note: entry.note ?? '',
          key,
          value,
        };
      }),
  );
  return db.bulk(actor, async (tx) => {
    const others = await keepOthers(tx, parsed, actor.name);
    await parameterSettings.keep(tx, values, actor.name);
    return {
      result: values.length + others,
      audit: {
        operation: 'parameters.import',
        subjectKind: 'parameters',
        subjectId: values.length + others,
        after: parsed,
      },
    };
  });
}
