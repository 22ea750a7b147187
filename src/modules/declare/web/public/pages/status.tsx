import { type FormEvent, useState } from 'react';
import { STAGES_OF_DECLARATION } from '../../../domain/progress.ts';
import { HOTLINE } from '../../../domain/words.ts';
import { send, sentenceOf } from '../call.ts';
import { Field } from '../parts/field.tsx';
import { Alert, Page } from '../parts/frame.tsx';
import { chineseDay } from '../parts/words.ts';
import type { Status } from '../types.ts';

export function StatusPage({ receipt: known }: { receipt: string }) {
  const [receipt, setReceipt] = useState(known);
  const [phoneTail, setPhoneTail] = useState('');
  const [status, setStatus] = useState<Status>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function look(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setStatus(undefined);
    setProblem('');
    if (receipt.trim() === '' || !/^\d{4}$/.test(phoneTail.trim()))
      return setProblem('请填写回执号，和申报时所留电话的后 4 位数字。');
    setBusy(true);
    try {
      setStatus(await send<Status>('/declare/status', { receipt, phoneTail }));
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(false);
  }

  return (
    <Page title="查询进度">
      <form onSubmit={look} noValidate>
        <Field
          label="回执号"
          hint="申报后显示的 15 位数字和字母"
          value={receipt}
          onChange={setReceipt}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={30}
        />
        <Field
          label="电话后 4 位"
          value={phoneTail}
          onChange={setPhoneTail}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
        />
        <Alert>{problem}</Alert>
        <div className="d-actions">
          <button type="submit" className="d-button" aria-disabled={busy}>
            {busy ? '正在查询…' : '查询'}
          </button>
        </div>
      </form>
      <div role="status">{status ? <Standing status={status} /> : null}</div>
      <div className="d-actions">
        <a className="d-button d-button-plain" href="#start">
          返回
        </a>
      </div>
    </Page>
  );
}

function Standing({ status }: { status: Status }) {
  const { stage, title, text, next, villageName, receivedOn, since, by } = status;
  return (
    <section className="d-card">
      <h2>{title}</h2>
      <p className="d-hint">
        {villageName} · {chineseDay(receivedOn)}收到
        {since ? ` · ${chineseDay(since)}进入这一步` : ''}
      </p>
      <ol className="d-stages">
        {STAGES_OF_DECLARATION.map((name, i) => (
          <li
            key={name}
            className={i <= stage ? 'd-stage-reached' : ''}
            aria-current={i === stage ? 'step' : undefined}
          >
            {name}
          </li>
        ))}
      </ol>
      <p>{text}</p>
      <p>
        <b>下一步：</b>
        {next}
      </p>
      {by ? (
        <p>
          <b>最晚 {chineseDay(by)}</b> 办完这一步。过了这天没有消息，请拨打 <a href={`tel:${HOTLINE}`}>{HOTLINE}</a>。
        </p>
      ) : null}
    </section>
  );
}
