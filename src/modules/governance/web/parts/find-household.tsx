// Finding a household at the counter: by name, by pinyin initials, by number.

import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Empty, Failed } from '../../../../platform/web/states.tsx';
import { households } from '../../../households/web/api.ts';

type Found = { countyCode: number; householdId: number };

export function FindHousehold({ onFound }: { onFound: (household: string) => void }) {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    ...households.query.search.queryOptions({ input: { text: asked, limit: 20 } }),
    enabled: asked.length > 0,
    retry: false,
  });
  // A person found is a household here, once.
  const known = new Map((found.data?.items ?? []).map((hit) => [`${hit.countyCode}-${hit.householdId}`, hit] as const));
  const keyOf = ({ countyCode, householdId }: Found) => `${countyCode}-${householdId}`;
  return (
    <section className="governance-find">
      <Input
        aria-label="查找农牧户"
        size="large"
        placeholder="姓名、拼音首字母或户编号"
        value={text}
        onChange={({ target }) => setText(target.value)}
        allowClear
        autoFocus
      />
      {found.isError && asked ? <Failed error={found.error} onRetry={() => void found.refetch()} /> : null}
      {asked && found.data && known.size === 0 ? <Empty what="没有找到这一户" hint="换一个姓名或户编号再试。" /> : null}
      <ul className="governance-hits">
        {[...known.values()].map((hit) => (
          <li key={keyOf(hit)}>
            <button type="button" onClick={() => onFound(keyOf(hit))}>
              <strong>{hit.headName}户</strong>
              <span>
                {hit.villageName} · {hit.memberCount} 人
                {hit.personName && hit.personName !== hit.headName ? ` · ${hit.personName}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
