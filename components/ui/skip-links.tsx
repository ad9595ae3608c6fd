export interface SkipLink {
  /** `#id` of a part of this page, or the address of another view. */
  href: string;
  label: string;
}

/** The first stops of the Tab key: unseen until focused. The parts they lead to need `tabIndex={-1}`. */
export function SkipLinks({ label, links }: { label: string; links: SkipLink[] }) {
  return (
    <nav aria-label={label} className="no-print">
      {links.map((link) => (
        <a
          key={link.href}
          href={link.href}
          className="fixed start-2 top-2 z-50 -translate-y-20 rounded border border-ink bg-raised px-4 py-2 text-ui text-ink no-underline focus:translate-y-0"
        >
          {link.label}
        </a>
      ))}
    </nav>
  );
}
