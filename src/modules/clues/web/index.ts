// The door of the slice's pages.

import type { AnyRoute } from '@tanstack/react-router';
import { createElement } from 'react';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { CluesParts } from './sections.ts';

export type { CaseOfClues, ClueSection } from './sections.ts';
export type { ClueItem } from './types.ts';

export function clueRoutes(parts: CluesParts): AnyRoute[] {
  return [
    framePage({
      path: '/clues',
      menu: {
        title: '线索',
        area: '监测帮扶',
        entry: '线索',
        tab: '列表',
        operation: 'clues.list',
        words: ['有困难', '房子', '漏水', '漏雨', '生病', '辍学', '吃水', '排查', '上报困难'],
      },
      help: () => import('./help.ts').then((help) => help.clues),
      load: () => import('./pages/clues.tsx').then((page) => () => createElement(page.CluesPage, parts)),
    }),
  ];
}
