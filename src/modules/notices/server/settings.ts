// How long notices hang: days by kind, region and day, of every notice that a register defines.

import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import { noticeCode } from '../../../kernel/register/notices/notice.ts';
import { openNumberSettings } from '../../regions/server/index.ts';
import '../domain/problems.ts';

export function noticeSettings({ registers }: Catalogue) {
  return openNumberSettings({
    table: 'notice_settings',
    settings: registers.flatMap(({ code, title, notices = [] }) =>
      notices.map((notice) => ({
        ...{ key: noticeCode(code, notice.kind), title: `${title}：${notice.title}`, fallback: notice.days },
      })),
    ),
    change: {
      operation: 'notices.save-setting',
      subjectKind: 'notice-setting',
      problems: { area: 'notices.setting-needs-area', past: 'notices.setting-past' },
    },
  });
}
