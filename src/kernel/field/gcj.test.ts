import { expect, test } from 'vitest';
import { placeWords, toGcj } from './gcj.ts';

// Pairs that are published with the formula: measured, and as maps show it.
test.each([
  [121.5272106, 31.1774276, 121.531541859215, 31.17530398364597],
  [113.912316, 22.543847, 113.9171764808363, 22.540796131694766],
  [116.377817, 39.911954, 116.38404722455657, 39.91334545536069],
])('%d, %d lies on the map at %d, %d', (longitude, latitude, east, north) => {
  const shown = toGcj({ longitude, latitude });
  expect(shown.longitude).toBeCloseTo(east, 7);
  expect(shown.latitude).toBeCloseTo(north, 7);
});

test('a place is told to a metre, and as what it is', () => {
  expect(placeWords({ longitude: 116.377817, latitude: 39.911954 })).toBe('东经 116.38405，北纬 39.91335（地图坐标）');
});
