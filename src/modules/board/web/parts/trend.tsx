// The line of a number over the ends of months. Months without a number leave a gap.

type Point = { day: string; kept?: { shown: string; number?: number | undefined } | undefined };

const WIDTH = 220;
const HEIGHT = 36;
const EDGE = 3;

/** Runs of months that have a number, each as the points of a line. */
function runsOf(points: readonly Point[]): string[] {
  const numbers = points.flatMap(({ kept }) => kept?.number ?? []);
  const low = Math.min(...numbers);
  const span = Math.max(...numbers) - low || 1;
  const runs: string[][] = [[]];
  for (const [i, { kept }] of points.entries()) {
    if (kept?.number === undefined) {
      runs.push([]);
      continue;
    }
    const x = EDGE + (i / Math.max(points.length - 1, 1)) * (WIDTH - 2 * EDGE);
    const y = HEIGHT - EDGE - ((kept.number - low) / span) * (HEIGHT - 2 * EDGE);
    runs.at(-1)?.push(`${x.toFixed(1)},${y.toFixed(1)}`);
  }
  return runs.filter((run) => run.length > 1).map((run) => run.join(' '));
}

export function Trend({ name, points }: { name: string; points: readonly Point[] }) {
  const runs = runsOf(points);
  const known = points.filter(({ kept }) => kept?.number !== undefined);
  const [first, last] = [known[0], known.at(-1)];
  if (runs.length === 0 || !first || !last) return <span className="sw-board-trend" />;
  const label = `${name}走势：${first.day} ${first.kept?.shown}，${last.day} ${last.kept?.shown}`;
  return (
    <svg
      className="sw-board-trend"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {runs.map((run) => (
        <polyline key={run} points={run} />
      ))}
    </svg>
  );
}
