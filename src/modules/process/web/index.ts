// The door of the slice's pages: settings of the process.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { NavItem } from '../../../platform/web/frame/shell.tsx';
import { calendarSearch, templateEditorSearch } from './searches.ts';

export const navigation: NavItem[] = [
  { group: 'system', title: '流程模板', path: '/process/templates', operation: 'process.templates' },
  { group: 'system', title: '节假日', path: '/process/calendar', operation: 'process.calendar' },
];

export const routes: AnyRoute[] = [
  framePage({
    path: '/process/templates',
    load: () => import('./pages/templates.tsx').then((page) => page.TemplatesPage),
  }),
  framePage({
    path: '/process/templates/edit',
    search: templateEditorSearch,
    load: () => import('./pages/template-editor.tsx').then((page) => page.TemplateEditorPage),
  }),
  framePage({
    path: '/process/calendar',
    search: calendarSearch,
    load: () => import('./pages/calendar.tsx').then((page) => page.CalendarPage),
  }),
];
