// What was heard of a household before it became a case, in its own words: first of all that somebody who decides reads.

import { sql } from 'kysely';
import { hideNumbers } from '../../../kernel/hide-numbers.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import type { StoredPhoto } from '../../../platform/server/photos.ts';
import type { RecordKey } from '../../households/domain/addresses.ts';
import type { Channel } from '../domain/words.ts';
import type { ClueSecret } from './clues.ts';

type Row = {
  id: number;
  channel: Channel;
  receivedOn: string;
  accountName: string;
  sealed: Buffer;
  files: StoredPhoto[];
};

/** The clues of a case, the oldest first. Numbers of IDs and phones in their text are masked. */
export async function cluesOfCase(tx: Tx, keys: Keys, { countyCode, id }: RecordKey) {
  const rows = await tx.rows(sql<Row>`
    select id, channel, received_on, account_name, sealed, files from clues
    where county_code = ${countyCode} and case_id = ${id} order by received_on, id limit 50`);
  return rows.map(({ sealed, accountName, files, ...clue }) => ({
    ...clue,
    by: accountName,
    text: hideNumbers((JSON.parse(open(keys, sealed)) as ClueSecret).text),
    files: files.map((file) => ({ id: file.id, name: file.name })),
  }));
}
