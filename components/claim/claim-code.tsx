import type { SideRole } from '@/lib/domain/debate/view';

/** A claim's stable name for talk in the room: D1, H2a. */
export function ClaimCode({
  code,
  side,
  size = 'fine',
}: {
  code: string;
  side: SideRole;
  size?: 'fine' | 'caption';
}) {
  return (
    <span
      data-side={side}
      className={`font-sans font-strong tracking-[0.01em] text-(--side-text) ${size === 'fine' ? 'text-fine' : 'text-caption'} leading-none`}
    >
      {code}
    </span>
  );
}
