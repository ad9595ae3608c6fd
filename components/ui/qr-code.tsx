import { encode } from 'uqr';

export interface QrCodeProps {
  /** What a camera reads: an address. */
  text: string;
  /** What it is, in words: read aloud in the place of the picture. */
  title: string;
  className?: string;
}

/** Modules of blank around it: cameras need four. */
const QUIET_ZONE = 4;

/** One rectangle for each unbroken run of dark modules. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .map((row, y) => {
      let path = '';
      for (let x = 0; x < row.length; x += 1) {
        if (!row[x]) continue;
        const start = x;
        while (row[x + 1]) x += 1;
        path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
      }
      return path;
    })
    .join('');

/** A QR code, dark on white in every appearance: many cameras cannot read it the other way round. */
export function QrCode({ text, title, className = 'size-40' }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={`flex-none bg-qr-paper forced-color-adjust-none ${className}`}
    >
      <title>{title}</title>
      <path d={pathOf(data)} className="fill-qr-ink" />
    </svg>
  );
}
