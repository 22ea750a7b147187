// A part of a tab: a heading and what stands under it, without a box inside the box of the tabs.

import type { ReactNode } from 'react';

export function CasePart({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="sw-part sw-case-part">
      <div className="sw-section-title">
        <h2>{title}</h2>
      </div>
      {children}
    </section>
  );
}
