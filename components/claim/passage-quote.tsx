import Link from 'next/link';
import type { MouseEvent, ReactNode } from 'react';
import type { SideRole } from '@/lib/domain/debate/view';

/**
 * A quotation with the bracket that marks cited passages in the text: single for A, double for B.
 * @param href where the passage stands; the footer's link leads there
 */
export function PassageQuote({
  quote,
  side,
  language,
  children,
}: {
  quote: string;
  side: SideRole;
  language: string;
  children?: ReactNode;
}) {
  return (
    <div data-side={side} className="relative py-0.5 ps-4">
      <span
        aria-hidden="true"
        className={`absolute inset-y-0 start-0 w-1.5 border-e-0 border-(--side-solid) ${side === 'b' ? 'border-[3px] border-double' : 'border-[1.5px] border-solid'} border-e-0!`}
      />
      <blockquote lang={language} dir="auto" className="font-serif text-ui text-pretty">
        {quote}
      </blockquote>
      {children ? <footer className="mt-1 text-caption text-muted">{children}</footer> : null}
    </div>
  );
}

/** Link to a passage in the text view. @param replace from what lies over a page: Back leads to the page itself */
export function PassageLink({
  href,
  replace = false,
  onClick,
  children,
}: {
  href: string;
  replace?: boolean;
  onClick?: (event: MouseEvent) => void;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      replace={replace}
      {...(onClick && { onClick })}
      className="text-ink pointer-coarse:inline-block pointer-coarse:py-2.5"
    >
      {children}
    </Link>
  );
}
