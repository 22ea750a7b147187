// The sentence at the top of every screen of the phone: what has reached the server, and what has not. It says that all has arrived only
// when the server has said so.

import type { OutboxItem } from './outbox.ts';

export type StripInput = {
  online: boolean;
  items: readonly Pick<OutboxItem, 'state'>[];
  /** Of the sending that is under way: which of how many. */
  sending?: { done: number; of: number } | undefined;
  /** Photos and signatures that have not arrived. */
  filesLeft: number;
  /** When the server last confirmed that nothing is left, `14:02`. */
  allStoredAt?: string | undefined;
  /** The server knows this phone no more: somebody has to sign in again. */
  signedOut?: boolean;
  /** Why the last attempt did not get through, where the phone believes to have a network. */
  isUnreachable?: boolean;
};

export type Strip = { tone: 'calm' | 'busy' | 'away' | 'urgent'; text: string };

export function stripOf(of: StripInput): Strip {
  const count = (...states: OutboxItem['state'][]) => of.items.filter(({ state }) => states.includes(state)).length;
  const waiting = count('queued', 'sending', 'parked', 'waiting');
  const toSettle = count('refused', 'conflict');
  const files = of.filesLeft > 0 ? `${of.filesLeft} 张照片` : '';
  const left = [waiting > 0 ? `${waiting} 条` : '', files].filter(Boolean).join('、');
  const settling = toSettle > 0 ? `，${toSettle} 条要处理` : '';
  if (!of.online) return { tone: 'away', text: `离线，${left ? `${left}待传` : '没有待传'}${settling}` };
  if (of.signedOut) return { tone: 'urgent', text: `登录已过期，${left ? `${left}待传，` : ''}请重新登录` };
  if (of.sending) return { tone: 'busy', text: `正在传 ${of.sending.done}/${of.sending.of}${settling}` };
  if (of.isUnreachable) return { tone: 'away', text: `连不上服务器，${left ? `${left}待传` : '没有待传'}${settling}` };
  if (left) return { tone: toSettle > 0 ? 'urgent' : 'busy', text: `${left}待传${settling}` };
  if (toSettle > 0) return { tone: 'urgent', text: `${toSettle} 条没有送达，请处理` };
  return { tone: 'calm', text: of.allStoredAt ? `全部已送达 ${of.allStoredAt}` : '没有待传' };
}
