// What officers see of a clue beyond the list: photos, and phone numbers masked until somebody says why.

import { sql } from 'kysely';
import * as z from 'zod';
import { READERS } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import type { StoredPhoto } from '../../../platform/server/photos.ts';
import { photoRoute } from '../../../platform/server/views/photo-route.ts';
import { maskPhone } from '../../households/domain/mask.ts';
import type { DeclarationSecret } from './declaration-secret.ts';
import '../domain/problems.ts';
import { caseUnderWay } from '../../cases/server/index.ts';
import { clueKey } from '../../clues/domain/schemas.ts';
import { fromClues, type ListedClue, presentClue, selectClues } from '../../clues/server/index.ts';

type Key = { countyCode: number; id: number };
type ClueRecord = { villageCode: number; householdId: number | null; sealed: Buffer; files: StoredPhoto[] };
type ClueDetail = ListedClue & { files: StoredPhoto[]; dismissedReason: string };

async function loadClue(tx: Tx, { countyCode, id }: Key): Promise<ClueRecord> {
  const row = await tx.first(sql<ClueRecord>`select village_code, household_id, sealed, files from clues
    where county_code = ${countyCode} and id = ${id}`);
  if (!row) throw new Problem('cases.clue-not-found');
  return row;
}

function secretOf(keys: Keys, { sealed }: { sealed: Buffer }): DeclarationSecret {
  return JSON.parse(open(keys, sealed)) as DeclarationSecret;
}

export async function getClue(tx: Tx, keys: Keys, key: Key) {
  const clue = await tx.first(sql<ClueDetail>`${selectClues({ caseUnderWay })}, c.files, c.dismissed_reason ${fromClues}
    where c.county_code = ${key.countyCode} and c.id = ${key.id}`);
  if (!clue) throw new Problem('cases.clue-not-found');
  const { phone, helper, troubles = [] } = secretOf(keys, clue);
  return {
    ...presentClue(keys, clue),
    dismissedReason: clue.dismissedReason,
    troubles: [...troubles],
    ...(phone ? { phone: maskPhone(phone) } : {}),
    ...(helper ? { helper: { ...helper, phone: maskPhone(helper.phone) } } : {}),
    files: clue.files.map(({ id, name, type }) => ({ id, name, type })),
  };
}

type Unmasking = Key & { of: 'household' | 'helper'; reason: string };

export async function unmaskClue(tx: Tx, keys: Keys, asked: Unmasking): Promise<Outcome<{ value: string }>> {
  const clue = await loadClue(tx, asked);
  const { phone, helper } = secretOf(keys, clue);
  const value = asked.of === 'helper' ? helper?.phone : phone;
  if (!value) throw new Problem('declare.clue-no-phone');
  const audit = {
    operation: 'declare.unmask-clue',
    subjectKind: 'clue',
    subjectId: `${asked.countyCode}-${asked.id}`,
    regionCode: clue.villageCode,
    ...(clue.householdId === null ? {} : { householdId: clue.householdId }),
    reason: asked.reason,
    after: { of: asked.of },
  };
  return { result: { value }, audit };
}

export const clueFile = photoRoute({
  meta: { name: 'declare.clue-file', roles: READERS },
  path: '/clues/:countyCode/:id/files/:fileId',
  input: clueKey.extend({ fileId: z.uuid() }),
  find: async (tx, { countyCode, id, fileId }) => {
    const { files, villageCode, householdId } = await loadClue(tx, { countyCode, id });
    const of = {
      ...{ subjectKind: 'clue', subjectId: `${countyCode}-${id}`, regionCode: villageCode },
      ...(householdId === null ? {} : { householdId }),
    };
    return { photo: files.find((file) => file.id === fileId), countyCode, of };
  },
});
