// What a department is asked and has not answered yet, on its desk.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { inquiries } from '../api.ts';
import { INQUIRY_COLUMNS, inquiryPath } from './inquiry-columns.tsx';

const SHOWN = 8;
const COLUMNS = INQUIRY_COLUMNS.filter(({ key }) => key !== 'department' && key !== 'sentAt');

/** A county's own worklist tells it what its cases wait for. */
export function HomeInquiries() {
  const isCounty = useMay('inquiries.record');
  return isCounty ? null : <Waiting />;
}

function Waiting() {
  const navigate = useNavigate();
  const { code: area } = useArea();
  const query = useQuery(inquiries.query.list.queryOptions({ input: { area, state: 'waiting', limit: SHOWN } }));
  return (
    <Section title="等待回复的协查" extra={<Link to="/inquiries">全部协查单</Link>}>
      {query.isPending ? <Loading rows={2} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <SmallTable
          label="等待回复的协查"
          columns={COLUMNS}
          rows={query.data.items}
          rowKey={({ id }) => id}
          onOpen={(row) => void navigate({ to: inquiryPath(row) })}
          none="没有等待回复的协查"
        />
      ) : null}
    </Section>
  );
}
