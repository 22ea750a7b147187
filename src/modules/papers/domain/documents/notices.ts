// Notices of a case through its whole record: which hang today, which are over, and until when. The fold keeps those of the
// step under way only; a paper for the file, and the list of what hung, need the earlier ones too.

import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { CaseAction, Kind } from '../../../cases/domain/actions.ts';
import type { FoldContext } from '../../../cases/domain/days-of-case.ts';
import { foldCase } from '../../../cases/domain/fold.ts';
import { stepOf, type Walk } from '../../../process/domain/steps.ts';
import type { NoticeLevel } from '../../../process/domain/words.ts';

export type HungNotice = {
  walk: Walk;
  level: NoticeLevel;
  from: PlainDate;
  /** The last day it hangs; earlier than planned where it was taken down before. */
  until: PlainDate;
  phone: string;
  isOver: boolean;
};

/** After these nothing hangs any more. */
const TAKEN_DOWN: readonly Kind[] = ['end-notice', 'return', 'reject', 'withdraw', 'move-away'];

/** All notices, in the order they were put up; one that was replaced by another of its level is left out. */
export function noticesOf(actions: readonly CaseAction[], context: FoldContext, today: PlainDate): HungNotice[] {
  return actions.flatMap((action, i) => {
    if (action.kind !== 'publish') return [];
    const { level, phone } = action.detail;
    const after = actions
      .slice(i + 1)
      .find(
        ({ kind, detail }) =>
          TAKEN_DOWN.includes(kind) || (kind === 'publish' && 'level' in detail && detail.level === level),
      );
    if (after?.kind === 'publish') return [];
    const standing = foldCase(actions.slice(0, i + 1), context);
    const notice = standing.notices.find((each) => each.level === level);
    if (!notice) return [];
    const until = after ? Math.max(notice.from, Math.min(notice.endsOn, after.on)) : notice.endsOn;
    const walk = stepOf(standing.state)?.walk ?? 'identification';
    return [{ walk, level, from: notice.from, until, phone, isOver: after !== undefined || today > until }];
  });
}

/** Whether it hangs on this day. */
export function hangsOn({ from, isOver }: Pick<HungNotice, 'from' | 'isOver'>, today: PlainDate): boolean {
  return !isOver && from <= today;
}
