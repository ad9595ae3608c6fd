import type { ReactNode } from 'react';

/** A label of a picture that can be read over lines and dots: with an edge of paper. */
export function HaloText({
  children,
  ...place
}: {
  x: number;
  y: number;
  textAnchor: 'start' | 'middle' | 'end';
  fontSize?: string;
  children: ReactNode;
}) {
  return (
    <text
      {...place}
      fontWeight="600"
      fill="var(--color-ink)"
      stroke="var(--color-paper)"
      strokeWidth="4"
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {children}
    </text>
  );
}
