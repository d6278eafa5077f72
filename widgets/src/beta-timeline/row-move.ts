/** Where a key leads from the row at a place, given when each row's beta app starts; undefined if nowhere. */
export function rowMove(key: string, at: number, starts: readonly string[]): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return inside(at + 1, starts);
    case 'ArrowUp':
      return inside(at - 1, starts);
    case 'Home':
      return inside(0, starts);
    case 'End':
      return inside(starts.length - 1, starts);
    case 'ArrowRight':
      return inTime(at, starts, 1);
    case 'ArrowLeft':
      return inTime(at, starts, -1);
    default:
      return undefined;
  }
}

const inside = (place: number, { length }: readonly string[]): number | undefined =>
  place >= 0 && place < length ? place : undefined;

/** The row whose beta app starts next; of those that start on one day the upper one comes first. */
function inTime(at: number, starts: readonly string[], by: 1 | -1): number | undefined {
  const order = [...starts.keys()].sort((one, other) => {
    const [first = '', second = ''] = [starts[one], starts[other]];
    return first === second ? one - other : first < second ? -1 : 1;
  });
  return order[order.indexOf(at) + by];
}
