import { Button } from 'antd';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { download } from '../../../../platform/web/downloads.ts';
import type { Dataset } from '../types.ts';

/** In a demonstration: a file with the usual faults, to see what becomes of them. */
export function TrialFiles({ datasets }: { datasets: Dataset[] }) {
  const showFailure = useShowFailure();
  return datasets.map(({ code, title, hasTrialFile }) =>
    hasTrialFile ? (
      <p key={code}>
        演示：
        <Button
          type="link"
          size="small"
          onClick={() => void download(`feeds/datasets/${code}/trial.csv`, {}, `${title}.csv`).catch(showFailure)}
        >
          下载一份有常见问题的{title}
        </Button>
        试一试：标题行、列名写法、证件号码缺位、金额和日期写法、重复行、合计行。
      </p>
    ) : null,
  );
}
