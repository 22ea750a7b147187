import type { ReactNode } from 'react';

/** A calm box in the middle of an empty page. */
export function BarePage({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <main className="sw-bare">
      <div className="sw-bare-box">
        <h1>{title}</h1>
        <p className="sw-quiet">{note}</p>
        {children}
      </div>
    </main>
  );
}
