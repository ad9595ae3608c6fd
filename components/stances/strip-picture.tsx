import { StanceStrip, type StripWords } from '@/components/charts/stance-strip';
import type { ForSide } from '@/lib/domain/stance/axis';
import type { MeanShift, StancePair } from '@/lib/domain/stance/shift';
import { BROAD, NARROW, SLIM, type StripSize, WIDE } from '@/lib/domain/stance/strip';

/** The whole width for the axis where no columns stand beside it. */
const uncolumned = (size: StripSize): StripSize => ({ ...size, axis: { startPx: 8, endPx: size.width - 8 } });

/** A strip in the sizes of the page, so that its words keep their size: one of them stands on it, the others have no box. */
export function StripPicture({
  words,
  hasColumns,
  ...picture
}: {
  people: readonly StancePair[];
  mean: MeanShift | null;
  forSide: ForSide;
  own: { pair: StancePair; label: string } | null;
  words: Record<'wide' | 'narrow', StripWords>;
  /** "Not sure" and "no answer" stand beside the rows, where there is the width. */
  hasColumns: boolean;
}) {
  const sized = (size: StripSize) => (hasColumns ? size : uncolumned(size));
  return (
    <>
      <div className="hidden xl:block print:hidden">
        <StanceStrip {...picture} words={words.wide} size={sized(BROAD)} hasColumns={hasColumns} />
      </div>
      <div className="hidden sm:block xl:hidden print:block">
        <StanceStrip {...picture} words={words.wide} size={sized(WIDE)} hasColumns={hasColumns} />
      </div>
      <div className="max-[24.25rem]:hidden sm:hidden print:hidden">
        <StanceStrip {...picture} words={words.narrow} size={NARROW} hasColumns={false} />
      </div>
      <div className="min-[24.25rem]:hidden print:hidden">
        <StanceStrip {...picture} words={words.narrow} size={SLIM} hasColumns={false} />
      </div>
    </>
  );
}
