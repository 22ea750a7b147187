// 务工月确认: one tap a job. A tap is an item of the outbox at once; tapped again before it went, it is changed.

import { useState } from 'react';
import { isOpen, mayEdit, type OutboxItem } from '../../../../../kernel/field/outbox.ts';
import { WAYS } from '../../../../employment/domain/contract.ts';
import { keyText, type PhoneJob } from '../../../../field/domain/phone-copy.ts';
import { addressOf } from '../addresses.ts';
import { usePhone, usePhoneState } from '../context.ts';
import { Alert, Nothing, Screen } from '../parts.tsx';
import { useRemembered } from '../remembered.ts';
import { whyNotKept } from '../store/new-file.ts';

const FOUND = { working: '在岗', waiting: '待工', unreached: '联系不上' } as const;
type Found = keyof typeof FOUND;
type Way = keyof typeof WAYS;
const AT_ONCE = 60;

const targetOf = (job: PhoneJob, month: string) => `job ${keyText(job)} ${month}`;

function foundOf(item: OutboxItem | undefined): Found | undefined {
  const [entry] = (item?.input.entries ?? []) as { found: Found }[];
  return entry?.found;
}

export function JobsScreen({ village }: { village: string }) {
  const { store } = usePhone();
  const { copy, items } = usePhoneState();
  const [way, setWay] = useRemembered<Way>('jobs.way', 'phone');
  const [most, setMost] = useState(AT_ONCE);
  const [problem, setProblem] = useState<string>();
  const list = copy?.jobs?.find(({ villageCode }) => String(villageCode) === village);
  if (!list)
    return (
      <Screen title="务工月确认" back={addressOf('collect')}>
        <Nothing>手机上没有本月的名单，请联网后再打开。</Nothing>
      </Screen>
    );
  const { month, byOn, rows } = list;
  const byTarget = new Map(
    items.flatMap((item) => (item.target?.startsWith('job ') ? [[item.target, item] as const] : [])),
  );
  const foundNow = (job: PhoneJob) => foundOf(byTarget.get(targetOf(job, month))) ?? job.found;
  const done = rows.filter(foundNow).length;

  async function tap(job: PhoneJob, found: Found) {
    setProblem(undefined);
    const target = targetOf(job, month);
    const old = byTarget.get(target);
    const { countyCode, id } = job;
    const input = { month, way, entries: [{ countyCode, id, found }] };
    const group = job.householdId === undefined ? undefined : `${countyCode}-${job.householdId}`;
    try {
      if (old && isOpen(old) && mayEdit(old)) await store.sendAgain(old.id, { input });
      else
        await store.add([
          { operation: 'employment.confirm', input, files: [], group, target, title: '务工月确认', about: job.name },
        ]);
    } catch (error) {
      setProblem(whyNotKept(error, '没有保存，请再点一次。'));
    }
  }

  return (
    <Screen title="务工月确认" back={addressOf('collect')}>
      <p className="f-line" role="status">
        <b>
          {month.slice(0, 7)}，已点 {done}/{rows.length}
        </b>
        <span className="f-quiet">截止 {byOn}</span>
      </p>
      <fieldset className="f-chips">
        <legend className="f-hidden">怎么确认的</legend>
        {(Object.keys(WAYS) as Way[]).map((each) => (
          <button key={each} type="button" aria-pressed={each === way} onClick={() => setWay(each)}>
            {WAYS[each]}
          </button>
        ))}
      </fieldset>
      <Alert>{problem}</Alert>
      {rows.slice(0, most).map((job) => (
        <fieldset key={keyText(job)} className="f-card f-job">
          <legend>
            <b>{job.name}</b>{' '}
            <span className="f-quiet">{[job.employer, job.workPlace].filter(Boolean).join(' · ')}</span>
          </legend>
          <div className="f-chips">
            {(Object.keys(FOUND) as Found[]).map((found) => (
              <button
                key={found}
                type="button"
                aria-pressed={foundNow(job) === found}
                onClick={() => void tap(job, found)}
              >
                {FOUND[found]}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
      {rows.length > most ? (
        <button type="button" className="f-button f-button-plain" onClick={() => setMost(most + AT_ONCE)}>
          再列 {Math.min(AT_ONCE, rows.length - most)} 人
        </button>
      ) : null}
    </Screen>
  );
}
