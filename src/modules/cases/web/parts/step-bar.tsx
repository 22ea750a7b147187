// The steps of the county's template in a row: done, under way, to come, each with its days.

import { deadlineWords } from '../../../../platform/web/numbers.ts';
import type { WalkTemplate } from '../../../process/domain/process-template.ts';
import { isEnding, STATE_NAMES, STEP_NAMES, stepOf, WALK_NAMES, type Walk } from '../../../process/domain/steps.ts';
import type { CaseDetail } from '../types.ts';
import { walkNow, walkOf } from './case-reading.ts';

type Entry = CaseDetail['steps'][number];
type Term = WalkTemplate['total'];
type Step = { key: string; name: string; standing: 'done' | 'now' | 'later'; isLate: boolean; words: string };

function termWords({ days, kind }: Term): string {
  return `${days} ${kind === 'working' ? '个工作日' : '天'}`;
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}

function doneWords({ enteredOn, dueOn, doneOn }: Entry): { words: string; isLate: boolean } {
  const end = doneOn ?? enteredOn;
  const late = dueOn && end > dueOn ? daysBetween(dueOn, end) : 0;
  return { words: late > 0 ? `超期 ${late} 天办结` : end, isLate: late > 0 };
}

/** The clock of the case may be that of the whole way; the days left of the step follow from it without asking for today. */
function nowWords({ paused, clock, dueOn, steps }: CaseDetail): { words: string; isLate: boolean } {
  const due = steps.at(-1)?.dueOn;
  if (paused || !due || !dueOn || !clock) return { words: '暂停计时', isLate: false };
  const daysLeft = clock.daysLeft + daysBetween(dueOn, due);
  return { words: deadlineWords(daysLeft), isLate: daysLeft < 0 };
}

function stepsOfCase(detail: CaseDetail): Step[] {
  const walk = walkOf(detail);
  const template = walkNow(detail).steps;
  const entries = detail.steps.filter((entry) => entry.walk === walk);
  const at = stepOf(detail.state);
  const lastEntered = template.findIndex(({ step }) => step === entries.at(-1)?.step);
  const current = at ? lastEntered : lastEntered + 1;
  return template.map(({ step, term }, i): Step => {
    const base = { key: step, name: STEP_NAMES[step] };
    const entry = entries.findLast((each) => each.step === step);
    if (entry && i < current) return { ...base, standing: 'done', ...doneWords(entry) };
    if (i === current && at) return { ...base, standing: 'now', ...nowWords(detail) };
    return { ...base, standing: 'later', isLate: false, words: isEnding(detail.state) ? '未办理' : termWords(term) };
  });
}

const STANDING_WORDS = { done: '已办', now: '正在办理', later: '未到' } as const;

/** The days to the decision run from the clue, from an appeal that was upheld, or from the beginning of clearing. */
function beganWords({ walkSince, openedOn }: CaseDetail, walk: Walk): string {
  if (walk === 'clearing') return `${walkSince} 发起`;
  return walkSince === openedOn ? `${openedOn} 立案` : `${walkSince} 重新核实`;
}

export function StepBar({ detail }: { detail: CaseDetail }) {
  const { totalDueOn } = detail;
  const walk = walkOf(detail);
  const { total } = walkNow(detail);
  return (
    <section className="sw-section sw-step-bar" aria-label={`${WALK_NAMES[walk]}流程`}>
      <div className="sw-job-line">
        <strong>{walk === 'clearing' ? '风险消除流程' : '识别认定流程'}</strong>
        <span className="sw-quiet">
          {totalDueOn
            ? `${beganWords(detail, walk)}，至审定限 ${termWords(total)}，${totalDueOn} 到期`
            : `${STATE_NAMES[detail.state]}（${detail.since} 起）`}
        </span>
      </div>
      <ol>
        {stepsOfCase(detail).map(({ key, name, standing, isLate, words }) => (
          <li
            key={key}
            className={`sw-step sw-step-${standing} ${isLate ? 'sw-step-late' : ''}`}
            {...(standing === 'now' ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="sw-step-name">{name}</span>
            <span className="sw-step-days" title={STANDING_WORDS[standing]}>
              {words}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
