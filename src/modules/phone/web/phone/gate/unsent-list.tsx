// What would be lost: by title and time alone, because whoever looks at it may have no PIN.

import { dayAndClock } from '../words.ts';

const MOST_SHOWN = 30;

export function UnsentList({ unsent }: { unsent: readonly { title: string; at: string }[] }) {
  if (unsent.length === 0) return <p>手机上没有未送达的记录。</p>;
  return (
    <>
      <p className="f-alert">还有 {unsent.length} 条没有送达，清除后找不回来：</p>
      <ul className="f-plain-list">
        {unsent.slice(0, MOST_SHOWN).map(({ title, at }) => (
          <li key={`${at}${title}`}>
            {dayAndClock(at)} {title}
          </li>
        ))}
      </ul>
      {unsent.length > MOST_SHOWN ? <p>另有 {unsent.length - MOST_SHOWN} 条。</p> : null}
    </>
  );
}
