// The tabs of a detail page.

import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';

export type DetailTab = { key: string; label: string; count?: number | undefined; content: ReactNode };

/** The open tab is part of the address (`tab`). */
export function DetailTabs({ tabs }: { tabs: DetailTab[] }) {
  const search: { tab?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = tabs.some((tab) => tab.key === search.tab) ? search.tab : tabs[0]?.key;
  return (
    <Tabs
      className="sw-tabs"
      destroyOnHidden
      {...(open ? { activeKey: open } : {})}
      onChange={(tab) => void navigate({ to: '.', search: (old: object) => ({ ...old, tab }), replace: true })}
      items={tabs.map(({ key, label, count, content }) => ({
        key,
        label: count === undefined ? label : `${label} ${count}`,
        children: content,
      }))}
    />
  );
}
