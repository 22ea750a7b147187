// Packs that were made, in the register of statements, where they are listed, filtered and exported.

import { Link } from '@tanstack/react-router';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { narrowedTo } from '../../../../platform/web/registers/register-filters.ts';

export function PacksMade() {
  return (
    <Section title="已生成的材料">
      <p>
        <Link
          to="/registers/$code"
          params={{ code: 'statements' }}
          search={narrowedTo({ kind: 'conference' }) as never}
        >
          在发布稿台账里查看联席会议材料
        </Link>
        <span className="sw-quiet">　送审以后可取 Word、PDF 和工作簿；审定以后不再变化。</span>
      </p>
    </Section>
  );
}
