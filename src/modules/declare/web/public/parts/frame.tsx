// The head of every page: where one is, and the way back. The title takes the focus, so that a reader of the screen hears it.

import { type ReactNode, useEffect, useRef } from 'react';
import { HOTLINE } from '../../../domain/words.ts';

type Step = { step: number; of: number };

export function Page({ title, step, children }: { title: string; step?: Step; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · 农牧户自主申报`;
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, [title]);
  return (
    <>
      <header className="d-head">
        <span className="d-brand">农牧户自主申报</span>
        <a className="d-head-link" href={`tel:${HOTLINE}`}>
          电话 {HOTLINE}
        </a>
      </header>
      <main className="d-main">
        {step ? (
          <p className="d-step">
            第 {step.step} 步，共 {step.of} 步
            <span className="d-bar" aria-hidden="true">
              <span style={{ width: `${(100 * step.step) / step.of}%` }} />
            </span>
          </p>
        ) : null}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </>
  );
}

/** What is wrong, read out at once. */
export function Alert({ children }: { children: string }) {
  return children === '' ? null : (
    <p className="d-alert" role="alert">
      {children}
    </p>
  );
}

export function DataNote() {
  return (
    <section className="d-note" aria-label="您填的内容怎么用">
      <h2>您填的内容怎么用</h2>
      <ul>
        <li>
          <b>谁能看到：</b>您所在嘎查村、苏木乡镇、旗县负责监测帮扶的工作人员。查看电话号码要写明原因，并留下记录。
        </li>
        <li>
          <b>用来做什么：</b>只用来核实您家的困难、安排帮扶。
        </li>
        <li>
          <b>不公开：</b>
          您填的内容、电话和照片不公布。经核实要纳入监测时，村里会按规定公示户主姓名等，不公示病情和电话。
        </li>
      </ul>
    </section>
  );
}
