// Photos of rows of registers: who attaches and sees them, the same picture known again, removed with a reason.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exifSegment } from '../../src/kernel/photos/tiff.ts';
import { refusalOf, type TestServer, type TestUser } from '../harness.ts';
import { COUNTY, OTHER_COUNTY, openSmallRegistry, VILLAGE } from '../small-registry.ts';
import { TINY_PNG } from '../tiny-png.ts';
import { HOUSEHOLD } from './example-rows.ts';

const PORTRAIT = readFileSync(path.join(import.meta.dirname, '../cases/photo-exif-orientation-word/portrait.jpg'));
let server: TestServer;
let officer: TestUser;
let auditor: TestUser;
let stranger: TestUser;
const requestId = () => crypto.randomUUID();
type Key = { countyCode: number; id: number };

beforeAll(async () => {
  server = await openSmallRegistry([HOUSEHOLD]);
  officer = await server.as({ role: 'county-officer', areaCode: COUNTY });
  auditor = await server.as({ role: 'auditor', areaCode: COUNTY });
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
});
afterAll(() => server.close());

async function addAsset(number: string): Promise<Key> {
  const values = { number, regionCode: VILLAGE, assetName: `棚圈 ${number}`, assetKind: 'operating' };
  const rest = { formedIn: 2022, registeredOn: '2022-05-01', originalValueFen: 100_000 };
  const made = await officer.client.registers.assets?.add({ requestId: requestId(), values: { ...values, ...rest } });
  if (!made) throw new Error('there are no assets');
  return made;
}

const of = ({ countyCode, id }: Key) => ({ register: 'assets', countyCode, id });

async function attach(key: Key, user = officer, stage: 'before' | 'after' = 'before') {
  const fileIds = [await user.upload('棚圈.png', TINY_PNG)];
  return user.client.registerPhotos.attach({ ...of(key), requestId: requestId(), stage, fileIds });
}

const photos = (key: Key, user = officer) => user.client.registerPhotos.list(of(key));

describe('photos of a row', () => {
  it('stand before and after, and are seen by its readers and area only', async () => {
    const key = await addAsset('Z-1');
    await attach(key);
    await attach(key, officer, 'after');
    const [before, after] = await photos(key);
    expect([before?.stage, after?.stage]).toEqual(['before', 'after']);
    const path = `/registers/assets/${key.countyCode}/${key.id}/photos/${before?.id}`;
    const seen = await auditor.get(path);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await stranger.get(path)).status).toBe(404);
    expect(await refusalOf(photos(key, stranger))).toBe('registers.not-found');
    expect(await refusalOf(attach(key, stranger))).toBe('registers.not-found');
  });

  it('tell the day they were taken, by the camera', async () => {
    const key = await addAsset('Z-6');
    const taken = exifSegment({ orientation: 1, takenOn: '2022-04-28' });
    const picture = Buffer.concat([PORTRAIT.subarray(0, 2), taken, PORTRAIT.subarray(2)]);
    const fileIds = [await officer.upload('开工.jpg', picture), await officer.upload('棚圈.png', TINY_PNG)];
    await officer.client.registerPhotos.attach({ ...of(key), requestId: requestId(), stage: 'other', fileIds });
    expect((await photos(key)).map(({ name, takenOn }) => [name, takenOn]).sort()).toEqual([
      ['开工.jpg', '2022-04-28'],
      ['棚圈.png', undefined],
    ]);
  });

  it('tell where the very same picture is used again', async () => {
    const [one, other] = [await addAsset('Z-2'), await addAsset('Z-3')];
    await attach(one);
    const alone = (await photos(one))[0]?.twins ?? 0;
    await attach(other);
    expect((await photos(one))[0]?.twins).toBe(alone + 1);
  });

  it('go with a reason, and what was there is still found by who looks into it', async () => {
    const key = await addAsset('Z-4');
    await attach(key);
    const [photo] = await photos(key);
    const photoId = photo?.id ?? '';
    const removal = { ...of(key), photoId, reason: '传错了地方' };
    expect(await refusalOf(auditor.client.registerPhotos.remove({ ...removal, requestId: requestId() }))).toBe(
      'http.forbidden',
    );
    await officer.client.registerPhotos.remove({ ...removal, requestId: requestId() });
    expect(await photos(key)).toEqual([]);
    expect((await auditor.get(`/registers/assets/${key.countyCode}/${key.id}/photos/${photoId}`)).status).toBe(200);
  });

  it('are photos: nothing else is kept, and the row must be there', async () => {
    const key = await addAsset('Z-5');
    const fileIds = [await officer.upload('说明.png', 'not a picture')];
    const given = { ...of(key), requestId: requestId(), stage: 'other', fileIds } as const;
    expect(await refusalOf(officer.client.registerPhotos.attach(given))).toBe('photos.bad');
    expect(await photos(key)).toEqual([]);
    expect(await refusalOf(officer.client.registerPhotos.list({ ...of(key), register: 'nothing' }))).toBe(
      'registers.unknown',
    );
  });
});
