// A part of a tab: a heading and what stands under it, without a box of its own inside the box of the tabs.

import type { ReactNode } from 'react';

export function TabPart({ title, extra, children }: { title: ReactNode; extra?: ReactNode; children: ReactNode }) {
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
