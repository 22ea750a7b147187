// 全部页面: all pages this account may open, by area of work and entry; registers also by what their columns are called.

import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import * as z from 'zod';
import { addressSchema, useAddress } from '../addresses.ts';
import { Section } from '../detail-page.tsx';
import type { MenuPage } from '../frame/menu.ts';
import { areaOnly, useMenu } from '../frame/menu-context.tsx';
import { pagesLike } from '../frame/search/find-pages.ts';
import { FilterBar } from '../list/list-filters.tsx';
import { formatCount } from '../numbers.ts';
import { PageTitle } from '../page-title.tsx';
import { Empty } from '../states.tsx';
import { useMay } from '../viewer.tsx';
import { columnTitles, useRegisters } from './registers.tsx';

export const registersSearch = addressSchema({ text: z.string().max(60) });

/** Pages as the search box finds them, but all of them and in the order of the menu. */
function useFound(text: string): MenuPage[] {
  const { catalogue } = useRegisters();
  const { pages } = useMenu();
  if (text.trim() === '') return pages;
  const found = new Set(pagesLike(pages, columnTitles(catalogue), text));
  return pages.filter((page) => found.has(page));
}

export function RegistersPage() {
  const { search, change } = useAddress(registersSearch);
  const mayImport = useMay('registers.preview-import');
  const found = useFound(search.text ?? '');
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
