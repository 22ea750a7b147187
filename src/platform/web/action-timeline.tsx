import { Timeline } from 'antd';
import type { ReactNode } from 'react';
import type { Tone } from './detail-page.tsx';
import { formatInstant } from './numbers.ts';

export type TimelineEntry = {
  key: string | number;
  at: string;
  who: string;
  what: ReactNode;
  detail?: ReactNode;
  tone?: Tone;
};

/** Who did what when, newest first as given. */
export function ActionTimeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <Timeline
      className="sw-timeline"
      items={entries.map(({ key, at, who, what, detail, tone }) => ({
        key,
        color: tone === 'red' ? 'red' : tone === 'plain' ? 'gray' : 'green',
        content: (
          <div>
            <div>{what}</div>
            <div className="sw-quiet">
              {formatInstant(at)} {who}
            </div>
            {detail}
          </div>
        ),
      }))}
    />
  );
}
