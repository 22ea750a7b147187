import type { ReactNode } from 'react';

type BlockProps = { title: ReactNode; extra?: ReactNode; className?: string; children: ReactNode };

/** A titled part inside a card or a tab, where another card would be one too many. */
export function Block({ title, extra, className = 'sw-part', children }: BlockProps) {
  return (
    <section className={className}>
      <div className="sw-section-title">
        <h2>{title}</h2>
        <span className="sw-grow" />
        {extra}
      </div>
      {children}
    </section>
  );
}
