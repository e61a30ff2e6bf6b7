// The shape of an RFC 6962 tree: which leaves each of its hashes covers, and where the full ones are kept.

/** The leaves from `start` on, up to but without `end`. */
export type Range = { start: number; end: number };

/** Where the hash over 2^k leaves that begin at a multiple of 2^k is kept: in order, the leaf n at 2n. */
export function placeOf({ start, end }: Range): number {
  return 2 * start + (end - start) - 1;
}

/** The full subtrees that make up a range, from the left: their hashes are kept, all others follow from them. */
export function fullParts({ start, end }: Range): Range[] {
  const parts: Range[] = [];
  for (let from = start; from < end; ) {
    const width = largestPower(end - from);
    parts.push({ start: from, end: from + width });
    from += width;
  }
  return parts;
}

/** Whose hashes prove that a leaf is in the tree of a size, from the leaf upwards (RFC 6962, 2.1.1). */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const split = start + splitOf(end - start);
    if (index < split) {
      ranges.push({ start: split, end });
      end = split;
    } else {
      ranges.push({ start, end: split });
      start = split;
    }
  }
  return ranges.reverse();
}

/** Whose hashes prove that the tree of `first` leaves is the beginning of that of `second` (RFC 6962, 2.1.2). */
export function consistencyRanges(first: number, second: number): Range[] {
  const ranges: Range[] = [];
  let [start, end] = [0, second];
  // Whether the old tree's own hash is still to be proved; whoever asks knows it already.
  let isOldRoot = true;
  while (first !== end) {
    const split = start + splitOf(end - start);
    if (first <= split) {
      ranges.push({ start: split, end });
      end = split;
    } else {
      ranges.push({ start, end: split });
      start = split;
      isOldRoot = false;
    }
  }
  if (!isOldRoot) ranges.push({ start, end });
  return ranges.reverse();
}

/** The largest power of two up to a number. */
function largestPower(most: number): number {
  let power = 1;
  while (power * 2 <= most) power *= 2;
  return power;
}

/** Where RFC 6962 splits `size` leaves: the largest power of two below it. */
function splitOf(size: number): number {
  return largestPower(size - 1);
}
