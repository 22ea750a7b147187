// Assets led along their road: title, handover, use, idleness, disposal by three levels; what a household owns ends with a reason.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import { HOUSEHOLD } from '../../../../test/registers/example-rows.ts';
import { hangOut } from '../../../../test/registers/hang-out.ts';
import { COUNTY, openSmallRegistry, TOWNSHIP, VILLAGE } from '../../../../test/small-registry.ts';
import { systemActor } from '../../../platform/server/actor.ts';

let server: TestServer;
let county: TestUser;
let colleague: TestUser;
let township: TestUser;
let village: TestUser;
const id = () => crypto.randomUUID();

beforeAll(async () => {
  server = await openSmallRegistry([HOUSEHOLD]);
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  colleague = await server.as({ role: 'region-officer', areaCode: COUNTY });
  township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
});
afterAll(() => server.close());

function register(code: string, user = county) {
  const found = user.client.registers[code];
  if (!found) throw new Error(`there is no register ${code}`);
  return found;
}

type Key = { countyCode: number; id: number };

async function add(number: string, more: Record<string, unknown> = {}): Promise<Key> {
  const values = { number, regionCode: VILLAGE, assetName: `棚圈 ${number}`, assetKind: 'operating', formedIn: 2021 };
  const rest = { registeredOn: '2022-01-15', originalValueFen: 30_000_000, upkeepUnit: '嘎查村集体经济组织' };
  return register('assets').add({ requestId: id(), values: { ...values, ...rest, ...more } });
}

async function own(assetNumber: string, share: number) {
  const holder = '嘎查村集体经济组织';
  const values = { assetNumber, rightKind: 'ownership', holder, holderKind: 'village-collective', share };
  await register('asset-rights').add({ requestId: id(), values: { ...values, startedOn: '2022-01-15' } });
}

const look = (key: Key, user = county) => register('assets', user).get(key);

async function hindrances(key: Key, move: string, user = county) {
  return (await look(key, user)).next?.find((one) => one.move === move)?.hindrances;
}

async function move(name: string, key: Key, more: Record<string, unknown> = {}, user = county) {
  const { version } = await look(key, user);
  const records = [{ ...key, version }];
  const asked = { requestId: id(), move: name, records, doneOn: '2022-03-01', values: {}, ...more };
  await register('assets', user).move(asked);
  return (await look(key, user)).state;
}

describe('an asset of a village', () => {
  it('is confirmed once it has owners of the whole, then handed over, then used', async () => {
    const key = await add('Z-1');
    expect((await look(key)).state).toBe('registered');
    expect(await hindrances(key, 'confirm')).toEqual(['现在的所有权人份额合计不是 100%，请先在“资产权属”登记清楚']);
    expect(await refusalOf(own('Z-1', 60))).toBe('registers.refused');
    await own('Z-1', 100);
    expect(await hindrances(key, 'put-in-use')).toEqual(['经营性、公益性资产先确权、移交，再登记投入使用']);
    expect(await move('confirm', key)).toBe('confirmed');
    expect(await move('hand-over', key)).toBe('handed-over');
    expect(await move('put-in-use', key)).toBe('in-use');
    expect((await look(key)).values.inUseFrom).toBe('2022-03-01');
    expect(await hindrances(key, 'confirm')).toEqual(['已经确权，不再办理']);
    expect(await hindrances(key, 'hand-over')).toEqual(['已经移交，不再办理']);
  });

  it('is idle and revived, with what was done for it', async () => {
    const key = await add('Z-2', { inUseFrom: '2021-06-01', assetCondition: 'normal' });
    expect((await look(key)).state).toBe('in-use');
    expect(await refusalOf(move('leave-idle', key))).toBe('registers.move-unexplained');
    expect(await move('leave-idle', key, { opinion: '承租方退租' })).toBe('idle');
    expect((await look(key)).values).toMatchObject({ assetCondition: 'idle', treatment: 'revive' });
    expect(await move('revive', key, { opinion: '重新出租' })).toBe('in-use');
    expect((await look(key)).values).toMatchObject({ assetCondition: 'normal', inUseFrom: '2021-06-01' });
  });

  it('that a file says is idle without the day of its use takes that day when it is revived', async () => {
    const key = await add('Z-3', { assetCondition: 'idle' });
    expect((await look(key)).state).toBe('idle');
    expect(await move('revive', key, { opinion: '重新出租', values: { inUseFrom: '2022-02-20' } })).toBe('in-use');
  });
});

describe('disposal', () => {
  const DISPOSAL_NOTICE = {
    ...{ register: 'assets', kind: 'disposal', level: 'village' as const },
    ...{ postedOn: '2022-03-01', endedOn: '2022-03-20' },
  };
  const opinion = '嘎查村民会议三分之二以上同意';
  const BY_COUNTY = {
    values: { disposedHow: 'scrapped', disposalDocumentNo: '资〔2022〕1号' },
    opinion: '同意报废',
  };

  it('goes by the meeting of the village, the township and the county, each with its opinion', async () => {
    const key = await add('D-1', { inUseFrom: '2021-06-01' });
    expect(await refusalOf(move('propose-disposal', key, {}, village))).toBe('registers.move-unexplained');
    expect(await move('propose-disposal', key, { opinion }, village)).toBe('disposal-proposed');
    expect(await refusalOf(move('dispose', key, BY_COUNTY))).toBe('registers.not-moved');
    expect(await move('review-disposal', key, { opinion: '情况属实' }, township)).toBe('disposal-reviewed');
    expect(await hindrances(key, 'dispose')).toEqual([
      '“帮扶项目资产处置公示”还没有期满无异议，请先点“公告公示”张贴，期满后办结',
    ]);
    await hangOut(village, key, DISPOSAL_NOTICE);
    expect(await refusalOf(move('dispose', key, { opinion: '同意' }))).toBe('registers.refused');
    expect(await move('dispose', key, BY_COUNTY)).toBe('disposed');
    expect((await look(key)).values).toMatchObject({ disposedOn: '2022-03-01', disposedHow: 'scrapped' });
    expect((await look(key)).moves?.map((one) => one.opinion)).toEqual(['同意报废', '情况属实', opinion]);
  });

  it('is not decided by who proposed it', async () => {
    const key = await add('D-2', { inUseFrom: '2021-06-01' });
    await move('propose-disposal', key, { opinion });
    await move('review-disposal', key, { opinion: '情况属实' }, township);
    await hangOut(village, key, DISPOSAL_NOTICE);
    expect(await hindrances(key, 'dispose')).toEqual(['处置由您本人提出，须由另一人批准']);
    expect(await hindrances(key, 'dispose', colleague)).toEqual([]);
  });

  it('that is sent back leaves the asset where it stood, even if only a step tells where', async () => {
    const key = await add('D-3');
    await own('D-3', 100);
    await move('confirm', key);
    await move('propose-disposal', key, { opinion }, village);
    expect(await move('return-disposal', key, { opinion: '先评估' }, township)).toBe('confirmed');
  });

  it('that a file tells ends what was under way', async () => {
    const key = await add('D-4', { inUseFrom: '2021-06-01' });
    await move('propose-disposal', key, { opinion }, village);
    const { version } = await look(key);
    // The day of a step is filled by the step alone on screen; files tell it.
    const values = { disposedHow: 'scrapped' };
    expect(await refusalOf(register('assets').change({ requestId: id(), ...key, version, values }))).toBe(
      'registers.refused',
    );
    await server.shouwang.db.bulk(systemActor('test'), async (tx) => ({
      result: await tx.run(
        sql`update assets set disposed_how = 'scrapped', disposed_on = '2022-03-02' where id = ${key.id}`,
      ),
      audit: [],
    }));
    expect((await look(key)).state).toBe('disposed');
    expect((await register('assets').list({ state: 'disposed', text: 'D-4' })).total).toBe(1);
  });
});

describe('what a household owns', () => {
  it('is registered, used and ended with a reason: no title, no handover, no disposal', async () => {
    const key = await add('H-1', { assetKind: 'household-owned', assetForm: 'biological', assetName: '到户肉牛' });
    const words = ['到户类资产只登记，不办理确权、移交和处置；死亡、出售的请办理“注销”并写明原因'];
    for (const name of ['confirm', 'propose-disposal']) expect(await hindrances(key, name)).toEqual(words);
    expect(await move('put-in-use', key)).toBe('in-use');
    expect(await hindrances(key, 'hand-over')).toEqual(words);
    expect(await refusalOf(move('end', key))).toBe('registers.move-unexplained');
    expect(await move('end', key, { opinion: '2022 年 2 月雪灾死亡' }, township)).toBe('ended');
  });
});
