import type { SideRole } from '@/lib/domain/debate/view';

/**
 * The side's mark: A a filled circle, B a ring, no side an open square. Never alone: the side's word or place stands
 * beside it, so it is hidden from screen readers.
 */
export function SideMark({ side, sizePx = 10 }: { side: SideRole; sizePx?: number }) {
  return (
    <span
      data-side={side}
      aria-hidden="true"
      className="inline-block flex-none rounded-(--mark-round) bg-(--mark-fill) forced-color-adjust-none"
      style={{
        inlineSize: sizePx,
        blockSize: sizePx,
        boxShadow: 'inset 0 0 0 var(--mark-line) var(--side-solid)',
      }}
    />
  );
}
