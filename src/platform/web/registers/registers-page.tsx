// 全部页面: all pages this account may open, by area of work and entry; registers also by what their columns are called.

import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import * as z from 'zod';
import { addressSchema, useAddress } from '../addresses.ts';
import { Section } from '../detail-page.tsx';
import type { MenuPage } from '../frame/menu.ts';
import { areaOnly, useMenu } from '../frame/menu-context.tsx';
import { FilterBar } from '../list/list-filters.tsx';
import { formatCount } from '../numbers.ts';
import { PageTitle } from '../page-title.tsx';
import { Empty } from '../states.tsx';
import { useMay } from '../viewer.tsx';
import { useRegisters } from './registers.tsx';

export const registersSearch = addressSchema({ text: z.string().max(60) });

/** Whether a page has these letters in its names, or in those of a column of its register. */
function useHas(): (page: MenuPage, text: string) => boolean {
  const { catalogue } = useRegisters();
  return ({ path, title, area, entry, tab = '', words = [] }, text) => {
    const fields = catalogue.find(path.replace('/registers/', ''))?.fields ?? {};
    const names = [title, area, entry, tab, ...words, ...Object.values(fields).map((field) => field.title)];
    return names.some((name) => name.toLowerCase().includes(text.toLowerCase()));
  };
}

export function RegistersPage() {
  const { pages } = useMenu();
  const { search, change } = useAddress(registersSearch);
  const has = useHas();
  const mayImport = useMay('registers.preview-import');
  const found = pages.filter((page) => has(page, search.text ?? ''));
  return (
    <div className="sw-page">
      <PageTitle
        title="全部页面"
        note={`共 ${formatCount(found.length)} 个`}
        actions={
          mayImport ? (
            <Link to="/registers/import" search={{ step: 'new' } as object}>
              <Button type="primary">导入文件</Button>
            </Link>
          ) : null
        }
      />
      <FilterBar
        filters={[{ kind: 'text', key: 'text', label: '查找', placeholder: '页面、台账、列名' }]}
        values={search}
        onChange={change}
      />
      {found.length === 0 ? <Empty what="没有符合条件的页面" /> : null}
      {[...Map.groupBy(found, ({ area }) => area)].map(([area, own]) => (
        <Section key={area} title={area}>
          <ul className="sw-register-list">
            {own.map(({ path, title, entry }) => (
              <li key={path}>
                <Link to={path} search={areaOnly}>
                  {title}
                </Link>
                {entry === title ? null : <span className="sw-quiet">{entry}</span>}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}
