import type { ComponentProps, ReactNode } from 'react';

/** Drawn here on a grid of 16, with one line weight: plain markup, so an icon on a server page costs no script. */
const SHAPES = {
  alert: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 4.75v3.9M8 11.2v.05" />
    </>
  ),
  arrow: <path d="M3 8h10M9 4l4 4-4 4" />,
  check: <path d="M3 8.5l3.2 3.2L13 5" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  menu: <path d="M2.5 4h11M2.5 8h11M2.5 12h11" />,
  people: (
    <>
      <circle cx="6" cy="5.4" r="2.4" />
      <path d="M1.8 13.2c0-2.6 1.9-4 4.2-4s4.2 1.4 4.2 4M10.6 3.2a2.4 2.4 0 0 1 0 4.4M12 9.6c1.4.5 2.2 1.8 2.2 3.6" />
    </>
  ),
  settings: (
    <>
      <path d="M2 5h6.2M12.2 5H14M2 11h1.8M7.8 11H14" />
      <circle cx="10.2" cy="5" r="2" />
      <circle cx="5.8" cy="11" r="2" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export interface IconProps extends Omit<ComponentProps<'svg'>, 'children'> {
  name: keyof typeof SHAPES;
}

/** Always decoration: the control around it, or the words beside it, carry the meaning. */
export function Icon({ name, className = 'size-4', ...rest }: IconProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...rest}
      aria-hidden="true"
      className={`flex-none ${className}`}
    >
      {SHAPES[name]}
    </svg>
  );
}
