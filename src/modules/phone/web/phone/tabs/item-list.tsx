// Items of the outbox with their states.

import type { OutboxItem, OutboxState } from '../../../../../kernel/field/outbox.ts';
import { addressOf } from '../addresses.ts';
import { Mark, RowLink, type Tone } from '../parts.tsx';
import { dayAndClock } from '../words.ts';

export const STATE_WORDS: Record<OutboxState, { title: string; tone: Tone; about: string }> = {
  queued: { title: '待传', tone: 'plain', about: '已保存在手机上，有网络时自动上传。' },
  sending: { title: '正在传', tone: 'plain', about: '正在上传。断了会自动再传，不会重复。' },
  waiting: { title: '等照片', tone: 'plain', about: '单位已收到，照片传完后生效。照片会自动续传。' },
  stored: { title: '已送达', tone: 'green', about: '单位已收下。' },
  refused: { title: '没有收下', tone: 'red', about: '单位没有收下，改好后可以再传。' },
  conflict: { title: '两边都改了', tone: 'red', about: '您和别人改了同一项，请选择用哪一个。' },
  parked: { title: '排队', tone: 'orange', about: '这一户前面有一条要先处理，处理好后自动上传。' },
};

export function ItemList({ items }: { items: readonly OutboxItem[] }) {
  return (
    <ul className="f-list">
      {[...items]
        .sort((a, b) => b.seq - a.seq)
        .map(({ id, title, about, madeAt, state }) => (
          <RowLink
            key={id}
            href={addressOf('item', id)}
            title={title}
            note={[about, dayAndClock(madeAt)].filter(Boolean).join(' · ')}
            mark={<Mark tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].title}</Mark>}
          />
        ))}
    </ul>
  );
}
