// The door of the slice's pages: a statement begun, and one written and looked at with its figures.

import type { AnyRoute } from '@tanstack/react-router';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Section } from '../../../platform/web/detail-page.tsx';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { RegisterParts } from '../../../platform/web/registers/registers.tsx';

export const registerParts: RegisterParts = {
  RowSection: ({ register, row: { countyCode, id } }) =>
    register.code === 'statements' ? (
      <Section title="正文和数">
        <Link to={`/statements/${countyCode}/${id}`}>
          <Button type="primary">打开正文</Button>
        </Link>
      </Section>
    ) : null,
};

export const routes: AnyRoute[] = [
  framePage({
    path: '/statements',
    menu: {
      ...{
        title: '起草发布稿',
        area: '督查指标',
        entry: '发布稿与报告',
        tab: '起草发布稿',
        operation: 'statements.draft',
      },
      words: ['发布会', '讲话稿', '新闻稿'],
    },
    help: () => import('./help.ts').then((help) => help.draft),
    load: () => import('./pages/draft.tsx').then((page) => page.DraftPage),
  }),
  framePage({
    path: '/statements/conference',
    menu: {
      ...{
        title: '联席会议材料',
        area: '督查指标',
        entry: '发布稿与报告',
        tab: '联席会议材料',
        operation: 'statements.draft',
      },
      words: ['季度材料', '厅际联席会议', '调度会', '季度汇报'],
    },
    help: () => import('./help.ts').then((help) => help.conference),
    load: () => import('./pages/conference.tsx').then((page) => page.ConferencePage),
  }),
  framePage({
    path: '/statements/$county/$id',
    help: () => import('./help.ts').then((help) => help.statement),
    load: () => import('./pages/statement.tsx').then((page) => page.StatementPage),
  }),
];
