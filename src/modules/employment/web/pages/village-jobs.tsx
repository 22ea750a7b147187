// The list of a village: one tap a person, in the order in which it came, so that nothing moves under the thumb.

import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { FOUND, type Found } from '../../domain/confirm/found.ts';
import { WAYS } from '../../domain/contract.ts';
import { type ConfirmList, employment, type Job } from '../api.ts';
import { ElsewhereDialog, LeftDialog } from '../parts/found-dialogs.tsx';
import { JobCard, standingOf } from '../parts/job-card.tsx';
import { shareOf } from '../parts/share-of.ts';
import { keyOf, type Tap, useTaps } from '../parts/use-taps.ts';

type Way = keyof typeof WAYS;
type VillageJobsProps = { area: number; month: string; way: Way; onWay: (way: Way) => void };

export function VillageJobs({ area, month, way, onWay }: VillageJobsProps) {
  const query = useQuery(employment.query.confirmList.queryOptions({ input: { area, month }, staleTime: 0 }));
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading rows={8} />;
  return <JobList list={query.data} month={month} way={way} onWay={onWay} />;
}

/** How many of the list are settled now, and how many were not reached. */
function countNow(rows: readonly Job[], taps: ReadonlyMap<string, Tap>) {
  const states = rows.map((job) => {
    const tap = taps.get(keyOf(job));
    const isUnreached = tap ? tap.found === 'unreached' : job.standing === 'unreached';
    return isUnreached && tap?.state.at !== 'refused' ? 'unreached' : standingOf(job, tap).isOpen ? 'open' : 'done';
  });
  const n = (state: string) => states.filter((one) => one === state).length;
  return { done: n('done'), unreached: n('unreached') };
}

const SECTIONS = [
  ['stale', '长期没有确认'],
  ['open', '本月待确认'],
  ['unreached', '联系不上，请再联系'],
  ['done', '已确认'],
] as const satisfies readonly (readonly [Job['standing'], string])[];

/** Up and down go from person to person; 1 to 5 are the answers, after which the next person is at hand; Backspace takes back. */
function onKey(event: KeyboardEvent<HTMLElement>): void {
  const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.sw-job') : null;
  if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('.sw-job')];
  const beside = (step: number) => cards[cards.indexOf(card) + step]?.focus();
  const answer = FOUND[Number(event.key) - 1];
  if (event.key === 'ArrowDown') beside(1);
  else if (event.key === 'ArrowUp') beside(-1);
  else if (event.key === 'Backspace') card.querySelector<HTMLElement>('.sw-job-answered button')?.click();
  else if (answer) {
    card.querySelector<HTMLElement>(`button[data-found="${answer}"]`)?.click();
    if (answer !== 'left' && answer !== 'elsewhere') beside(1);
  } else return;
  event.preventDefault();
}

function JobList({ list, month, way, onWay }: Omit<VillageJobsProps, 'area'> & { list: ConfirmList }) {
  const { taps, tap, undo, write } = useTaps(month, way);
  const mayConfirm = useMay('employment.confirm');
  const [asking, setAsking] = useState<{ job: Job; found: 'left' | 'elsewhere' }>();
  const { rows, byOn, staleDays, total } = list;
  const now = countNow(rows, taps);
  const onFound = (job: Job, found: Found) => {
    if (found === 'left' || found === 'elsewhere') setAsking({ job, found });
    else tap(job, found);
  };
  const Dialog = asking?.found === 'left' ? LeftDialog : ElsewhereDialog;
  if (rows.length === 0) return <Empty what="这个嘎查村本月没有在岗的务工就业。" hint="请先在“务工就业”台账中登记。" />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for the buttons inside, each of which can be reached without them
    <div className="sw-jobs" onKeyDown={onKey}>
      <div className="sw-jobs-head">
        <p className="sw-job-total" aria-live="polite">
          已确认 <b>{now.done}</b> / {total.spells}
          {now.unreached > 0 ? <span className="sw-quiet">联系不上 {now.unreached}</span> : null}
          <span className="sw-quiet">{byOn} 前完成</span>
        </p>
        <div className="sw-jobs-bar" style={{ width: `${shareOf(now.done, total.spells)}%` }} />
        <Select aria-label="确认方式" value={way} options={choicesOf(WAYS)} onChange={onWay} />
      </div>
      {SECTIONS.map(([standing, title]) => {
        const own = rows.filter((job) => job.standing === standing);
        if (own.length === 0) return null;
        const about = standing === 'stale' ? `超过 ${staleDays} 天` : '';
        return (
          <Section key={standing} title={`${title}（${own.length}）`} extra={<span className="sw-quiet">{about}</span>}>
            <ul>
              {own.map((job) => (
                <JobCard
                  key={keyOf(job)}
                  job={job}
                  tap={taps.get(keyOf(job))}
                  mayConfirm={mayConfirm}
                  onFound={(found) => onFound(job, found)}
                  onUndo={() => undo(job)}
                />
              ))}
            </ul>
          </Section>
        );
      })}
      {total.spells > rows.length ? <p className="sw-quiet">只列出 {rows.length} 人，确认后刷新再办其余的。</p> : null}
      {asking ? <Dialog job={asking.job} onSend={write} onClose={() => setAsking(undefined)} /> : null}
    </div>
  );
}
