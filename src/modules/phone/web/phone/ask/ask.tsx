// The questions of a form, one screen after the other, and a last look at all answers before they are confirmed. Back loses nothing:
// every answer is kept as it is given.

import { useEffect, useRef, useState } from 'react';
import {
  type Answers,
  answerWords,
  askedOf,
  faultOf,
  pagesOf,
  type Question,
} from '../../../../field/domain/questions.ts';
import { goInstead } from '../addresses.ts';
import { faultOfInput } from '../forms/operations.ts';
import type { PhoneForm } from '../forms/phone-form.ts';
import { Alert, Screen } from '../parts.tsx';
import { whyNotKept } from '../store/new-file.ts';
import { Control } from './controls.tsx';

type AskProps = {
  form: PhoneForm;
  begun: { answers: Answers; at: number } | undefined;
  back: string;
  keep: (answers: Answers, at: number) => Promise<void>;
  discard: () => Promise<void>;
  confirm: (answers: Answers) => Promise<void>;
};

type Faults = Readonly<Record<string, string>>;
const KEEP_AFTER_MS = 500;
const NOT_KEPT = '没有保存成功，请再试一次。';

/** Keeps what is typed a moment after the last key, and at once when the page goes out of sight. */
function useKeeping(
  keep: AskProps['keep'],
  answers: Answers,
  at: number,
  isTouched: boolean,
  onFailed: (why: string) => void,
) {
  const latest = useRef({ keep, answers, at, isTouched });
  latest.current = { keep, answers, at, isTouched };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer and step is kept
  useEffect(() => {
    if (!isTouched) return;
    const go = () => {
      const now = latest.current;
      if (now.isTouched) now.keep(now.answers, now.at).catch((error: unknown) => onFailed(whyNotKept(error, NOT_KEPT)));
    };
    const timer = window.setTimeout(go, KEEP_AFTER_MS);
    const away = () => document.visibilityState === 'hidden' && go();
    document.addEventListener('visibilitychange', away);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', away);
    };
  }, [answers, at, isTouched]);
  return latest;
}

export function Ask({ form, begun, back, keep, discard, confirm }: AskProps) {
  const [answers, setAnswers] = useState<Answers>(() => ({ ...form.initial, ...begun?.answers }));
  const [at, setAt] = useState(begun?.at ?? 0);
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isTouched, setTouched] = useState(false);
  const pages = pagesOf(form.questions, answers);
  const page = pages[Math.min(at, pages.length)];
  useKeeping(keep, answers, at, isTouched, setProblem);

  function answer(name: string, value: unknown) {
    setAnswers((now) => ({ ...now, [name]: value }));
    setFaults(({ [name]: _gone, ...others }) => others);
    setTouched(true);
  }

  async function step(to: number) {
    setProblem(undefined);
    const found = to > at && page ? faultsOf(page.questions, answers) : {};
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    // On the disk before the next question is asked.
    await keep(answers, to).catch((error: unknown) => setProblem(whyNotKept(error, NOT_KEPT)));
    setAt(to);
    window.scrollTo(0, 0);
  }

  async function finish() {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    setTouched(false);
    const fault = form.toItems(answers).map((item) => faultOfInput(item.operation, item.input))[0];
    const refused = fault ? sentenceOfFault(form.questions, fault) : form.refuse?.(answers);
    try {
      if (refused) setProblem(refused);
      else await confirm(answers);
    } catch (error) {
      setProblem(whyNotKept(error, NOT_KEPT));
    }
    setBusy(false);
  }

  async function giveUp() {
    setTouched(false);
    await discard();
    goInstead(back);
  }

  const total = pages.length + 1;
  return (
    <Screen title={[form.title, form.about].filter(Boolean).join(' ')} back={back}>
      <p className="f-step">
        第 {Math.min(at, pages.length) + 1} 步，共 {total} 步
        <span className="f-bar" aria-hidden="true">
          <span style={{ width: `${(100 * (Math.min(at, pages.length) + 1)) / total}%` }} />
        </span>
      </p>
      {page ? (
        <>
          <h2 className="f-question">{page.title}</h2>
          {page.questions.map((question) => (
            <Control
              key={question.name}
              question={question}
              value={answers[question.name]}
              isAlone={page.questions.length === 1}
              fault={faults[question.name]}
              onChange={(value) => answer(question.name, value)}
            />
          ))}
        </>
      ) : (
        <Review questions={form.questions} answers={answers} onGo={(name) => void step(indexOf(pages, name))} />
      )}
      <Alert>{problem}</Alert>
      <div className="f-foot">
        {at > 0 ? (
          <button type="button" className="f-button f-button-plain" onClick={() => void step(at - 1)}>
            上一步
          </button>
        ) : (
          <button type="button" className="f-button f-button-plain" onClick={() => void giveUp()}>
            不填了
          </button>
        )}
        {page ? (
          <button type="button" className="f-button" onClick={() => void step(at + 1)}>
            下一步
          </button>
        ) : (
          <button type="button" className="f-button" aria-disabled={isBusy} onClick={() => void finish()}>
            {isBusy ? '正在保存…' : '确认保存'}
          </button>
        )}
      </div>
    </Screen>
  );
}

function indexOf(pages: ReturnType<typeof pagesOf>, name: string): number {
  return Math.max(
    0,
    pages.findIndex(({ questions }) => questions.some((question) => question.name === name)),
  );
}

function faultsOf(questions: readonly Question[], answers: Answers): Faults {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const fault = faultOf(question, answers);
      return fault ? [[question.name, fault]] : [];
    }),
  );
}

function sentenceOfFault(questions: readonly Question[], { path, message }: { path: string; message: string }): string {
  const name = path.split('.').pop() ?? '';
  const question = questions.find((each) => each.name === name || each.name.endsWith(`.${name}`));
  return question ? `${question.title}：${message}` : message;
}

type ReviewProps = { questions: readonly Question[]; answers: Answers; onGo: (name: string) => void };

function Review({ questions, answers, onGo }: ReviewProps) {
  return (
    <>
      <h2 className="f-question">请核对</h2>
      <dl className="f-facts">
        {askedOf(questions, answers).map((question) => (
          <div key={question.name}>
            <dt>{question.title}</dt>
            <dd>
              <button type="button" className="f-link" onClick={() => onGo(question.name)}>
                {answerWords(question, answers) ?? '没有填'}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <p className="f-quiet">保存后放在手机上，有网络时自动上传。</p>
    </>
  );
}
