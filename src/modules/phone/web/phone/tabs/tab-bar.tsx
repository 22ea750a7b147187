// The four tabs, within reach of a thumb.

import { addressOf } from '../addresses.ts';

const TABS = [
  ['today', '今日', 'M4 5h16v15H4zM4 9h16M8 3v4M16 3v4'],
  ['households', '农户', 'M3 11l9-7 9 7M5 10v10h14V10M10 20v-6h4v6'],
  ['collect', '采集', 'M12 5v14M5 12h14'],
  ['mine', '我的', 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 4-6 8-6s8 2 8 6'],
] as const;

export type Tab = (typeof TABS)[number][0];

export function TabBar({ current }: { current: Tab }) {
  return (
    <nav className="f-tabs" aria-label="主菜单">
      {TABS.map(([tab, title, path]) => (
        <a key={tab} href={addressOf(tab)} aria-current={tab === current ? 'page' : undefined}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={path} />
          </svg>
          {title}
        </a>
      ))}
    </nav>
  );
}
