// The frame of what stands before the work: sign-in, PIN, what cannot be done.

import { type ReactNode, useEffect } from 'react';

export function Gate({ title, children }: { title: string; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 守望外业`;
  }, [title]);
  return (
    <>
      <header className="f-head">
        <span className="f-brand">守望外业</span>
      </header>
      <main className="f-main">
        <h1 className="f-gate-title">{title}</h1>
        {children}
      </main>
    </>
  );
}

export function GateAlert({ children }: { children: string | undefined }) {
  return children ? (
    <p className="f-alert" role="alert">
      {children}
    </p>
  ) : null;
}
