// Dragging by keyboard: arrow keys move what was picked up from one place to the next, whatever their sizes.

import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

type Rect = { left: number; top: number; width: number; height: number };

const across = ({ left, width }: Rect) => left + width / 2;
const down = ({ top, height }: Rect) => top + height / 2;

/** Where it goes next of the places in a row (`x`: left and right, the height stays) or in a column (`y`: up and down, over its middle). */
export function stepsAlong(axis: 'x' | 'y'): KeyboardCoordinateGetter {
  const [forward, back] = axis === 'x' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowDown', 'ArrowUp'];
  const middleOf = axis === 'x' ? across : down;
  return (event, { currentCoordinates: { x, y }, context: { droppableRects, collisionRect } }) => {
    if ((event.code !== forward && event.code !== back) || !collisionRect) return undefined;
    event.preventDefault();
    const middle = middleOf(collisionRect);
    const places = [...droppableRects.values()].sort((a, b) => middleOf(a) - middleOf(b));
    const next =
      event.code === forward
        ? places.find((rect) => middleOf(rect) > middle + 2)
        : places.findLast((rect) => middleOf(rect) < middle - 2);
    if (!next) return { x, y };
    const moved = x + across(next) - across(collisionRect);
    return axis === 'x' ? { x: moved, y } : { x: moved, y: y + down(next) - down(collisionRect) };
  };
}
