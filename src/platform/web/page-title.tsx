// The first line of every page: what it is, in which state, and what may be done here now.

import type { ReactNode } from 'react';

export type PageTitleProps = { title: ReactNode; tag?: ReactNode; note?: ReactNode; actions?: ReactNode };

export function PageTitle({ title, tag, note, actions }: PageTitleProps) {
  return (
    <header className="sw-title">
      <h1>{title}</h1>
      {tag}
      {note ? <span className="sw-quiet">{note}</span> : null}
      <span className="sw-grow" />
      {actions ? <div className="sw-actions">{actions}</div> : null}
    </header>
  );
}
