// A notice of one row, hung out and, where asked, ended: what moves wait for.

import type { TestUser } from '../harness.ts';

type Key = { countyCode: number; id: number };
type Level = 'village' | 'township' | 'county' | 'prefecture' | 'autonomous-region';
type Hung = { register: string; kind: string; level: Level; postedOn: string; endedOn?: string };

const requestId = () => crypto.randomUUID();

/** One move of a notice. */
export async function moveNotice(
  user: TestUser,
  move: string,
  { countyCode, id }: Key,
  more: { doneOn: string; values?: Record<string, unknown>; opinion?: string },
) {
  const { notices } = user.client.registers;
  if (!notices) throw new Error('there are no notices');
  const { version } = await notices.get({ countyCode, id });
  return notices.move({ requestId: requestId(), move, records: [{ countyCode, id, version }], values: {}, ...more });
}

export const POSTED = { postedAt: '嘎查公示栏', phone: '0474-6901234' };

export async function hangOut(
  user: TestUser,
  key: Key,
  { register, kind, level, postedOn, endedOn }: Hung,
): Promise<Key> {
  const records = [{ countyCode: key.countyCode, id: key.id }];
  const notice = await user.client.notices.draft({ requestId: requestId(), register, kind, level, records });
  await moveNotice(user, 'post', notice, { doneOn: postedOn, values: POSTED });
  if (endedOn) await moveNotice(user, 'end', notice, { doneOn: endedOn });
  return notice;
}
