import type { ReactNode } from 'react';

type BlockProps = { title: ReactNode; extra?: ReactNode; children: ReactNode };

/** A titled part inside a card, where another card would be one too many. */
export function Block({ title, extra, children }: BlockProps) {
  return (
    <section className="sw-part">
      <div className="sw-section-title">
        <h2>{title}</h2>
        <span className="sw-grow" />
        {extra}
      </div>
      {children}
    </section>
  );
}
