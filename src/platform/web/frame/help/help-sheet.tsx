// A sheet beside the page: what it is for, its rules and words, and the keys that help everywhere.

import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useMatches } from '@tanstack/react-router';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Empty, Failed, Loading } from '../../states.tsx';
import { pageAt } from '../menu.ts';
import { areaOnly, useMenu } from '../menu-context.tsx';
import type { PageHelp } from './page-help.ts';
import './help.css';

/** The page's own help; of a page that has none, that of the list above it. */
function useHelpOfPage() {
  const { pathname } = useLocation();
  const { pages } = useMenu();
  const own = useMatches({ select: (matches) => matches.at(-1)?.staticData.declared?.help });
  const above = pageAt(pages, pathname);
  const load = own ?? above?.help;
  const help = useQuery({
    queryKey: ['page-help', pathname],
    queryFn: async () => (await load?.(pathname)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { title: above?.title ?? '本页', help };
}

export function HelpSheet({ onClose }: { onClose: () => void }) {
  const { title, help } = useHelpOfPage();
  return (
    <Drawer open size={400} title={`${title}：说明`} onClose={onClose}>
      {help.isPending ? <Loading rows={6} /> : null}
      {help.isError ? <Failed error={help.error} onRetry={() => void help.refetch()} /> : null}
      {help.data === null ? <Empty what="本页没有说明" /> : null}
      {help.data ? <Told help={help.data} /> : null}
      <Part title="键盘操作">
        <dl className="sw-keys">
          {KEYS.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <p className="sw-help-part">
        <Link to="/registers" search={areaOnly} onClick={onClose}>
          全部页面
        </Link>
      </p>
    </Drawer>
  );
}

function Told({ help: { purpose, rules, words } }: { help: PageHelp }) {
  return (
    <>
      <p>{purpose}</p>
      {rules.length > 0 ? (
        <Part title="规则">
          <ul className="sw-help-rules">
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </Part>
      ) : null}
      {words.length > 0 ? (
        <Part title="用语">
          <dl className="sw-help-words">
            {words.map(([word, meaning]) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Part>
      ) : null}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="sw-help-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

const KEYS: [string, string][] = [
  ['/', '跳到搜索框'],
  ['j / k', '列表下一行 / 上一行'],
  ['Enter', '打开当前行'],
  ['x', '选中或取消当前行'],
  ['Ctrl+C', '复制所选的行，可粘贴到 Excel'],
  ['?', '显示本说明'],
  ['Esc', '关闭窗口'],
];
