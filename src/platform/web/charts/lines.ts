// Lines, apart from the other charts: the home page draws bars and maps alone.

import { LineChart } from 'echarts/charts';
import { use } from 'echarts/core';

export function addLines(): void {
  use([LineChart]);
}
