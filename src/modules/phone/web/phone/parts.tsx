// The parts all screens are made of: a head with the way back, the strip that tells the truth, lists, buttons.

import { type ReactNode, useEffect, useRef } from 'react';
import { type Strip, stripOf } from '../../../../kernel/field/strip.ts';
import { addressOf } from './addresses.ts';
import { usePhoneState } from './context.ts';
import { filesLeft } from './store/state.ts';
import { clockTime } from './words.ts';

export function useStrip(): Strip {
  const state = usePhoneState();
  const { items, online, sync } = state;
  return stripOf({
    ...{ online, items, sending: sync.sending, signedOut: sync.signedOut, isUnreachable: sync.isUnreachable },
    filesLeft: filesLeft(state).length,
    allStoredAt: sync.allStoredAt && clockTime(sync.allStoredAt),
  });
}

/** On every screen; a touch opens the outbox. */
export function StripLink() {
  const { tone, text } = useStrip();
  return (
    <a className={`f-strip f-strip-${tone}`} href={addressOf('outbox')}>
      <span role="status">{text}</span>
      <span aria-hidden="true">›</span>
    </a>
  );
}

type ScreenProps = { title: string; back?: string; children: ReactNode; tabs?: ReactNode };

export function Screen({ title, back, children, tabs }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · 守望外业`;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [title]);
  return (
    <>
      <header className="f-head">
        {back ? (
          <a className="f-back" href={back} aria-label="返回">
            ‹
          </a>
        ) : null}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </header>
      <StripLink />
      <main className={tabs ? 'f-main f-main-tabs' : 'f-main'}>{children}</main>
      {tabs}
    </>
  );
}

export function Alert({ children }: { children: string | undefined }) {
  return children ? (
    <p className="f-alert" role="alert">
      {children}
    </p>
  ) : null;
}

export function Nothing({ children }: { children: ReactNode }) {
  return <p className="f-nothing">{children}</p>;
}

type RowLinkProps = { href: string; title: ReactNode; note?: ReactNode; mark?: ReactNode };

export function RowLink({ href, title, note, mark }: RowLinkProps) {
  return (
    <li>
      <a className="f-row" href={href}>
        <span className="f-row-body">
          <b>{title}</b>
          {note ? <span className="f-quiet">{note}</span> : null}
        </span>
        {mark}
        <span aria-hidden="true">›</span>
      </a>
    </li>
  );
}

export type Tone = 'red' | 'orange' | 'green' | 'plain';

export function Mark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`f-mark f-mark-${tone}`}>{children}</span>;
}

export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="f-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
