// Positions as maps of this country show them. What is kept is what a phone measures (WGS-84); official and commercial maps are drawn in
// GCJ-02, which lies up to some 700 metres beside it. The formula is the one that is publicly known; no well-kept library does less than
// whole map projections.

/** Degrees. */
export type Position = { longitude: number; latitude: number };

/** Semi-major axis in metres and squared eccentricity of the ellipsoid of Krasovsky 1940. */
const AXIS = 6_378_245;
const ECCENTRICITY = 0.006_693_421_622_965_943;

const sines = (base: number, steps: readonly (readonly [number, number])[]) =>
  steps.reduce((sum, [weight, times]) => sum + weight * Math.sin(base * Math.PI * times), 0) * (2 / 3);

/** Metres-like offsets to the north and to the east of a point, `x` and `y` degrees from 105° E, 35° N. */
function offsets(x: number, y: number): { north: number; east: number } {
  const waves = sines(x, [
    [20, 6],
    [20, 2],
  ]);
  const root = Math.sqrt(Math.abs(x));
  const north = sines(y, [
    [20, 1],
    [40, 1 / 3],
    [160, 1 / 12],
    [320, 1 / 30],
  ]);
  const east = sines(x, [
    [20, 1],
    [40, 1 / 3],
    [150, 1 / 12],
    [300, 1 / 30],
  ]);
  return {
    north: -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + waves + north,
    east: 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + waves + east,
  };
}

/** GCJ-02 of a WGS-84 position in this country. */
export function toGcj({ longitude, latitude }: Position): Position {
  const { north, east } = offsets(longitude - 105, latitude - 35);
  const angle = (latitude / 180) * Math.PI;
  const magic = 1 - ECCENTRICITY * Math.sin(angle) ** 2;
  const perDegree = 180 / Math.PI;
  return {
    longitude: longitude + (east * perDegree) / ((AXIS / Math.sqrt(magic)) * Math.cos(angle)),
    latitude: latitude + (north * perDegree) / ((AXIS * (1 - ECCENTRICITY)) / (magic * Math.sqrt(magic))),
  };
}

/** Five places are a metre. */
export function placeWords(measured: Position): string {
  const { longitude, latitude } = toGcj(measured);
  return `东经 ${longitude.toFixed(5)}，北纬 ${latitude.toFixed(5)}（地图坐标）`;
}
