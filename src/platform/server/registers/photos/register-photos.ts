// Photos of rows of registers: attached by who may write the register, seen by who may read it and its area.

import { sql } from 'kysely';
import { Problem } from '../../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import { MOST_PHOTOS, type PhotoStage, type RegisterPhoto } from '../../../../kernel/register/photos-contract.ts';
import '../../../../kernel/register/problems.ts';
import type { AuditEntry } from '../../audit.ts';
import type { Tx } from '../../db.ts';
import { withoutNulls } from '../../lists/without-nulls.ts';
import type { KeptPhoto, StoredPhoto } from '../../photos.ts';

type Row = { countyCode: number; id: number };

/** The place of a row the actor sees. Throws `registers.not-found`. */
async function placeOf(tx: Tx, register: RegisterDefinition, { countyCode, id }: Row, lock = false): Promise<number> {
  const found = await tx.first<{ placeCode: number }>(sql`select t.place_code from ${sql.raw(register.table)} t
    where t.county_code = ${countyCode} and t.id = ${id} ${sql.raw(lock ? 'for update' : '')}`);
  if (!found) throw new Problem('registers.not-found');
  return found.placeCode;
}

function entry(register: RegisterDefinition, { id }: Row, placeCode: number, verb: string): AuditEntry {
  return { operation: `registers.${verb}`, subjectKind: register.record, subjectId: id, regionCode: placeCode };
}

/** Photos of a row, the oldest first. */
export async function photosOf(tx: Tx, register: RegisterDefinition, row: Row): Promise<RegisterPhoto[]> {
  await placeOf(tx, register, row);
  const { code } = register;
  const rows = await tx.rows(sql<RegisterPhoto>`
    select p.id, p.name, p.stage, p.byte_size::int as byte_size, p.at::text as at, p.account_name as by, p.taken_on::text,
      (select count(distinct (o.county_code, o.record_id))::int from register_photos o
        where o.register = ${code} and o.sha256 = p.sha256 and o.removed_at is null
          and (o.county_code, o.record_id) <> (p.county_code, p.record_id)) as twins
    from register_photos p
    where p.register = ${code} and p.county_code = ${row.countyCode} and p.record_id = ${row.id} and p.removed_at is null
    order by p.at, p.id limit ${MOST_PHOTOS}`);
  return rows.map(withoutNulls);
}

/** Throws `registers.not-found`, `registers.too-many-photos`. */
export async function attachPhotos(
  tx: Tx,
  register: RegisterDefinition,
  row: Row,
  { stage, take }: { stage: PhotoStage; take: () => Promise<KeptPhoto[]> },
) {
  const placeCode = await placeOf(tx, register, row, true);
  const there = await photosOf(tx, register, row);
  const photos = await take();
  if (there.length + photos.length > MOST_PHOTOS) throw new Problem('registers.too-many-photos', { most: MOST_PHOTOS });
  await tx.run(sql`insert into register_photos
      (county_code, id, register, record_id, place_code, stage, name, type, byte_size, sha256, taken_on, account_name)
    select ${row.countyCode}::int, p.id, ${register.code}, ${row.id}::bigint, ${placeCode}::bigint, ${stage}, p.name, p.type, p.size, p.sha,
      p.taken, ${tx.actor.name}
    from jsonb_to_recordset(${JSON.stringify(
      photos.map(({ id, name, type, byteSize, sha256, takenOn }) => ({
        ...{ id, name, type, size: byteSize, sha: sha256, taken: takenOn },
      })),
    )}::jsonb) p (id uuid, name text, type text, size bigint, sha text, taken date)`);
  const audit = { ...entry(register, row, placeCode, 'attach-photos'), after: { stage, photos: photos.length } };
  return { result: { kept: photos.length }, audit };
}

/** The picture goes from the row, and is kept with the reason. Throws `registers.not-found`, `photos.not-found`. */
export async function removePhoto(
  tx: Tx,
  register: RegisterDefinition,
  row: Row,
  { photoId, reason }: { photoId: string; reason: string },
) {
  const placeCode = await placeOf(tx, register, row);
  const removed = await tx.rows(sql<{ name: string }>`update register_photos
    set removed_at = now(), removed_by = ${tx.actor.name}, remove_reason = ${reason}
    where county_code = ${row.countyCode} and id = ${photoId} and register = ${register.code} and record_id = ${row.id}
      and removed_at is null returning name`);
  if (removed.length === 0) throw new Problem('photos.not-found');
  return {
    result: {},
    audit: { ...entry(register, row, placeCode, 'remove-photo'), before: { name: removed[0]?.name }, reason },
  };
}

/** One photo of a row, removed or not: an auditor looks at what was there. */
export async function findPhoto(tx: Tx, { code }: RegisterDefinition, row: Row, photoId: string) {
  return tx.first(sql<
    StoredPhoto & { placeCode: number }
  >`select id, name, type, byte_size, place_code from register_photos
    where county_code = ${row.countyCode} and id = ${photoId} and register = ${code} and record_id = ${row.id}`);
}

/** Ids of the photos of all registers: what none names is swept. */
export async function filesOfRegisters(tx: Tx): Promise<string[]> {
  const rows = await tx.rows(sql<{ id: string }>`select id::text as id from register_photos`);
  return rows.map(({ id }) => id);
}
