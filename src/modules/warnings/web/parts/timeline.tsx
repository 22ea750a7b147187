// Who did what about a household's warnings, newest first.

import type { ReactNode } from 'react';
import { ActionTimeline, type TimelineEntry } from '../../../../platform/web/action-timeline.tsx';
import { STATE_NAMES } from '../../domain/lifecycle.ts';
import type { TimelineItem } from '../types.ts';
import { LEVEL_WORDS } from './words.tsx';

function whatOf({ kind, asOf, level, rules, assigneeName, dueOn, result }: TimelineItem): ReactNode {
  switch (kind) {
    case 'found':
      return `${asOf} 筛查发现（${level ? LEVEL_WORDS[level] : ''}）：${rules?.map(({ name }) => name).join('、') ?? ''}`;
    case 'assign':
      return `指派给${assigneeName ?? ''}，期限 ${dueOn ?? ''}`;
    case 'check':
      return `核实结果：${result ? STATE_NAMES[result] : ''}`;
    case 'reopen':
      return '撤销核实结果';
  }
}

function entryOf(item: TimelineItem): TimelineEntry {
  const tone = item.kind === 'reopen' ? 'red' : item.kind === 'found' ? 'plain' : 'green';
  return {
    key: item.key,
    at: item.at,
    who: item.who,
    what: whatOf(item),
    tone,
    ...(item.reason ? { detail: <div>{item.reason}</div> } : {}),
  };
}

export function WarningTimeline({ items }: { items: TimelineItem[] }) {
  return (
    <>
      <h2>办理记录</h2>
      <ActionTimeline entries={items.map(entryOf)} />
    </>
  );
}
