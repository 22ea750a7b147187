// A department's file before it is handed in: which column is which, what its first rows come to, and how many of them speak of
// somebody the registry knows. Nothing is written.

import { sql } from 'kysely';
import { normalizeCell, normalizeHeader } from '../../../kernel/cell.ts';
import { hideIds } from '../../../kernel/hide-ids.ts';
import { hideNumbers } from '../../../kernel/hide-numbers.ts';
import { classifyId, idOfCertificate, maskId, normalizeId } from '../../../kernel/id-number.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { inspectTable, type LookedRecord } from '../../../platform/server/inspect/inspect-table.ts';
import { BlindIndex, type Keys } from '../../../platform/server/keys.ts';
import { hasMore } from '../../../platform/server/tables/bytes/cells.ts';
import type { ColumnName } from '../../feeds/domain/column-names.ts';
import {
  type FeedDefinition,
  namedColumns,
  QUARANTINE_REASONS,
  type QuarantineReason,
} from '../../feeds/domain/feed-definition.ts';
import { readCell } from '../../feeds/domain/read-cell.ts';
import { countiesOf, getOwnDataset, refuseUnknownColumns } from '../../feeds/server/index.ts';
import { type VillageCodes, villagesOf } from '../../regions/domain/village-codes.ts';
import { listVillageCodes } from '../../regions/server/index.ts';
import { listColumnNames } from './column-names.ts';

const SHOWN = 20;
/** Enough to see what a file is, and read at once. */
const LOOKED = 2000;

type Asked = { fileId: string; dataset: string; names?: ColumnName[] | undefined };

/** Throws `uploads.not-found`, `feeds.other-department`, `feeds.no-such-column`. */
export async function previewFile(
  { db, actor, services }: OperationContext,
  { fileId, dataset, names }: Asked,
  signal?: AbortSignal,
) {
  const definition = getOwnDataset(actor, dataset);
  refuseUnknownColumns(definition, names ?? []);
  const upload = await services.uploads.takeUpload(fileId, actor.accountId);
  const { remembered, villages } = await db.read(actor, async (tx) => ({
    remembered: names ? [] : await listColumnNames(tx, definition),
    villages: villagesOf(await listVillageCodes(tx, actor.range)),
  }));
  const used = names ?? remembered;
  const judged = new JudgedRows(definition, villages);
  const { table, records, whole } = await inspectTable(
    upload,
    {
      columns: namedColumns(definition, used),
      shown: SHOWN,
      looked: LOOKED,
      show: (text, column, isComplete) => shown(definition, text, column, isComplete),
      judge: (record) => judged.judge(record),
    },
    signal,
  );
  const { ids, reasons } = judged;
  const known = ids.length === 0 ? 0 : await db.bulkRead((tx) => countKnown(tx, services.keys, ids, countiesOf(actor)));
  const counted = [...reasons].map(([code, rows]) => ({ code, title: QUARANTINE_REASONS[code], rows }));
  return {
    file: table,
    remembered: remembered.filter(({ column, header }) =>
      table.columns.some(
        (each) => each.title === column && each.header !== undefined && normalizeHeader(each.header) === header,
      ),
    ),
    looked: {
      ...{ rows: records, whole, withId: ids.length, known },
      refused: counted.reduce((sum, { rows }) => sum + rows, 0),
      reasons: counted.sort((a, b) => b.rows - a.rows),
    },
  };
}

/** Whom a cell may name is masked; where a required column is missing nobody knows which one holds the IDs. */
function shown({ columns }: FeedDefinition, text: string, column: number | undefined, isComplete: boolean): string {
  const kind = column === undefined ? undefined : columns[column]?.kind;
  if (kind === 'id') return maskId(normalizeCell(text));
  if (kind === 'village') return text;
  return isComplete ? hideIds(text) : hideNumbers(text);
}

/** As the loading does, one record after the other: what is wrong with each, and the sound IDs of the others. */
class JudgedRows {
  readonly ids: string[] = [];
  readonly reasons = new Map<QuarantineReason, number>();
  readonly #definition: FeedDefinition;
  readonly #villages: VillageCodes;

  constructor(definition: FeedDefinition, villages: VillageCodes) {
    this.#definition = definition;
    this.#villages = villages;
  }

  judge(record: LookedRecord): string | undefined {
    const refused = this.#refusal(record);
    if (!refused) return undefined;
    const { reason, column } = refused;
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    return `${column ? `“${column}”` : ''}${QUARANTINE_REASONS[reason]}`;
  }

  #refusal({ cells, source, isShort }: LookedRecord): { reason: QuarantineReason; column?: string } | undefined {
    const { header, positions, units } = source;
    if (cells.count !== header.length && !(isShort && !hasMore(cells, header.length))) return { reason: 'columns' };
    let id = '';
    for (const [i, column] of this.#definition.columns.entries()) {
      const text = cells.text(positions[i] ?? -1);
      if (column.kind === 'id') id = normalizeId(normalizeCell(text));
      if (column.kind === 'id' || column.kind === 'name') continue;
      const { reason } = readCell(column, text, this.#villages, units[i] ?? 1);
      if (reason) return { reason, column: column.title };
    }
    const own = this.#definition.certificate ? idOfCertificate(id) : id;
    if (classifyId(own) === 'sound') this.ids.push(own);
    return undefined;
  }
}

/** How many of the IDs somebody in these counties holds. As the owner: nobody is given the index of who holds what. */
async function countKnown(tx: Tx, keys: Keys, ids: readonly string[], { low, high }: RegionRange): Promise<number> {
  const index = new BlindIndex(keys.index, ids.length);
  for (const id of ids) index.add('id', id);
  const taken = index.take();
  const wanted = ids.map((_, i) => taken.readBigInt64BE(i * 16).toString());
  const row = await tx.first<{ n: number }>(sql`
    select count(*)::int as n from unnest(${wanted}::bigint[]) as w (id_key)
    where exists (select from person_index x where x.id_key = w.id_key and x.county_code between ${low} and ${high})`);
  return row?.n ?? 0;
}
