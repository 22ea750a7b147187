// One job on the list: who, where and since when; and the five answers, each one tap. What was tapped stands in their place, so nothing
// moves under the thumb.

import { Button } from 'antd';
import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import { FOUND, FOUND_NAMES, type Found } from '../../domain/confirm/found.ts';
import { PLACE_STEP_NAMES } from '../../domain/confirm/places.ts';
import { JOB_FORMS } from '../../domain/contract.ts';
import type { Job } from '../api.ts';
import type { Tap } from './use-taps.ts';

const TONES: Record<string, Tone> = { working: 'green', waiting: 'yellow', unreached: 'orange', left: 'red' };

/** What stands of a job: a tap of this page, else what was there before. */
export type Standing = { word: string; tone: Tone; isOpen: boolean };

const WORDS: Record<string, string> = { returned: '返乡', jobless: '失业', ...FOUND_NAMES };

export function standingOf(job: Job, tap: Tap | undefined): Standing {
  const open = { word: '', tone: 'plain' as const, isOpen: true };
  if (tap?.state.at === 'refused') return tap.found === 'undone' ? written(job) : open;
  if (tap)
    return tap.found === 'undone' ? open : { word: WORDS[tap.found] ?? '', tone: toneOf(tap.found), isOpen: false };
  return job.standing === 'done' ? written(job) : open;
}

const toneOf = (found: string): Tone => TONES[found] ?? 'plain';

function written({ leftOn, found }: Job): Standing {
  if (leftOn) return { word: `${leftOn} 离岗`, tone: 'red', isOpen: false };
  return { word: WORDS[found ?? ''] ?? '', tone: toneOf(found ?? ''), isOpen: false };
}

function aboutJob({ jobForm, step, workPlace, employer, startedOn }: Job): string {
  const place = workPlace || (step ? PLACE_STEP_NAMES[step] : '务工地未填');
  return [JOB_FORMS[jobForm], place, employer, `${startedOn} 起`].filter(Boolean).join(' · ');
}

function lastSeen({ standing, lastOn }: Job): string {
  if (standing === 'unreached') return '本月联系不上';
  return lastOn ? `上次确认 ${lastOn}` : '从未确认';
}

type JobCardProps = {
  job: Job;
  tap: Tap | undefined;
  mayConfirm: boolean;
  onFound: (found: Found) => void;
  onUndo: () => void;
};

export function JobCard({ job, tap, mayConfirm, onFound, onUndo }: JobCardProps) {
  const standing = standingOf(job, tap);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the list go from person to person
    <li className="sw-job" tabIndex={0}>
      <div className="sw-job-about">
        <b>{job.name}</b>
        {job.age === undefined ? null : <span className="sw-quiet">{job.age} 岁</span>}
        <span className={job.standing === 'stale' ? 'sw-tone-orange' : 'sw-quiet'}>{lastSeen(job)}</span>
        <p className="sw-quiet">{aboutJob(job)}</p>
        {job.goneOn ? <p className="sw-tone-red">{job.goneOn} 登记死亡或离户，请登记离岗</p> : null}
      </div>
      {standing.isOpen ? (
        <Answers job={job} isShown={mayConfirm} onFound={onFound} />
      ) : (
        <Answered job={job} tap={tap} standing={standing} onUndo={mayConfirm ? onUndo : undefined} />
      )}
      {tap?.state.at === 'refused' ? (
        <p className="sw-tone-red" role="alert">
          {tap.state.reason}
        </p>
      ) : null}
    </li>
  );
}

function Answers({ job, isShown, onFound }: { job: Job; isShown: boolean; onFound: (found: Found) => void }) {
  if (!isShown) return <span className="sw-quiet">待确认</span>;
  return (
    <fieldset className="sw-job-answers" aria-label={`${job.name}的情况`}>
      {FOUND.map((found) => (
        <Button
          key={found}
          data-found={found}
          type={found === 'working' ? 'primary' : 'default'}
          disabled={job.goneOn !== undefined && found !== 'left'}
          onClick={() => onFound(found)}
        >
          {FOUND_NAMES[found]}
        </Button>
      ))}
    </fieldset>
  );
}

type AnsweredProps = { job: Job; tap: Tap | undefined; standing: Standing; onUndo: (() => void) | undefined };

function Answered({ job, tap, standing: { word, tone }, onUndo }: AnsweredProps) {
  const isOwn = tap?.state.at === 'kept' || (tap === undefined && job.mayUndo);
  return (
    <div className="sw-job-answered">
      <StateTag tone={tone}>{word}</StateTag>
      {tap?.state.at === 'sending' ? <span className="sw-quiet">正在保存</span> : null}
      {tap?.state.at === 'waiting' ? <span className="sw-tone-orange">没有网络，已记下，连上后自动发送</span> : null}
      <span className="sw-grow" />
      {isOwn && onUndo ? (
        <Button onClick={onUndo} aria-label={`撤销${job.name}的确认`}>
          撤销
        </Button>
      ) : null}
    </div>
  );
}
